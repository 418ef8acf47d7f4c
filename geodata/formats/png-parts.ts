// Is a PNG whole as its chunks say, and what do its rows pack and unpack to?
//
//   signature | length kind data crc | length kind data crc | …     (PNG, 5.2 and 5.3; lengths and checks of 4 bytes)
import { crc32 } from '#geodata/formats/export/crc-32.ts'

export type PngParts = {
  /** The zlib stream of its rows, as it lies in the IDAT chunks, which are joined. */
  packed: Uint8Array<ArrayBuffer>
  /** What it unpacks to, each with the byte before it that names its filter, in their order. */
  rowByteCounts: number[]
}

/** null: its chunks are cut off, damaged, or say what no PNG may. */
export function pngParts(bytes: Uint8Array): PngParts | null {
  const chunks = chunksOf(bytes)
  const [header, ...others] = chunks ?? []
  if (header?.kind !== 'IHDR' || others.at(-1)?.kind !== 'IEND') return null
  const rowByteCounts = rowsOf(header.data)
  const idat = others.filter(({ kind }) => kind === 'IDAT').map(({ data }) => data)
  const isIndexed = header.data[9] === INDEXED
  if (!rowByteCounts || idat.length === 0) return null
  if (isIndexed && !others.some(({ kind }) => kind === 'PLTE')) return null
  return { packed: joined(idat), rowByteCounts }
}

type Chunk = { kind: string; data: Uint8Array }
const SIGNATURE_BYTES = 8
const BESIDE_DATA_BYTES = 12

/** Up to IEND, what comes after which nobody reads; null: one is cut off, or its check does not fit. */
function chunksOf(bytes: Uint8Array): Chunk[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: Chunk[] = []
  let at = SIGNATURE_BYTES
  while (at + BESIDE_DATA_BYTES <= bytes.length) {
    const end = at + BESIDE_DATA_BYTES + view.getUint32(at)
    if (end > bytes.length) return null
    if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return null
    const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    chunks.push({ kind, data: bytes.subarray(at + 8, end - 4) })
    if (kind === 'IEND') return chunks
    at = end
  }
  return null
}

const INDEXED = 3
/** Colour type → samples of a pixel, and the bits that one may have (PNG, table 11.1). */
const COLOURS: Readonly<Record<number, { samples: number; bits: readonly number[] }>> = {
  0: { samples: 1, bits: [1, 2, 4, 8, 16] },
  2: { samples: 3, bits: [8, 16] },
  [INDEXED]: { samples: 1, bits: [1, 2, 4, 8] },
  4: { samples: 2, bits: [8, 16] },
  6: { samples: 4, bits: [8, 16] },
}

/** First column and row, and the steps to the next, of each pass of an interlaced picture (Adam7; PNG, 8.2). */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const
const AT_ONCE = [[0, 0, 1, 1]] as const

function rowsOf(header: Uint8Array): number[] | null {
  if (header.length !== 13) return null
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength)
  const [width, height] = [view.getUint32(0), view.getUint32(4)]
  const [bits = 0, colour = 0, compression, filter, interlace = 0] = header.subarray(8)
  const { samples, bits: allowed } = COLOURS[colour] ?? { samples: 0, bits: [] }
  if (!allowed.includes(bits) || compression !== 0 || filter !== 0 || interlace > 1) return null
  return (interlace === 1 ? PASSES : AT_ONCE).flatMap(([left, top, across, down]) => {
    const columns = Math.ceil((width - left) / across)
    const rows = Math.ceil((height - top) / down)
    if (columns <= 0 || rows <= 0) return []
    return Array.from({ length: rows }, () => 1 + Math.ceil((columns * samples * bits) / 8))
  })
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
