// Does a picture go on from its header to its end? Cut off, it shows nothing, or grey below some row.

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const lettersAt = (bytes: Uint8Array, at: number, count: number) =>
  String.fromCharCode(...bytes.subarray(at, at + count))

const [START_OF_SCAN, END_OF_IMAGE] = [0xda, 0xd9]
/** Markers without a length: TEM, restarts, SOI (T.81, table B.1). */
const standsAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** From its frame over at least one scan, which holds something, to the end of the image; what comes after is not read. */
export function isWholeJpeg(bytes: Uint8Array): boolean {
  const view = viewOf(bytes)
  let [hasFrame, hasScan] = [false, false]
  let at = 2
  while (at + 2 <= bytes.length) {
    if (bytes[at] !== 0xff) return false
    const marker = bytes[at + 1] ?? 0
    if (marker === END_OF_IMAGE) return hasScan
    if (marker === 0xff) at += 1
    else if (standsAlone(marker)) at += 2
    else {
      if (at + 4 > bytes.length) return false
      const segmentBytes = view.getUint16(at + 2)
      if (segmentBytes < 2) return false
      hasFrame ||= isFrame(marker)
      at += 2 + segmentBytes
      if (marker !== START_OF_SCAN) continue
      const end = endOfScan(bytes, at)
      if (!hasFrame || end === at) return false
      hasScan = true
      at = end
    }
  }
  return false
}

/** Where the next marker is; 0xff within a scan is followed by 0, or begins a restart. */
function endOfScan(bytes: Uint8Array, start: number): number {
  let at = start
  while (at < bytes.length) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && next !== 0 && !standsAlone(next)) break
    at += 1
  }
  return at
}

/** As long as its head says, in chunks that end with it, with a frame among them (RFC 9649, 2.3 … 2.7). */
export function isWholeWebp(bytes: Uint8Array): boolean {
  const view = viewOf(bytes)
  if (bytes.length < 20) return false
  const end = view.getUint32(4, true) + 8
  if (end > bytes.length) return false
  let hasFrame = false
  let at = 12
  while (at + 8 <= end) {
    const kind = lettersAt(bytes, at, 4)
    const dataBytes = view.getUint32(at + 4, true)
    const data = bytes.subarray(at + 8, at + 8 + dataBytes)
    if (at + 8 + dataBytes > end) return false
    // A frame of an animation holds its own chunks, the first of which is a picture or what is seen through.
    if (kind === 'ANMF') hasFrame ||= data.length > 24
    if (kind === 'VP8L') hasFrame ||= data.length > 5 && data[0] === 0x2f
    if (kind === 'VP8 ') hasFrame ||= isKeyFrame(data)
    at += 8 + dataBytes + (dataBytes % 2)
  }
  return hasFrame
}

/** Its start code, and a first part that lies within it (RFC 6386, 9.1). */
function isKeyFrame(data: Uint8Array): boolean {
  const [first = 1, second = 0, third = 0] = data
  const firstPartBytes = (first + second * 0x100 + third * 0x10000) >>> 5
  const isStart = data[3] === 0x9d && data[4] === 0x01 && data[5] === 0x2a
  return first % 2 === 0 && isStart && firstPartBytes > 0 && 10 + firstPartBytes <= data.length
}
