// What is in an OpenStreetMap extract (.osm.pbf)? Reported element by element while the file streams by.
//
// A file is a row of blobs, each announced by its length and type:
//
//   | 4 bytes: length | announcement | blob: OSMHeader | 4 bytes | announcement | blob: OSMData | …
//
// No more than two blobs are held at a time: while one is read, the next is being unpacked.
// https://wiki.openstreetmap.org/wiki/PBF_Format
import { HEADER_MOST_BYTES, readAnnouncement, tooLarge, unpack } from '#geodata/formats/osm/blob.ts'
import { ByteSource } from '#geodata/formats/osm/byte-source.ts'
import { DataBlockReader } from '#geodata/formats/osm/data-block.ts'
import { foreignFile, RECOGNISED_BY_BYTES, unknownFile } from '#geodata/formats/osm/foreign-file.ts'
import type { Inflate, OsmHandlers, OsmHeader } from '#geodata/formats/osm/handlers.ts'
import { readHeaderBlock } from '#geodata/formats/osm/header-block.ts'
import {
  BlobFault,
  type BlobPlace,
  errorAt,
  type Part,
  truncatedAt,
} from '#geodata/formats/osm/osm-read-error.ts'

type Blob = { type: string; place: BlobPlace; unpacked: Promise<Uint8Array>; endByte: number }

const LENGTH_BYTES = 4
const FIRST_TYPE = 'OSMHeader'
/** Field 1 of the first announcement: its key, its length, its text. */
const FIRST_BYTES = [0x0a, FIRST_TYPE.length, ...new TextEncoder().encode(FIRST_TYPE)]

/** Throws an OsmReadError, after which what the handlers were given is not the whole. */
export async function readOsmPbf(
  bytes: AsyncIterable<Uint8Array>,
  inflate: Inflate,
  handlers: OsmHandlers,
  onProgress?: (bytesRead: number) => void,
): Promise<OsmHeader> {
  const source = new ByteSource(bytes)
  const data = new DataBlockReader(handlers)
  let header: OsmHeader | undefined
  try {
    mustBePbf(await source.peek(RECOGNISED_BY_BYTES))
    let blob = await nextBlob(source, inflate, 1)
    while (blob) {
      const following = await nextBlob(source, inflate, blob.place.blob + 1)
      const unpacked = await blob.unpacked.catch(toldAt(blob.place))
      try {
        if (blob.type === 'OSMData') data.read(unpacked)
        else if (blob.type === FIRST_TYPE) {
          const said = readHeaderBlock(unpacked)
          header ??= said
        }
      } catch (error) {
        toldAt(blob.place)(error)
      }
      onProgress?.(blob.endByte)
      blob = following
    }
  } finally {
    await source.close()
  }
  return header ?? { bbox: null, writtenBy: null, dataDate: null }
}

async function nextBlob(
  source: ByteSource,
  inflate: Inflate,
  blob: number,
): Promise<Blob | undefined> {
  const place = { blob, byte: source.position }
  const length = await source.take(LENGTH_BYTES)
  if (length.length === 0) return undefined
  mustBeWhole(place, 0, length, LENGTH_BYTES, { en: 'the length', zh: '长度' })
  const headerByteCount = bigEndian(length)
  if (headerByteCount > HEADER_MOST_BYTES) {
    throw errorAt(place, tooLarge('its header', '数据块头', headerByteCount))
  }
  const announced = await source.take(headerByteCount)
  mustBeWhole(place, LENGTH_BYTES, announced, headerByteCount, { en: 'the header', zh: '块头' })
  const { type, byteCount } = attempt(place, () => readAnnouncement(announced))
  const packed = await source.take(byteCount)
  const before = LENGTH_BYTES + headerByteCount
  mustBeWhole(place, before, packed, byteCount, { en: 'the data', zh: '数据' })
  const unpacked = unpack(packed, inflate)
  // It is waited for only after the blob before it is read; until then a fault is not unhandled.
  unpacked.catch(() => {})
  return { type, place, unpacked, endByte: source.position }
}

function mustBePbf(head: Uint8Array): void {
  const foreign = foreignFile(head)
  if (foreign) throw foreign
  const length = bigEndian(head)
  const start = head.subarray(LENGTH_BYTES, LENGTH_BYTES + FIRST_BYTES.length)
  const like = start.every((byte, at) => byte === FIRST_BYTES[at])
  const cutInLength = head.length < LENGTH_BYTES && head.every((byte) => byte === 0)
  if (cutInLength || (like && length > 0 && length <= HEADER_MOST_BYTES)) return
  throw unknownFile(head)
}

function mustBeWhole(
  place: BlobPlace,
  before: number,
  came: Uint8Array,
  expected: number,
  part: Part,
): void {
  if (came.length === expected) return
  throw truncatedAt(place, before + came.length, before + expected, part)
}

function attempt<T>(place: BlobPlace, read: () => T): T {
  try {
    return read()
  } catch (error) {
    return toldAt(place)(error)
  }
}

/** Faults found inside a blob learn where it lies; what a handler throws passes as it is. */
function toldAt(place: BlobPlace): (error: unknown) => never {
  return (error) => {
    throw error instanceof BlobFault ? errorAt(place, error) : error
  }
}

function bigEndian(bytes: Uint8Array): number {
  return bytes.subarray(0, LENGTH_BYTES).reduce((sum, byte) => sum * 256 + byte, 0)
}
