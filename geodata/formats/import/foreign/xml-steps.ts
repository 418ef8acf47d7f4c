// The tags and texts of an XML file as it comes, never held as a whole.
//
// Nothing outside the file is read and no entity expanded: a DOCTYPE, where such are declared, is refused.
import { SaxesParser } from 'saxes'
import type { Allowance } from '#geodata/formats/import/foreign/allowance.ts'
import type { Bytes } from '#geodata/formats/import/foreign/byte-file.ts'
import { broken, cutOff, ReadRefusal } from '#geodata/formats/import/foreign/read-refusal.ts'
import { lineBytes, markedEncoding } from '#geodata/formats/import/foreign/text/survey-encoding.ts'

export type XmlReader = {
  /** Names come without their prefix. */
  open: (name: string, attributes: Readonly<Record<string, string>>) => void
  close: (name: string) => void
  text: (text: string) => void
  /** A character or an entity that XML does not have; what stands there is kept as text. */
  onBrokenText: () => void
}

/** Slips that spoil one text, not the file. */
const HARMLESS =
  /entit|disallowed character|character reference|duplicate attribute|must not contain/i

/** Tells the reader what comes, a step a chunk, between which what it has gathered may be handed out. */
export async function* xmlSteps(
  chunks: AsyncIterable<Bytes>,
  reader: XmlReader,
  allowance: Allowance,
): AsyncGenerator<void, void, undefined> {
  const parser = new SaxesParser({ xmlns: false, position: true })
  let depth = 0
  let heardAt = 0
  let fed = 0
  const heard = () => {
    heardAt = fed
  }
  parser.on('opentagstart', () => allowance.depth(++depth))
  parser.on('opentag', ({ name, attributes }) => {
    heard()
    reader.open(localName(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    heard()
    depth -= 1
    reader.close(localName(name))
  })
  for (const kind of ['text', 'cdata'] as const) {
    parser.on(kind, (text) => {
      heard()
      reader.text(text)
    })
  }
  parser.on('comment', heard)
  parser.on('doctype', () => {
    throw declaresEntities()
  })
  parser.on('error', (error) => {
    if (!HARMLESS.test(error.message)) throw brokenXml(parser.line, error.message)
    reader.onBrokenText()
  })
  let decoder: TextDecoder | null = null
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk))
    const text = decoder.decode(chunk, { stream: true })
    fed += text.length
    parser.write(text)
    // What the parser holds back grows while no tag ends.
    allowance.text(fed - heardAt)
    allowance.alive()
    yield
  }
  if (depth > 0 || fed === 0) {
    throw cutOff({
      zh: 'XML 没有写完，缺少结尾的标签',
      en: 'the XML stops before its closing tags',
    })
  }
  parser.close()
  yield
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** By its mark, else as the declaration says, unless the bytes say otherwise. */
function encodingOf(head: Bytes): string {
  const marked = markedEncoding(head)
  if (marked) return marked
  // The last bytes of a chunk may be half a character.
  const end = Math.max(0, head.lastIndexOf(62) + 1)
  const isUtf8 = lineBytes(head, 0, end) !== 'other'
  const start = new TextDecoder('latin1').decode(head.subarray(0, 200))
  const said = /encoding\s*=\s*["']([\w.-]+)["']/.exec(start)?.[1] ?? 'utf-8'
  if (/^utf-?8$/i.test(said)) return isUtf8 ? 'utf-8' : 'gb18030'
  try {
    return new TextDecoder(said).encoding
  } catch {
    return isUtf8 ? 'utf-8' : 'gb18030'
  }
}

function declaresEntities(): ReadRefusal {
  return new ReadRefusal('broken', {
    zh: '文件里有 DOCTYPE 声明，可能藏有会无限展开的内容，出于安全不予读取。请用制图软件重新导出。',
    en: 'The file has a DOCTYPE, which may hide content that grows without end; for safety it is not read. Export it again from a mapping program.',
  })
}

function brokenXml(line: number, message: string): ReadRefusal {
  return broken({
    zh: `第 ${line} 行的 XML 标签有误（${message}）`,
    en: `line ${line} is not proper XML (${message})`,
  })
}
