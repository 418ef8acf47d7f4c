// How does a street network lie in a file, so that it is there again at once?
//
//   0   "ParkRoad"
//   8   format version, header bytes, checksum (two words of 32 bits, over all that follows)
//   24  header: JSON in UTF-8, filled up with spaces to a multiple of 8
//       the arrays the header names, each starting at a multiple of 8
//
// Numbers are little-endian. A file holds what cannot be worked out again quickly: inward rows,
// impedances and lengths of edges and arcs follow from the rest, and are made when it is read.
import { NO_ARC } from '#geodata/network/arc-pool.ts'
import type { Hierarchy, HierarchyRows } from '#geodata/network/hierarchy.ts'
import type { RoadNetwork } from '#geodata/network/road-network.ts'
import { streetNetworkFrom } from '#geodata/network/street/build-street-network.ts'
import type { NetworkOrigin, StreetNetwork } from '#geodata/network/street/street-network.ts'

/** Older files hold turns and limits by older rules, or know no bridges: they are to be built anew. */
export const FORMAT_VERSION = 3
const MAGIC = 'ParkRoad'
const HEADER_AT = 24
const ARRAYS = { Uint8Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array }

export type FileArray =
  | Uint8Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array
export type FileArrays = Readonly<Record<string, FileArray>>

type Header = {
  origin: NetworkOrigin
  bounds: readonly number[]
  byteCount: number
  arrays: { name: string; type: keyof typeof ARRAYS; count: number; offset: number }[]
}

export type NetworkFile =
  | {
      kind: 'network'
      network: StreetNetwork
      /** What was written beside the network. */
      beside: FileArrays
      /** 16 hexadecimal digits; the same file, the same hash. */
      hash: string
    }
  | { kind: 'refused'; en: string; zh: string }

/** The whole file; `beside` are further arrays to be kept with the network, by names of their own. */
export function encodeNetwork(network: StreetNetwork, beside: FileArrays = {}): Uint8Array {
  const arrays = Object.entries({ ...arraysOf(network), ...prefixed(beside) })
  const header: Header = {
    origin: network.origin,
    bounds: network.bounds,
    byteCount: 0,
    arrays: arrays.map(([name, array]) => ({
      name,
      type: array.constructor.name as keyof typeof ARRAYS,
      count: array.length,
      offset: 0,
    })),
  }
  // Offsets are written into a header whose length they change: leave room for the longest.
  const headerBytes = rounded(
    new TextEncoder().encode(JSON.stringify(header)).length + 16 * (arrays.length + 1),
  )
  let end = HEADER_AT + headerBytes
  arrays.forEach(([, array], i) => {
    header.arrays[i]!.offset = end
    end = rounded(end + array.byteLength)
  })
  header.byteCount = end
  const file = new Uint8Array(end)
  file.set(new TextEncoder().encode(MAGIC))
  file.fill(0x20, HEADER_AT, HEADER_AT + headerBytes)
  file.set(new TextEncoder().encode(JSON.stringify(header)), HEADER_AT)
  arrays.forEach(([, array], i) => {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
    file.set(bytes, header.arrays[i]!.offset)
  })
  const words = new Uint32Array(file.buffer)
  words[2] = FORMAT_VERSION
  words[3] = headerBytes
  words.set(checksumOf(words), 4)
  return file
}

/** Reads a whole file; the arrays stay views of `buffer`. */
export function decodeNetwork(buffer: ArrayBuffer): NetworkFile {
  const start = new TextDecoder('latin1').decode(buffer.slice(0, MAGIC.length))
  if (start !== MAGIC || buffer.byteLength < HEADER_AT) {
    return refused(
      `it starts with “${printable(start)}”, not with “${MAGIC}”: it is no road network`,
      `文件开头是“${printable(start)}”，不是“${MAGIC}”：不是路网文件`,
    )
  }
  const [version = 0, headerBytes = 0, ...checksum] = new Uint32Array(buffer.slice(8, HEADER_AT))
  if (version !== FORMAT_VERSION) {
    return refused(
      `it is of format version ${version}; this program reads version ${FORMAT_VERSION}`,
      `文件格式版本是 ${version}，本程序读取版本 ${FORMAT_VERSION}`,
    )
  }
  const header = headerOf(buffer, headerBytes)
  if (!header || header.byteCount !== buffer.byteLength) {
    const expected = header ? `${header.byteCount}` : '?'
    return refused(
      `it is cut off: ${buffer.byteLength} bytes came, ${expected} were written`,
      `文件不完整：现有 ${buffer.byteLength} 字节，写入时有 ${expected} 字节`,
    )
  }
  if (checksumOf(new Uint32Array(buffer)).some((word, i) => word !== checksum[i])) {
    return refused(
      'its content has changed since it was written (the checksum differs)',
      '文件内容在写入后被改动（校验和不符）',
    )
  }
  const arrays = Object.fromEntries(
    header.arrays.map(({ name, type, count, offset }) => [
      name,
      new ARRAYS[type](buffer, offset, count),
    ]),
  )
  const hash = checksum.map((word) => word.toString(16).padStart(8, '0')).join('')
  return { kind: 'network', network: networkOf(header, arrays), beside: besideOf(arrays), hash }
}

function refused(en: string, zh: string): NetworkFile {
  return { kind: 'refused', en, zh }
}

function headerOf(buffer: ArrayBuffer, headerBytes: number): Header | null {
  if (HEADER_AT + headerBytes > buffer.byteLength) return null
  const text = new TextDecoder().decode(new Uint8Array(buffer, HEADER_AT, headerBytes))
  try {
    return JSON.parse(text) as Header
  } catch {
    return null
  }
}

