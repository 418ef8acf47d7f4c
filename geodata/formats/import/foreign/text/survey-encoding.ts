// In which encoding is a text file, and does it keep to one?
//
// A byte order mark says it. Without one, zero bytes in every second place are UTF-16. Else every line is looked at:
// where all are UTF-8 the file is; else it is GB18030, or UTF-8 with some lines of GB18030, whichever has more lines.
// Both encodings leave the bytes of line breaks to line breaks alone.
import type { Bytes } from '#geodata/formats/import/foreign/byte-file.ts'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

export type Survey = {
  encoding: TextEncoding
  /** Some lines are of the other of UTF-8 and GB18030. */
  isMixed: boolean
  /** Zero bytes that no encoding explains: no text. */
  isBinary: boolean
}

/** What the bytes of a line can be: `broad` is UTF-8 of three bytes and more a character, as Chinese is. */
export type LineBytes = 'plain' | 'narrow' | 'broad' | 'other'

const LINE_FEED = 10
const RETURN = 13
const HEAD_BYTES = 4096

export async function surveyEncoding(chunks: AsyncIterable<Bytes>): Promise<Survey> {
  let head: Bytes | null = null
  const counts: Record<LineBytes, number> = { plain: 0, narrow: 0, broad: 0, other: 0 }
  for await (const block of wholeLines(chunks)) {
    if (!head) {
      head = block.slice(0, HEAD_BYTES)
      const marked = markedEncoding(head)
      // What follows a mark may still break its word; only of UTF-16 there is nothing to be told by lines.
      if (marked && marked !== 'utf-8') return { encoding: marked, isMixed: false, isBinary: false }
    }
    countLines(block, counts)
  }
  const isBinary = head?.includes(0) === true
  if (counts.other === 0) return { encoding: 'utf-8', isMixed: false, isBinary }
  const encoding = counts.broad > counts.other ? 'utf-8' : 'gb18030'
  const isMixed = encoding === 'utf-8' || counts.broad > 0
  return { encoding, isMixed, isBinary }
}

/** By its mark or its zero bytes; null: by neither. */
export function markedEncoding(head: Bytes): TextEncoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  let even = 0
  let odd = 0
  head.forEach((byte, at) => {
    if (byte === 0) at % 2 === 0 ? even++ : odd++
  })
  // Commas, digits and line breaks have a zero byte in UTF-16, always on the same side.
  const most = Math.max(even, odd)
  if (most < 2 || Math.min(even, odd) > most / 20) return null
  return odd > even ? 'utf-16le' : 'utf-16be'
}

/** Blocks that end where lines end, but for the last; a line of a whole block is cut. */
export async function* wholeLines(
  chunks: AsyncIterable<Bytes>,
): AsyncGenerator<Bytes, void, undefined> {
  let rest: Bytes = new Uint8Array(0)
  for await (const chunk of chunks) {
    const end = lastBreak(chunk)
    if (end === 0 && rest.length < LONGEST_LINE_BYTES) {
      rest = joined(rest, chunk)
      continue
    }
    const block = joined(rest, chunk.subarray(0, end))
    rest = chunk.slice(end)
    if (block.length > 0) yield block
  }
  if (rest.length > 0) yield rest
}

const LONGEST_LINE_BYTES = 8 * 1024 * 1024

/** Behind the last line feed; where there is none, behind the last return that no line feed can follow. */
function lastBreak(chunk: Bytes): number {
  const feed = chunk.lastIndexOf(LINE_FEED)
  if (feed >= 0) return feed + 1
  return chunk.subarray(0, -1).lastIndexOf(RETURN) + 1
}

function joined(first: Bytes, second: Bytes): Bytes {
  if (first.length === 0) return second
  const whole = new Uint8Array(first.length + second.length)
  whole.set(first)
  whole.set(second, first.length)
  return whole
}

function countLines(block: Bytes, counts: Record<LineBytes, number>): void {
  for (let from = 0; from < block.length; ) {
    const end = lineEnd(block, from)
    counts[lineBytes(block, from, end)] += 1
    from = end
  }
}

/** Behind the break that ends the line. */
export function lineEnd(block: Bytes, from: number): number {
  const feed = block.indexOf(LINE_FEED, from)
  return feed < 0 ? block.length : feed + 1
}

/** UTF-8 as RFC 3629 has it: no character longer than it need be, none beyond U+10FFFF, no surrogate. */
export function lineBytes(bytes: Bytes, from: number, to: number): LineBytes {
  let found: LineBytes = 'plain'
  for (let at = from; at < to; ) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) {
      at += 1
      continue
    }
    const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
    if (lead < 0xc2 || lead > 0xf4 || at + length > to) return 'other'
    const second = bytes[at + 1] ?? 0
    const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
    const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
    if (second < low || second > high) return 'other'
    for (let more = 2; more < length; more++) {
      if (((bytes[at + more] ?? 0) & 0xc0) !== 0x80) return 'other'
    }
    if (length === 2) found = 'narrow'
    else if (found === 'plain') found = 'broad'
    at += length
  }
  return found
}
