// Files in one, unpacked: does a reader that knows nothing of the writer find them whole?
import { crc32 as zlibCrc32 } from 'node:zlib'
import { expect, it } from 'vitest'
import { crc32 } from '#geodata/formats/export/crc-32.ts'
import { storedZip } from '#geodata/formats/export/stored-zip.ts'
import { partsOf } from '#server/workers/zip-parts.ts'
import { seeded } from '#tests/support/random.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

it('is read back part by part, with names in any script', async () => {
  const parts = [
    { name: '07 60 分钟里有谁.png', bytes: bytesOf('one') },
    { name: 'xl/workbook.xml', bytes: bytesOf('') },
    { name: 'third.bin', bytes: Uint8Array.from({ length: 70_000 }, (_, at) => at % 251) },
  ]
  const zip = storedZip(parts, new Date(2026, 10, 30, 13, 5, 8))
  expect(zip.type).toBe('application/zip')
  const bytes = new Uint8Array(await zip.arrayBuffer())
  const read = partsOf(bytes)
  expect(read.kind === 'parts' && read.parts).toEqual(
    parts.map(({ name, bytes: data }) => ({ name, method: 0, unpackedBytes: data.length, data })),
  )
  // Of the first file: flags (names in UTF-8), no packing, 13:05:08 and 2026-11-30 as MS-DOS writes them, checksum.
  const view = new DataView(bytes.buffer)
  expect(view.getUint16(6, true)).toBe(0x0800)
  expect(view.getUint16(10, true)).toBe((13 << 11) | (5 << 5) | 4)
  expect(view.getUint16(12, true)).toBe((46 << 9) | (11 << 5) | 30)
  expect(view.getUint32(14, true)).toBe(zlibCrc32('one'))
})

it('sums as zlib does', () => {
  const random = seeded(11)
  for (const length of [0, 1, 255, 4096]) {
    const bytes = Uint8Array.from({ length }, () => Math.floor(random() * 256))
    expect(crc32(bytes)).toBe(zlibCrc32(bytes))
  }
})
