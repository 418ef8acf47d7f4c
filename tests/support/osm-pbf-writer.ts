// Writes small OpenStreetMap extracts (.osm.pbf) for tests, slowly and plainly.
//
// Every number goes through BigInt and every byte through an array, so that it shares no shortcut,
// and no mistake, with the reader. https://wiki.openstreetmap.org/wiki/PBF_Format
import { deflateSync } from 'node:zlib'

/** Without a version none is written. */
export type OsmVersion = { version?: number | undefined; isDeleted?: boolean | undefined }

export type OsmExtract = {
  nodes?: (OsmVersion & { id: number; lng: number; lat: number; tags?: Record<string, string> })[]
  ways?: (OsmVersion & { id: number; refs: number[]; tags?: Record<string, string> })[]
  relations?: (OsmVersion & {
    id: number
    members: { kind: 'node' | 'way' | 'relation'; ref: number; role?: string }[]
    tags?: Record<string, string>
  })[]
}

export type OsmPbfOptions = {
  /** Nodes in columns, as every writer of today does, or one by one. */
  nodes?: 'dense' | 'plain'
  blobs?: 'zlib' | 'raw'
  elementsPerBlock?: number
  bbox?: [west: number, south: number, east: number, north: number]
  /** As `new Date()` reads it. */
  replicationTime?: string
  writtenBy?: string
  requiredFeatures?: string[]
  granularityNanodegrees?: number
  offsetNanodegrees?: { lng: number; lat: number }
  /** Coordinates in the ways too (LocationsOnWays), drawn from the nodes, or in the ways alone. */
  locationsOnWays?: boolean | 'alone'
}

type Bytes = number[]
type Grid = { granularity: number; lngOffset: number; latOffset: number }

/** An extract with the elements in the order given: nodes, then ways, then relations. Degrees. */
export function writeOsmPbf(extract: OsmExtract, options: OsmPbfOptions = {}): Uint8Array {
  const { nodes = [], ways = [], relations = [] } = extract
  const { elementsPerBlock = 8000, blobs = 'zlib' } = options
  const grid = {
    granularity: options.granularityNanodegrees ?? 100,
    lngOffset: options.offsetNanodegrees?.lng ?? 0,
    latOffset: options.offsetNanodegrees?.lat ?? 0,
  }
  const blocks = [
    ...slices(options.locationsOnWays === 'alone' ? [] : nodes, elementsPerBlock).map((part) =>
      dataBlock(grid, (text) =>
        options.nodes === 'plain'
          ? part.flatMap((node) => message(1, plainNode(node, grid, text)))
          : message(2, denseNodes(part, grid, text)),
      ),
    ),
    ...slices(ways, elementsPerBlock).map((part) =>
      dataBlock(grid, (text) =>
        part.flatMap((way) =>
          message(3, wayBody(way, text, options.locationsOnWays ? { nodes, grid } : undefined)),
        ),
      ),
    ),
    ...slices(relations, elementsPerBlock).map((part) =>
      dataBlock(grid, (text) =>
        part.flatMap((relation) => message(4, relationBody(relation, text))),
      ),
    ),
  ]
  return joined([
    fileBlock('OSMHeader', headerBlock(options), blobs),
    ...blocks.map((block) => fileBlock('OSMData', block, blobs)),
  ])
}

export function headerBlock(options: OsmPbfOptions = {}): Bytes {
  const { bbox, requiredFeatures = ['OsmSchema-V0.6', 'DenseNodes'] } = options
  const nano = (degrees = 0) => Math.round(degrees * 1e9)
  return [
    ...(bbox
      ? message(1, [
          ...numberField(1, zigZag(nano(bbox[0]))),
          ...numberField(2, zigZag(nano(bbox[2]))),
          ...numberField(3, zigZag(nano(bbox[3]))),
          ...numberField(4, zigZag(nano(bbox[1]))),
        ])
      : []),
    ...requiredFeatures.flatMap((feature) => message(4, utf8(feature))),
    ...message(16, utf8(options.writtenBy ?? 'osm-pbf-writer')),
    ...(options.replicationTime
      ? numberField(32, BigInt(Math.floor(new Date(options.replicationTime).getTime() / 1000)))
      : []),
  ]
}

