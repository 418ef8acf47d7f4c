// A picture that cannot be drawn is found out by what it holds, wherever it was cut or damaged.
import { crc32, deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { isWholePicture } from '#server/region/whole-picture.ts'
import { JPEG, pngOf, WEBP, WEBP_LOSSLESS, WEBP_LOSSY } from '#tests/support/sample-pictures.ts'

/** A chunk of a PNG. */
function chunk(kind: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(kind), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}
type Header = { width: number; height: number; bits?: number; colour?: number; interlace?: number }
/** A PNG of whatever rows, with the chunks between its header and them. */
function png(header: Header, rows: Uint8Array, between: Buffer[] = [], packed = deflateSync(rows)) {
  const { width, height, bits = 8, colour = 0, interlace = 0 } = header
  const said = Buffer.alloc(13)
  said.writeUInt32BE(width, 0)
  said.writeUInt32BE(height, 4)
  said.set([bits, colour, 0, 0, interlace], 8)
  const half = Math.ceil(packed.length / 2)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', said),
    ...between,
    chunk('IDAT', packed.subarray(0, half)),
    chunk('IDAT', packed.subarray(half)),
    chunk('IEND', Buffer.of()),
  ])
}
const isWholePng = (bytes: Uint8Array) => isWholePicture('image/png', bytes)

describe('a PNG', () => {
  it('is whole with every kind of colour, in one piece or interlaced', async () => {
    expect(await isWholePng(pngOf(31, 9))).toBe(true)
    expect(await isWholePng(pngOf(1, 4096))).toBe(true)
    // 3 × 2 pixels of one bit: a byte a row; of 16 bits in four samples: 24 bytes a row.
    expect(await isWholePng(png({ width: 3, height: 2, bits: 1 }, Buffer.alloc(4)))).toBe(true)
    const deep = { width: 3, height: 2, bits: 16, colour: 6 }
    expect(await isWholePng(png(deep, Buffer.alloc(50)))).toBe(true)
    // Adam7 of 3 × 2 pixels of a byte: passes 1 (1 × 1), 4 (1 × 1), 6 (1 × 1) and 7 (3 × 1).
    const laced = { width: 3, height: 2, interlace: 1 }
    expect(await isWholePng(png(laced, Buffer.alloc(10)))).toBe(true)
    expect(await isWholePng(png(laced, Buffer.alloc(8)))).toBe(false)
    const indexed = { width: 3, height: 2, colour: 3 }
    const palette = chunk('PLTE', Buffer.alloc(3))
    expect(await isWholePng(png(indexed, Buffer.alloc(8), [palette]))).toBe(true)
    expect(await isWholePng(png(indexed, Buffer.alloc(8)))).toBe(false)
  })

  it('is damaged wherever it is cut, and with any byte of it turned', async () => {
    const whole = pngOf(12, 7)
    for (let end = 8; end < whole.length; end++) {
      expect(await isWholePng(whole.subarray(0, end)), `cut at ${end}`).toBe(false)
    }
    for (let at = 8; at < whole.length; at++) {
      const turned = whole.slice()
      turned[at] = (turned[at] ?? 0) ^ 0x20
      expect(await isWholePng(turned), `turned at ${at}`).toBe(false)
    }
  })

  it('is damaged where its checks fit and its rows do not', async () => {
    const size = { width: 3, height: 2 }
    expect(await isWholePng(png(size, Buffer.alloc(8)))).toBe(true)
    const garbage = Buffer.from('no stream of zlib at all')
    expect(await isWholePng(png(size, Buffer.of(), [], garbage))).toBe(false)
    const cutOff = deflateSync(Buffer.alloc(8)).subarray(0, -4)
    expect(await isWholePng(png(size, Buffer.of(), [], cutOff))).toBe(false)
    for (const byteCount of [0, 4, 7, 9, 50_000_000]) {
      expect(await isWholePng(png(size, Buffer.alloc(byteCount))), `${byteCount}`).toBe(false)
    }
    expect(await isWholePng(png(size, Buffer.of(0, 0, 0, 0, 5, 0, 0, 0)))).toBe(false)
    expect(await isWholePng(png({ ...size, bits: 3 }, Buffer.alloc(8)))).toBe(false)
    expect(await isWholePng(png({ ...size, colour: 5 }, Buffer.alloc(8)))).toBe(false)
    expect(await isWholePng(pngOf(2, 2, [0, 0, 0], { width: 2, height: 3 }))).toBe(false)
  })
})

describe('a JPEG and a WebP', () => {
  const kinds = [
    ['image/jpeg', JPEG],
    ['image/webp', WEBP],
    ['image/webp', WEBP_LOSSLESS],
    ['image/webp', WEBP_LOSSY],
  ] as const

  it('are whole as browsers write them, and damaged wherever they are cut', async () => {
    for (const [mediaType, whole] of kinds) {
      expect(await isWholePicture(mediaType, whole)).toBe(true)
      for (let end = 4; end < whole.length; end++) {
        expect(await isWholePicture(mediaType, whole.subarray(0, end)), `${end}`).toBe(false)
      }
    }
  })

  it('are damaged with a head and an end alone', async () => {
    const bytes = Buffer.from(JPEG)
    const scan = bytes.indexOf(Buffer.of(0xff, 0xda))
    const end = Buffer.of(0xff, 0xd9)
    expect(await isWholePicture('image/jpeg', Buffer.concat([bytes.subarray(0, scan), end]))).toBe(
      false,
    )
    const nothingScanned = bytes.subarray(0, scan + 2 + bytes.readUInt16BE(scan + 2))
    expect(await isWholePicture('image/jpeg', Buffer.concat([nothingScanned, end]))).toBe(false)
    // All its chunks fit its length, and none is a picture.
    const other = Buffer.from(WEBP)
    other.write('EXIF', other.indexOf('VP8 '))
    expect(await isWholePicture('image/webp', other)).toBe(false)
  })
})
