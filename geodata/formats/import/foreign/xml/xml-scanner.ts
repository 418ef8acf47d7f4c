// Tells the tags and texts of XML as its characters come, at the speed that sheets of a million rows need.
//
// Tags must match and nest; the five entities of XML and characters by number are known. Others are kept as they stand and
// told: maps and sheets are full of &nbsp;. Nothing outside the file is ever read, and a DOCTYPE, where entities are
// declared that grow without end, is refused.
import type { Allowance } from '#geodata/formats/import/foreign/allowance.ts'
import { broken, cutOff, ReadRefusal } from '#geodata/formats/import/foreign/read-refusal.ts'

export type Attributes = Readonly<Record<string, string>>

export type XmlReader = {
  /** Names come without their prefix, attributes with it. */
  open: (name: string, attributes: Attributes) => void
  close: (name: string) => void
  /** A text may come in several pieces. */
  text: (text: string) => void
  /** An entity that XML does not have; what stands there is kept as text. */
  onBrokenText: () => void
}

const NONE: Attributes = {}
const ENTITY = /&(#x?)?([\w.-]*);?/g
const LONGEST_ENTITY = 12
const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
/** What is passed over up to its end, and what is text up to it. */
const COMMENT = { begin: '<!--', end: '-->' }
const CDATA = { begin: '<![CDATA[', end: ']]>' }
const [BANG, QUOTE, SLASH, EQUALS, MORE, QUESTION, APOSTROPHE] = [33, 34, 47, 61, 62, 63, 39]
const isSpace = (code: number) => code === 32 || code === 10 || code === 9 || code === 13

export class XmlScanner {
  readonly #reader: XmlReader
  readonly #allowance: Allowance
  /** Characters from the beginning of what is not yet whole. */
  #rest = ''
  /** Names as written, prefix and all, of what is open. */
  readonly #open: string[] = []
  #within: typeof COMMENT | typeof CDATA | null = null
  #hasRoot = false
  #line = 1

  constructor(reader: XmlReader, allowance: Allowance) {
    this.#reader = reader
    this.#allowance = allowance
  }

  write(chunk: string): void {
    const all = this.#rest + chunk
    let at = 0
    for (;;) {
      const next = this.#within ? this.#passed(all, at, this.#within) : this.#step(all, at)
      if (next === at) break
      at = next
    }
    this.#countLines(all, at)
    this.#rest = all.slice(at)
    // No tag is as long as a cell may be.
    this.#allowance.cell(this.#rest.length)
  }

  finish(): void {
    if (this.#open.length > 0 || this.#within || this.#rest.trim() !== '' || !this.#hasRoot) {
      throw cutOff({
        zh: 'XML 没有写完，缺少结尾的标签',
        en: 'the XML stops before its closing tags',
      })
    }
  }

  /** Behind the next text and tag; `at` itself where it is not all there. */
  #step(all: string, at: number): number {
    const tag = all.indexOf('<', at)
    if (tag < 0) return this.#openText(all, at)
    if (tag > at) this.#text(all.slice(at, tag))
    const code = all.charCodeAt(tag + 1)
    if (code === SLASH) return this.#closing(all, tag)
    if (code === BANG) return this.#declared(all, tag)
    if (code === QUESTION) return behind(all, '?>', tag)
    return this.#opening(all, tag)
  }

  /** Text of which the end has not come; an entity may be cut. */
  #openText(all: string, at: number): number {
    const entity = all.lastIndexOf('&')
    const isCut = entity >= at && all.length - entity < LONGEST_ENTITY && !all.includes(';', entity)
    const end = isCut ? entity : all.length
    if (end > at) this.#text(all.slice(at, end))
    return end
  }

  #text(text: string): void {
    if (this.#open.length > 0) this.#reader.text(this.#plain(text))
    else if (text.trim() !== '' && text !== '\uFEFF')
      throw this.#broken('text outside', '标签之外有文字')
  }

  #plain(text: string): string {
    if (!text.includes('&')) return text
    return text.replace(ENTITY, (written: string, number: string | undefined, name: string) => {
      const known = number ? characterOf(name, number === '#x' ? 16 : 10) : NAMED[name]
      if (known !== undefined && written.endsWith(';')) return known
      this.#reader.onBrokenText()
      return written
    })
  }

  #closing(all: string, tag: number): number {
    const end = all.indexOf('>', tag)
    if (end < 0) return tag
    const name = all.slice(tag + 2, end).trimEnd()
    const opened = this.#open.pop()
    if (name !== opened) {
      throw this.#broken(
        `</${name.slice(0, 40)}> closes <${opened ?? ''}>`,
        '结束标签与开始标签不一致',
      )
    }
    this.#reader.close(localName(name))
    return end + 1
  }

  #declared(all: string, tag: number): number {
    for (const kind of [COMMENT, CDATA]) {
      if (all.startsWith(kind.begin, tag)) {
        this.#within = kind
        return tag + kind.begin.length
      }
    }
    if (all.length - tag < CDATA.begin.length) return tag
    if (all.slice(tag, tag + 9).toUpperCase() === '<!DOCTYPE') throw declaresEntities()
    throw this.#broken('<!', '<! 之后的写法不对')
  }

  /** Behind what has come of a comment or a literal text. */
  #passed(all: string, at: number, { end }: typeof COMMENT | typeof CDATA): number {
    const found = all.indexOf(end, at)
    // Its end may be cut too.
    const to = found < 0 ? Math.max(at, all.length - end.length + 1) : found
    if (this.#within === CDATA && to > at && this.#open.length > 0) {
      this.#reader.text(all.slice(at, to))
    }
    if (found < 0) return to
    this.#within = null
    return found + end.length
  }

  #opening(all: string, tag: number): number {
    let at = tag + 1
    while (at < all.length && !endsName(all.charCodeAt(at))) at++
    const name = all.slice(tag + 1, at)
    let attributes: Record<string, string> | null = null
    for (;;) {
      while (isSpace(all.charCodeAt(at))) at++
      if (at >= all.length) return tag
      const code = all.charCodeAt(at)
      if (code === MORE || code === SLASH) break
      const from = at
      while (at < all.length && !endsName(all.charCodeAt(at))) at++
      const key = all.slice(from, at)
      while (isSpace(all.charCodeAt(at))) at++
      if (at >= all.length) return tag
      if (key === '' || all.charCodeAt(at) !== EQUALS)
        throw this.#broken(`<${name.slice(0, 40)}`, '属性写法不对')
      at++
      while (isSpace(all.charCodeAt(at))) at++
      if (at >= all.length) return tag
      const quote = all.charCodeAt(at)
      if (quote !== QUOTE && quote !== APOSTROPHE)
        throw this.#broken(`${key.slice(0, 40)}=`, '属性缺少引号')
      const end = all.indexOf(quote === QUOTE ? '"' : "'", at + 1)
      if (end < 0) return tag
      attributes ??= {}
      attributes[key] = this.#plain(all.slice(at + 1, end))
      at = end + 1
    }
    const isEmpty = all.charCodeAt(at) === SLASH
    if (isEmpty && at + 1 >= all.length) return tag
    if (isEmpty && all.charCodeAt(at + 1) !== MORE)
      throw this.#broken(`<${name.slice(0, 40)}`, '标签没有写完')
    this.#begin(name, attributes ?? NONE, isEmpty)
    return at + (isEmpty ? 2 : 1)
  }

  #begin(name: string, attributes: Attributes, isEmpty: boolean): void {
    if (name === '' || (this.#open.length === 0 && this.#hasRoot)) {
      throw this.#broken(`<${name.slice(0, 40)}>`, '标签写法不对')
    }
    this.#hasRoot = true
    this.#allowance.depth(this.#open.length + 1)
    const local = localName(name)
    this.#reader.open(local, attributes)
    if (isEmpty) this.#reader.close(local)
    else this.#open.push(name)
  }

  #countLines(text: string, to: number): void {
    for (let at = text.indexOf('\n'); at >= 0 && at < to; at = text.indexOf('\n', at + 1))
      this.#line++
  }

  /** Line of the block in which it stands, not less. */
  #broken(en: string, zh: string): ReadRefusal {
    return broken({
      zh: `第 ${this.#line} 行之后的 XML 有误：${zh}（${en}）`,
      en: `what follows line ${this.#line} is not proper XML: ${en}`,
    })
  }
}

function behind(all: string, end: string, from: number): number {
  const found = all.indexOf(end, from)
  return found < 0 ? from : found + end.length
}

const endsName = (code: number) =>
  isSpace(code) || code === MORE || code === SLASH || code === EQUALS

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

function characterOf(digits: string, base: 10 | 16): string | undefined {
  const code = Number.parseInt(digits, base)
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  return isCharacter ? String.fromCodePoint(code) : undefined
}

function declaresEntities(): ReadRefusal {
  return new ReadRefusal('broken', {
    zh: '文件里有 DOCTYPE 声明，可能藏有会无限展开的内容，出于安全不予读取。请用制图软件重新导出。',
    en: 'The file has a DOCTYPE, which may hide content that grows without end; for safety it is not read. Export it again from a mapping program.',
  })
}