/** One blob with its announcement, packed as asked. */
export function fileBlock(
  type: string,
  content: Bytes | Uint8Array,
  packing: 'zlib' | 'raw' = 'zlib',
): Uint8Array {
  const bytes = Uint8Array.from(content)
  const blob =
    packing === 'raw'
      ? message(1, [...bytes])
      : [...numberField(2, BigInt(bytes.length)), ...message(3, [...deflateSync(bytes)])]
  return announced(type, blob)
}

/** A blob body as it stands, announced with its length or with a false one. */
export function announced(type: string, blob: Bytes, byteCount = blob.length): Uint8Array {
  const header = [...message(1, utf8(type)), ...numberField(3, BigInt(byteCount))]
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, header.length)
  return Uint8Array.from([...length, ...header, ...blob])
}

export function joined(parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts))
}

/** A block whose group is written by `group`, which asks for the number of each text it needs. */
export function dataBlock(grid: Partial<Grid>, group: (text: TextNumber) => Bytes): Bytes {
  const { granularity = 100, lngOffset = 0, latOffset = 0 } = grid
  // Number 0 ends a list of tags, so no text may have it.
  const texts = ['']
  const body = group((text) => {
    if (!texts.includes(text, 1)) texts.push(text)
    return texts.indexOf(text, 1)
  })
  return [
    ...message(
      1,
      texts.flatMap((text) => message(1, utf8(text))),
    ),
    ...message(2, body),
    ...(granularity === 100 ? [] : numberField(17, BigInt(granularity))),
    ...(latOffset === 0 ? [] : numberField(19, BigInt(latOffset))),
    ...(lngOffset === 0 ? [] : numberField(20, BigInt(lngOffset))),
  ]
}

export type TextNumber = (text: string) => number

function denseNodes(nodes: NonNullable<OsmExtract['nodes']>, grid: Grid, text: TextNumber): Bytes {
  const tags = nodes.flatMap((node) => [...pairs(node.tags).flat().map(text), 0])
  return [
    ...signedList(1, steps(nodes.map(({ id }) => BigInt(id)))),
    ...denseInfo(nodes),
    ...signedList(8, steps(nodes.map(({ lat }) => onGrid(lat, grid.latOffset, grid)))),
    ...signedList(9, steps(nodes.map(({ lng }) => onGrid(lng, grid.lngOffset, grid)))),
    ...(tags.some((number) => number > 0) ? numberList(10, tags) : []),
  ]
}

function plainNode(
  { id, lng, lat, tags, version, isDeleted }: NonNullable<OsmExtract['nodes']>[number],
  grid: Grid,
  text: TextNumber,
): Bytes {
  return [
    ...numberField(1, zigZag(id)),
    ...tagFields(tags, text),
    ...info({ version, isDeleted }),
    ...numberField(8, zigZag(onGrid(lat, grid.latOffset, grid))),
    ...numberField(9, zigZag(onGrid(lng, grid.lngOffset, grid))),
  ]
}

/** As writers of ways note a node whose place they do not know. */
const NOWHERE_DEGREES = 214.7483647

function info({ version, isDeleted }: OsmVersion): Bytes {
  if (version === undefined) return []
  const visible = isDeleted ? numberField(6, 0n) : []
  return message(4, [...numberField(1, BigInt(version)), ...visible])
}

function denseInfo(nodes: readonly OsmVersion[]): Bytes {
  if (nodes.every(({ version }) => version === undefined)) return []
  const visibles = nodes.map(({ isDeleted }) => (isDeleted ? 0 : 1))
  return message(5, [
    ...numberList(
      1,
      nodes.map(({ version = 0 }) => version),
    ),
    ...(visibles.includes(0) ? numberList(6, visibles) : []),
  ])
}

