// The tags and texts of an XML file as it comes, never held as a whole.
import type { Allowance } from '#geodata/formats/import/foreign/allowance.ts'
import type { Bytes } from '#geodata/formats/import/foreign/byte-file.ts'
import { lineBytes, markedEncoding } from '#geodata/formats/import/foreign/text/survey-encoding.ts'
import { type XmlReader, XmlScanner } from '#geodata/formats/import/foreign/xml/xml-scanner.ts'

/** Tells the reader what comes, a step a chunk, between which what it has gathered may be handed out. */
export async function* xmlSteps(
  chunks: AsyncIterable<Bytes>,
  reader: XmlReader,
  allowance: Allowance,
): AsyncGenerator<void, void, undefined> {
  const scanner = new XmlScanner(reader, allowance)
  let decoder: TextDecoder | null = null
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk))
    scanner.write(decoder.decode(chunk, { stream: true }))
    allowance.alive()
    yield
  }
  scanner.finish()
  yield
}

/** By its mark, else as the declaration says, unless the bytes say otherwise. */
function encodingOf(head: Bytes): string {
  const marked = markedEncoding(head)
  if (marked) return marked
  // The last bytes of a chunk may be half a character.
  const isUtf8 = lineBytes(head, 0, head.lastIndexOf('>'.charCodeAt(0)) + 1) !== 'other'
  const start = new TextDecoder('latin1').decode(head.subarray(0, 200))
  const said = /encoding\s*=\s*["']([\w.-]+)["']/.exec(start)?.[1] ?? 'utf-8'
  if (/^utf-?8$/i.test(said)) return isUtf8 ? 'utf-8' : 'gb18030'
  try {
    return new TextDecoder(said).encoding
  } catch {
    return isUtf8 ? 'utf-8' : 'gb18030'
  }
}
