// Is every file that cannot be read refused with what came, where, and what to do?
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { refusalOf } from '#tests/support/osm-pbf-read.ts'
import {
  announced,
  dataBlock,
  fileBlock,
  headerBlock,
  joined,
  message,
  numberField,
  numberList,
  signedList,
  utf8,
  varint,
  writeOsmPbf,
  zigZag,
} from '#tests/support/osm-pbf-writer.ts'

const TOWN = {
  nodes: [
    { id: 1, lng: 106.5, lat: 29.5, tags: { name: '解放碑' } },
    { id: 2, lng: 106.6, lat: 29.6 },
  ],
  ways: [{ id: 5, refs: [1, 2], tags: { highway: 'primary' } }],
}
const HEADER = fileBlock('OSMHeader', headerBlock(), 'raw')
const text = (content: string) => Uint8Array.from(utf8(content))
/** A file whose second blob holds this. */
const withData = (content: number[]) => joined([HEADER, fileBlock('OSMData', content, 'raw')])
const withBlob = (blob: number[], byteCount?: number) =>
  joined([HEADER, announced('OSMData', blob, byteCount)])

it.each([
  ['xml', 'XML (.osm)', text('<?xml version="1.0"?>\n<osm version="0.6"/>')],
  ['xml', 'XML (.osm)', text('\uFEFF\n  <osm version="0.6"/>')],
  ['xml', 'XML (.osm)', Uint8Array.from(Buffer.from('\uFEFF<osm version="0.6"/>', 'utf16le'))],
  ['xml', 'gzip', Uint8Array.from(gzipSync('<osm version="0.6"/>'))],
  ['xml', 'bzip2', text('BZh91AY&SY')],
  ['not-pbf', 'JSON', text('{"type": "FeatureCollection", "features": []}')],
  ['not-pbf', 'empty file', new Uint8Array(0)],
  ['not-pbf', 'web page', text('<!DOCTYPE html><title>404</title>')],
  ['not-pbf', 'zip archive', text('PK\u0003\u0004')],
  ['not-pbf', 'SQLite', text('SQLite format 3\0')],
  ['not-pbf', '.o5m', Uint8Array.from([0xff, 0xe0, 4, 0x6f, 0x35, 0x6d, 0x32])],
  ['not-pbf', 'bytes 6e 6f 64 65', text('node,lng,lat\n')],
  ['not-pbf', 'bytes 00 00', new Uint8Array(5000)],
  ['not-pbf', 'bytes 00 00 00 0b', fileBlock('OSMData', [], 'raw')],
])('takes no other file for a PBF: %s, %s', async (kind, words, bytes) => {
  for (const pieceBytes of [1, 65_536]) {
    const refusal = await refusalOf(bytes, pieceBytes)
    expect(refusal.kind).toBe(kind)
    expect(refusal.message).toContain(words)
    expect(refusal.message).toContain('was expected')
    expect(refusal.message).toMatch(/osmium|geofabrik/)
    expect(refusal.messageZh).toMatch(/应为.*(osmium|geofabrik)/)
  }
})

it('detects a cut anywhere, but for one between two blobs, which leaves no trace', async () => {
  const ends: number[] = []
  const bytes = writeOsmPbf(TOWN, { blobs: 'raw' })
  for (let at = 0; at < bytes.length; ) {
    const view = new DataView(bytes.buffer, at)
    const headerBytes = view.getUint32(0)
    // The announcement ends with the length of the blob, which is short here: one byte.
    at += 4 + headerBytes + view.getUint8(4 + headerBytes - 1)
    ends.push(at)
  }
  expect(ends.at(-1)).toBe(bytes.length)
  for (let cut = 1; cut < bytes.length; cut++) {
    if (ends.includes(cut)) continue
    const refusal = await refusalOf(bytes.subarray(0, cut), 16)
    expect(refusal.kind, `cut at ${cut}`).toBe('truncated')
    expect(refusal.message).toContain(`ends at byte ${cut},`)
    expect(refusal.messageZh).toContain(`第 ${cut} 字节处中断`)
  }
})

it.each([
  ['lzma', 4],
  ['bzip2', 5],
  ['lz4', 6],
  ['zstd', 7],
])('names the packing it does not know: %s', async (name, field) => {
  const refusal = await refusalOf(withBlob([...numberField(2, 3n), ...message(field, [1, 2, 3])]))
  expect(refusal.kind).toBe('unsupported')
  expect(refusal.message).toContain(`Blob 2 at byte ${HEADER.length}: it is packed with ${name}`)
  expect(refusal.messageZh).toContain(name)
})

it.each(['HistoricalInformation', 'Holograms'])(
  'names a feature it does not know: %s',
  async (feature) => {
    const header = headerBlock({ requiredFeatures: ['OsmSchema-V0.6', feature] })
    const refusal = await refusalOf(joined([fileBlock('OSMHeader', header)]))
    expect(refusal.kind).toBe('unsupported')
    expect(refusal.message).toMatch(new RegExp(`^Blob 1 at byte 0: .*“${feature}”`))
    expect(refusal.messageZh).toContain(feature)
  },
)

it('refuses a history, and advises how to take one state out of it', async () => {
  const header = headerBlock({ requiredFeatures: ['OsmSchema-V0.6', 'HistoricalInformation'] })
  const { message: en, messageZh } = await refusalOf(joined([fileBlock('OSMHeader', header)]))
  for (const said of [en, messageZh]) {
    expect(said).toContain('osmium time-filter in.osh.pbf -o out.osm.pbf')
    expect(said).not.toContain('osmium cat')
  }
})