function wayBody(
  { id, refs, tags, version, isDeleted }: NonNullable<OsmExtract['ways']>[number],
  text: TextNumber,
  places?: { nodes: NonNullable<OsmExtract['nodes']>; grid: Grid },
): Bytes {
  const at = (ref: number) => places?.nodes.find((node) => node.id === ref)
  const column = (axis: 'lng' | 'lat', offset: number) =>
    steps(
      refs.map((ref) =>
        places ? onGrid(at(ref)?.[axis] ?? NOWHERE_DEGREES, offset, places.grid) : 0n,
      ),
    )
  return [
    ...numberField(1, BigInt(id)),
    ...tagFields(tags, text),
    ...info({ version, isDeleted }),
    ...signedList(8, steps(refs.map(BigInt))),
    ...(places ? signedList(9, column('lat', places.grid.latOffset)) : []),
    ...(places ? signedList(10, column('lng', places.grid.lngOffset)) : []),
  ]
}

function relationBody(
  { id, members, tags, version, isDeleted }: NonNullable<OsmExtract['relations']>[number],
  text: TextNumber,
): Bytes {
  const kinds = { node: 0, way: 1, relation: 2 }
  return [
    ...numberField(1, BigInt(id)),
    ...tagFields(tags, text),
    ...info({ version, isDeleted }),
    ...numberList(
      8,
      members.map(({ role = '' }) => text(role)),
    ),
    ...signedList(9, steps(members.map(({ ref }) => BigInt(ref)))),
    ...numberList(
      10,
      members.map(({ kind }) => kinds[kind]),
    ),
  ]
}

function tagFields(tags: Record<string, string> | undefined, text: TextNumber): Bytes {
  const numbers = pairs(tags).map((pair) => pair.map(text))
  return [
    ...numberList(
      2,
      numbers.map(([key = 0]) => key),
    ),
    ...numberList(
      3,
      numbers.map(([, value = 0]) => value),
    ),
  ]
}

const pairs = (tags: Record<string, string> = {}) => Object.entries(tags)

function onGrid(degrees: number, offset: number, { granularity }: Grid): bigint {
  return BigInt(Math.round((Math.round(degrees * 1e9) - offset) / granularity))
}

function steps(values: bigint[]): bigint[] {
  return values.map((value, index) => value - (values[index - 1] ?? 0n))
}

/** A field of bytes: text, packed numbers or a message within. */
export function message(field: number, body: Bytes): Bytes {
  return [...varint(BigInt(field * 8 + 2)), ...varint(BigInt(body.length)), ...body]
}

export function numberField(field: number, value: bigint): Bytes {
  return [...varint(BigInt(field * 8)), ...varint(value)]
}

export function numberList(field: number, values: number[]): Bytes {
  return values.length === 0
    ? []
    : message(
        field,
        values.flatMap((value) => varint(BigInt(value))),
      )
}

export function signedList(field: number, values: bigint[]): Bytes {
  return values.length === 0
    ? []
    : message(
        field,
        values.flatMap((value) => varint(zigZag(value))),
      )
}

export function zigZag(value: number | bigint): bigint {
  const whole = BigInt(value)
  return whole >= 0n ? 2n * whole : -2n * whole - 1n
}

export function varint(value: bigint): Bytes {
  let rest = BigInt.asUintN(64, value)
  const bytes: Bytes = []
  while (rest >= 128n) {
    bytes.push(Number(rest % 128n) + 128)
    rest /= 128n
  }
  return [...bytes, Number(rest)]
}

export function utf8(text: string): Bytes {
  return [...new TextEncoder().encode(text)]
}

function slices<T>(list: T[], most: number): T[][] {
  const count = Math.ceil(list.length / most)
  return Array.from({ length: count }, (_, index) => list.slice(index * most, (index + 1) * most))
}
