// What does a ZIP archive hold, by name? Read from its directory at the end; nothing is unpacked.

const END = 0x06054b50
const LINE = 0x02014b50
const END_BYTES = 22
const LINE_BYTES = 46
/** Behind the end a comment may follow, so long at most. */
const MOST_COMMENT_BYTES = 0xffff
const MOST_NAMES = 10_000

/** In the order of the directory; null: the archive is cut off or damaged. */
export function zipNames(bytes: Uint8Array): string[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === null) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > MOST_NAMES) return null
  const names: string[] = []
  for (let index = 0; index < count; index++) {
    if (at + LINE_BYTES > end || view.getUint32(at, true) !== LINE) return null
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((place) =>
      view.getUint16(at + place, true),
    )
    const from = at + LINE_BYTES
    names.push(new TextDecoder().decode(bytes.subarray(from, from + name)))
    at = from + name + extra + comment
  }
  return names
}

function endOf(view: DataView): number | null {
  const last = view.byteLength - END_BYTES
  for (let at = last; at >= 0 && at >= last - MOST_COMMENT_BYTES; at--) {
    if (view.getUint32(at, true) === END) return at
  }
  return null
}