const MEBIBYTES_33 = 33 * 1024 * 1024
const packed = fileBlock('OSMData', utf8('twelve bytes'))
/** The zlib blob of twelve bytes with another length in its place. */
const saidToHold = (byteCount: number) => {
  const at = packed.lastIndexOf(12, packed.indexOf(0x78))
  return joined([HEADER, packed.with(at, byteCount)])
}

it.each([
  ['a header past 64 KiB', joined([HEADER, Uint8Array.from([0, 1, 0, 1])]), '65537 bytes'],
  ['a blob past 32 MiB', withBlob([], MEBIBYTES_33), `${MEBIBYTES_33} bytes`],
  ['a blob of fewer than no bytes', withBlob([], -1), '-1 bytes'],
  [
    'an unpacked blob past 32 MiB',
    withBlob([...numberField(2, BigInt(MEBIBYTES_33)), ...message(3, [1])]),
    `${MEBIBYTES_33} bytes`,
  ],
  ['zlib data that are longer', saidToHold(11), '11 bytes'],
  ['zlib data that are shorter', saidToHold(13), '12 bytes; 13 announced'],
  ['zlib data that are none', withBlob([...numberField(2, 3n), ...message(3, [1, 2, 3])]), 'zlib'],
  ['zlib data without their length', withBlob(message(3, [1, 2, 3])), 'neither raw nor zlib'],
  ['a blob without data', withBlob([]), 'neither raw nor zlib'],
  ['a part longer than its blob', withBlob([0x0a, 5, 1]), 'a part of 5 bytes where 1 are left'],
  ['a number cut by the end', withData([0x88, 0x80]), 'does not end'],
  ['a number without an end', withData([0x88, 1, ...Array(12).fill(0xff)]), 'within ten bytes'],
  ['a value past its message', withData([0x0a, 2, 0x08, 0x80, 0x08, 1]), 'past the end'],
  ['an unknown wire type', withData([0x0b]), 'wire type 3'],
])('calls damaged: %s', async (_name, bytes, words) => {
  const refusal = await refusalOf(bytes)
  expect(refusal.kind).toBe('damaged')
  expect(refusal.message).toContain(`Blob 2 at byte ${HEADER.length}: `)
  expect(refusal.message).toContain(words)
  expect(refusal.messageZh).toContain(`第 2 个数据块（文件第 ${HEADER.length} 字节起）`)
})

const group = (body: (text: (name: string) => number) => number[]) => withData(dataBlock({}, body))
const dense = (...parts: number[][]) => group(() => message(2, parts.flat()))
const two = [1n, 1n]

it.each([
  [
    'a text that is not in the table',
    group(() => message(3, [...numberList(2, [9]), ...numberList(3, [9])])),
    'text 9 of a table of 1',
  ],
  [
    'more keys than values',
    group((name) => message(3, numberList(2, [name('highway')]))),
    'more keys than values',
  ],
  [
    'more ids than longitudes',
    dense(signedList(1, two), signedList(8, two), signedList(9, [1n])),
    'more node ids than coordinates, after node 1',
  ],
  [
    'more latitudes than ids',
    dense(signedList(1, [1n]), signedList(8, two), signedList(9, [1n])),
    'past the end',
  ],
  [
    'tags that end before the nodes',
    dense(signedList(1, two), signedList(8, two), signedList(9, two), numberList(10, [0])),
    'tags end before',
  ],
  [
    'a node that is not on Earth',
    group(() => message(1, [...numberField(1, zigZag(4)), ...numberField(8, zigZag(900_000_001))])),
    'node 4 at latitude 90.0000001',
  ],
  [
    'a longitude past the date line',
    group(() => message(1, numberField(9, zigZag(-1_800_000_001)))),
    'longitude -180.0000001',
  ],
  [
    'a member of no kind',
    group((name) =>
      message(4, [...numberList(8, [name('')]), ...signedList(9, [1n]), ...numberList(10, [3])]),
    ),
    'a member of kind 3',
  ],
  [
    'more members than roles',
    group(() => message(4, [...signedList(9, [1n]), ...numberList(10, [1])])),
    'past the end',
  ],
  ['a reference cut in its middle', group(() => message(3, message(8, [0x80]))), 'does not end'],
])('calls damaged, inside a group: %s', async (_name, bytes, words) => {
  const refusal = await refusalOf(bytes)
  expect(refusal.kind).toBe('damaged')
  expect(refusal.message).toContain(words)
})

it.each([
  ['the id of a way', message(3, [8, ...varint(2n ** 53n)])],
  ['a way below', message(3, [8, ...varint(-(2n ** 53n))])],
  ['a difference', message(3, signedList(8, [2n ** 53n]))],
  ['a sum of differences', message(3, signedList(8, [2n ** 53n - 1n, 1n]))],
  [
    'the sum of two node ids',
    message(2, [
      ...signedList(1, [2n ** 53n - 1n, 1n]),
      ...signedList(8, two),
      ...signedList(9, two),
    ]),
  ],
])('refuses rather than confuses ids past 2^53: %s', async (_name, body) => {
  const refusal = await refusalOf(group(() => body))
  expect(refusal.kind).toBe('unsupported')
  expect(refusal.message).toContain('2^53')
})
