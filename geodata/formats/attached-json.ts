// The JSON that a PDF carries as an attachment; in the page as in the server, without reading the pages themselves.
//
// Streams stand in a PDF in full, whatever else is packed: `/Type /EmbeddedFile … /Length n … stream` and the bytes.

/** More would be no report. */
const MOST_BYTES = 4 * 1024 * 1024

export type AttachedJson =
  | { kind: 'json'; json: unknown }
  /** not-pdf: another file; none: a PDF without one; damaged: it does not unpack or is no JSON. */
  | { kind: 'not-pdf' | 'none' | 'damaged' }

export async function attachedJson(bytes: Uint8Array<ArrayBuffer>): Promise<AttachedJson> {
  // A byte a character, so that places in the text are places in the file.
  const text = new TextDecoder('latin1').decode(bytes)
  if (!text.startsWith('%PDF-')) return { kind: 'not-pdf' }
  const at = text.search(/\/Type\s*\/EmbeddedFile\b/)
  if (at < 0) return { kind: 'none' }
  const from = text.indexOf('obj', text.lastIndexOf(' obj', at))
  const start = /stream\r?\n/g
  start.lastIndex = at
  const opened = start.exec(text)
  if (!opened) return { kind: 'damaged' }
  const head = text.slice(from, opened.index)
  const length = Number(/\/Length\s+(\d+)/.exec(head)?.[1])
  const first = opened.index + opened[0].length
  if (!Number.isInteger(length) || first + length > bytes.length) return { kind: 'damaged' }
  const body = bytes.subarray(first, first + length)
  try {
    const plain = head.includes('/FlateDecode') ? await inflated(body) : body
    return { kind: 'json', json: JSON.parse(new TextDecoder().decode(plain)) }
  } catch {
    return { kind: 'damaged' }
  }
}

/** Throws past the limit, before it is all unpacked. */
async function inflated(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const reader = new Blob([packed])
    .stream()
    .pipeThrough(new DecompressionStream('deflate'))
    .getReader()
  const parts: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.length
    if (size > MOST_BYTES) {
      await reader.cancel()
      throw new Error(`More than ${MOST_BYTES} bytes came of an attachment.`)
    }
    parts.push(value)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