function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '·')
}

function rounded(bytes: number): number {
  return Math.ceil(bytes / 8) * 8
}

/**
 * Four lanes, each mixing every fourth word, so that the processor multiplies for all at once; a change
 * of any word changes its lane, and every lane has its say in one of the two words.
 */
function checksumOf(words: Uint32Array): Uint32Array {
  const PRIME = 0x01000193
  let [a, b, c, d] = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35]
  const end = words.length - 3
  let at = HEADER_AT / 4
  for (; at < end; at += 4) {
    a = Math.imul(a ^ words[at]!, PRIME)
    b = Math.imul(b ^ words[at + 1]!, PRIME)
    c = Math.imul(c ^ words[at + 2]!, PRIME)
    d = Math.imul(d ^ words[at + 3]!, PRIME)
  }
  for (; at < words.length; at++) a = Math.imul(a ^ words[at]!, PRIME)
  const turned = (word: number) => (word << 16) | (word >>> 16)
  return Uint32Array.of(Math.imul(a, PRIME) ^ turned(c), Math.imul(b, PRIME) ^ turned(d))
}

const BESIDE = 'beside.'

function prefixed(beside: FileArrays): FileArrays {
  return Object.fromEntries(Object.entries(beside).map(([name, array]) => [BESIDE + name, array]))
}

function besideOf(arrays: FileArrays): FileArrays {
  return Object.fromEntries(
    Object.entries(arrays)
      .filter(([name]) => name.startsWith(BESIDE))
      .map(([name, array]) => [name.slice(BESIDE.length), array]),
  )
}

function arraysOf(network: StreetNetwork): FileArrays {
  const { streets, hierarchy } = network
  const { outward } = network.network
  const otherJunctions = new Uint32Array(network.otherStates.length)
  for (let junction = 0; junction < network.junctionCount; junction++) {
    const end = network.firstOtherState[junction + 1]!
    for (let i = network.firstOtherState[junction]!; i < end; i++) {
      otherJunctions[network.otherStates[i]! - network.junctionCount] = junction
    }
  }
  const { count, ...streetArrays } = streets
  return {
    junctionPoints: network.junctionPoints,
    ...prefix('streets', streetArrays),
    texts: new TextEncoder().encode(network.texts.join('\0')),
    otherJunctions,
    firstEdge: outward.firstEdge,
    neighbour: outward.neighbour,
    edgeStreet: network.edgeStreet,
    headState: network.headState,
    positionOf: hierarchy.positionOf,
    ...prefix('up', savedRows(hierarchy.up)),
    ...prefix('down', savedRows(hierarchy.down)),
  }
}

function prefix(room: string, arrays: FileArrays): FileArrays {
  return Object.fromEntries(
    Object.entries(arrays).map(([name, array]) => [`${room}.${name}`, array]),
  )
}

function savedRows({ firstArc, arcs, partDown, partUp }: HierarchyRows): FileArrays {
  return { firstArc, arcs, partDown, partUp }
}

function networkOf({ origin }: Header, arrays: FileArrays): StreetNetwork {
  const words = (name: string) => arrays[name] as Uint32Array
  const bytes = (name: string) => arrays[name] as Uint8Array
  const from = words('streets.from')
  return streetNetworkFrom(
    {
      origin,
      junctionPoints: arrays.junctionPoints as Int32Array,
      streets: {
        count: from.length,
        from,
        to: words('streets.to'),
        firstPoint: words('streets.firstPoint'),
        points: arrays['streets.points'] as Int32Array,
        lengthDecimeters: words('streets.lengthDecimeters'),
        impedanceDeciseconds: words('streets.impedanceDeciseconds'),
        roadClass: bytes('streets.roadClass'),
        flags: bytes('streets.flags'),
        name: words('streets.name'),
        ref: words('streets.ref'),
      },
      texts: new TextDecoder().decode(bytes('texts')).split('\0'),
      otherJunctions: words('otherJunctions'),
      firstEdge: words('firstEdge'),
      neighbour: words('neighbour'),
      edgeStreet: words('edgeStreet'),
      headState: words('headState'),
    },
    (network) => hierarchyOf(network, arrays),
  )
}

function hierarchyOf(network: RoadNetwork, arrays: FileArrays): Hierarchy {
  const words = (name: string) => arrays[name] as Uint32Array
  const positionOf = words('positionOf')
  const nodeAt = new Uint32Array(positionOf.length)
  for (let node = 0; node < nodeAt.length; node++) nodeAt[positionOf[node]!] = node
  const rowsOf = (room: string): HierarchyRows => ({
    firstArc: words(`${room}.firstArc`),
    arcs: words(`${room}.arcs`),
    partDown: words(`${room}.partDown`),
    partUp: words(`${room}.partUp`),
    lengthMeters: new Float64Array(words(`${room}.partUp`).length),
  })
  const [up, down] = [rowsOf('up'), rowsOf('down')]
  // The node in the middle of a shortcut is lower than both its ends: its arcs are measured before.
  for (let position = nodeAt.length - 1; position >= 0; position--) {
    for (const rows of [up, down]) {
      const end = rows.firstArc[position + 1]!
      for (let arc = rows.firstArc[position]!; arc < end; arc++) {
        const partDown = rows.partDown[arc]!
        const partUp = rows.partUp[arc]!
        rows.lengthMeters[arc] =
          partDown === NO_ARC
            ? network.outward.lengthMeters[partUp]!
            : down.lengthMeters[partDown]! + up.lengthMeters[partUp]!
      }
    }
  }
  return { nodeCount: nodeAt.length, positionOf, nodeAt, up, down }
}
