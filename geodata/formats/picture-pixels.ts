// How many pixels does a picture say it has? Read from its header, before anybody unpacks it.
//
// A small file can unpack to gigabytes; its header tells, since decoders believe it too.

export type Pixels = { width: number; height: number }

type Bytes = Uint8Array

const viewOf = (bytes: Bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const lettersAt = (bytes: Bytes, at: number, count: number) =>
  String.fromCharCode(...bytes.subarray(at, at + count))

/** Width and height stand in the first chunk, IHDR (PNG, 11.2.1). null: it is not there. */
export function pngPixels(bytes: Bytes): Pixels | null {
  if (bytes.length < 24 || lettersAt(bytes, 12, 4) !== 'IHDR') return null
  const view = viewOf(bytes)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

/** In the start of frame: SOF0 … SOF15 but for DHT, JPG and DAC, which share the numbers (T.81, table B.1). */
export function jpegPixels(bytes: Bytes): Pixels | null {
  const view = viewOf(bytes)
  let at = 2
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    // Markers without a length: restarts and TEM.
    at += marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8) ? 2 : 2 + view.getUint16(at + 2)
  }
  return null
}

/** Of the three ways to write one: lossy, lossless, extended (RFC 9649, 2.5 … 2.7). */
export function webpPixels(bytes: Bytes): Pixels | null {
  if (bytes.length < 30) return null
  const view = viewOf(bytes)
  const chunk = lettersAt(bytes, 12, 4)
  if (chunk === 'VP8X') {
    const three = (at: number) => view.getUint16(at, true) + (bytes[at + 2] ?? 0) * 0x10000
    return { width: 1 + three(24), height: 1 + three(27) }
  }
  if (chunk === 'VP8L') {
    const bits = view.getUint32(21, true)
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
  }
  if (chunk !== 'VP8 ') return null
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
}
