// The text of a file whose encoding is known, block by block, line breaks as \n.
import type { Bytes } from '#geodata/formats/import/foreign/byte-file.ts'
import type { Notes } from '#geodata/formats/import/foreign/note.ts'
import {
  lineBytes,
  lineEnd,
  type Survey,
  type TextEncoding,
  wholeLines,
} from '#geodata/formats/import/foreign/text/survey-encoding.ts'

const UNREADABLE = '\uFFFD'
/** As people call them. */
export const ENCODING_NAMES = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  gb18030: 'GB18030',
} as const satisfies Record<TextEncoding, string>

/** Each block ends with a line, but for the last. Lines in another encoding, and bytes that are no text, are noted. */
export async function* decodedText(
  chunks: AsyncIterable<Bytes>,
  { encoding, isMixed }: Survey,
  notes: Notes,
): AsyncGenerator<string, void, undefined> {
  if (encoding.startsWith('utf-16')) {
    yield* wideText(chunks, encoding, notes)
    return
  }
  const decoder = new TextDecoder(encoding)
  const lines = new UnreadableLines(notes)
  for await (const block of wholeLines(chunks)) {
    const text = isMixed
      ? mixedText(block, encoding, lines, notes)
      : withoutReturns(decoder.decode(block))
    yield lines.looked(text)
  }
}

export const withoutReturns = (text: string) =>
  text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text

/** Two bytes make a character, and a block may end between them. */
async function* wideText(
  chunks: AsyncIterable<Bytes>,
  encoding: TextEncoding,
  notes: Notes,
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder(encoding)
  const lines = new UnreadableLines(notes)
  let rest = ''
  for await (const chunk of chunks) {
    const text = rest + decoder.decode(chunk, { stream: true })
    // A return at the end may belong to a line feed to come.
    const end = Math.max(text.lastIndexOf('\n'), text.slice(0, -1).lastIndexOf('\r')) + 1
    rest = text.slice(end)
    if (end > 0) yield lines.looked(withoutReturns(text.slice(0, end)))
  }
  rest += decoder.decode()
  if (rest) yield lines.looked(withoutReturns(rest))
}

/** Line by line, each in the encoding that it is in. */
function mixedText(
  block: Bytes,
  encoding: TextEncoding,
  lines: UnreadableLines,
  notes: Notes,
): string {
  const texts: string[] = []
  let line = lines.next
  for (let from = 0; from < block.length; line++) {
    const end = lineEnd(block, from)
    const are = lineBytes(block, from, end)
    const own = encoding === 'utf-8' ? are !== 'other' : are !== 'broad'
    const other = encoding === 'utf-8' ? 'gb18030' : 'utf-8'
    const text = withoutReturns(
      new TextDecoder(own ? encoding : other).decode(block.subarray(from, end)),
    )
    texts.push(text)
    if (!own) notes.add('other-encoding', line, ENCODING_NAMES[other])
    from = end
  }
  return texts.join('')
}

class UnreadableLines {
  /** The line with which the next block begins. */
  next = 1
  readonly #notes: Notes

  constructor(notes: Notes) {
    this.#notes = notes
  }

  /** The block with a mark for what is no text; zero bytes are none either. */
  looked(block: string): string {
    const text = block.includes('\0') ? block.replaceAll('\0', UNREADABLE) : block
    const isBroken = text.includes(UNREADABLE)
    let from = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      if (isBroken && text.slice(from, end).includes(UNREADABLE)) {
        this.#notes.add('unreadable-bytes', this.next)
      }
      this.next += 1
      from = end + 1
    }
    if (isBroken && text.slice(from).includes(UNREADABLE)) {
      this.#notes.add('unreadable-bytes', this.next)
    }
    return text
  }
}
