// Which features stand in a JSON text? Each is cut out as text, so that a file is never held as a whole.
//
//   { "type": …, "features": [ item, item ], "crs": … }    a collection: members, and the items of its features
//   [ item, item ]                                          a list
//   { … } { … }                                             one object, or one a line
//
// Brackets are counted, strings passed over; whether an item is JSON is for its reader to say.
import type { Allowance } from '#geodata/formats/import/foreign/allowance.ts'
import { broken, cutOff } from '#geodata/formats/import/foreign/read-refusal.ts'

const FEATURES = /^\s*"features"\s*:\s*$/
const isSpace = (code: number) =>
  code === 32 || code === 10 || code === 13 || code === 9 || code === 0x1e || code === 0xfeff

export class JsonItems {
  /** Items of a list, since the last time they were taken. */
  items: string[] = []
  /** Objects that are no lists of features, each as one text. */
  objects: string[] = []
  /** Members of collections beside their features. */
  members: string[] = []
  /** A list of features, or of anything, was met. */
  hasList = false

  readonly #allowance: Allowance
  #depth = 0
  /** What separates items: 1 in a list or among members, 2 among features. */
  #level = 1
  #root: '{' | '[' | null = null
  #isCollection = false
  /** Within an item a bracket was opened: only the first may be that of the features. */
  #hasBracket = false
  #isInString = false
  #isEscaped = false
  #own: string[] = []
  #ownCharacters = 0
  /** Parts of the item that began in earlier blocks. */
  #parts: string[] = []
  #partCharacters = 0

  constructor(allowance: Allowance) {
    this.#allowance = allowance
  }

  push(text: string): void {
    let start = 0
    for (let at = 0; at < text.length; at++) {
      if (this.#isInString) {
        at = this.#inString(text, at)
        continue
      }
      const code = text.charCodeAt(at)
      // " , [ ] { }
      if (code === 34) this.#isInString = true
      else if (code === 44) {
        if (this.#depth === this.#level) {
          this.#end(text.slice(start, at))
          start = at + 1
        }
      } else if (code === 91 || code === 123) start = this.#open(text, start, at)
      else if (code === 93 || code === 125) start = this.#close(text, start, at)
      else if (this.#depth === 0 && !isSpace(code)) throw notJson()
    }
    if (this.#depth === 0) return
    this.#parts.push(text.slice(start))
    this.#partCharacters += text.length - start
    this.#allowance.text(this.#partCharacters)
  }

  /** To be called when all has come. */
  finish(): void {
    if (this.#depth > 0 || this.#isInString) {
      throw cutOff({
        zh: 'JSON 没有写完，缺少结尾的括号',
        en: 'the JSON stops before its closing brackets',
      })
    }
  }

  #inString(text: string, from: number): number {
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (this.#isEscaped) this.#isEscaped = false
      else if (code === 92) this.#isEscaped = true
      else if (code === 34) {
        this.#isInString = false
        return at
      }
    }
    return text.length
  }

  #open(text: string, start: number, at: number): number {
    const bracket = text[at] === '[' ? '[' : '{'
    this.#depth += 1
    this.#allowance.depth(this.#depth)
    if (this.#depth === 1) {
      this.#root = bracket
      this.hasList ||= bracket === '['
      return at + 1
    }
    const isMember = this.#depth === 2 && this.#level === 1 && this.#root === '{'
    const isFirst = !this.#hasBracket
    this.#hasBracket = true
    if (
      isMember &&
      isFirst &&
      bracket === '[' &&
      FEATURES.test(this.#parts.join('') + text.slice(start, at))
    ) {
      this.#parts = []
      this.#partCharacters = 0
      this.#hasBracket = false
      this.#level = 2
      this.hasList = true
      this.#isCollection = true
      return at + 1
    }
    return start
  }

  #close(text: string, start: number, at: number): number {
    if (this.#depth === 0) throw notJson()
    if (this.#depth === this.#level) {
      this.#end(text.slice(start, at))
      start = at + 1
      this.#level = 1
    }
    this.#depth -= 1
    if (this.#depth === 0) this.#endRoot()
    return start
  }

  #end(last: string): void {
    const item = this.#parts.join('') + last
    this.#allowance.text(item.length)
    this.#parts = []
    this.#partCharacters = 0
    this.#hasBracket = false
    if (item.trim() === '') return
    if (this.#level === 2 || this.#root === '[') this.items.push(item)
    else {
      this.#own.push(item)
      this.#ownCharacters += item.length
      this.#allowance.text(this.#ownCharacters)
    }
  }

  #endRoot(): void {
    if (this.#isCollection) for (const member of this.#own) this.members.push(member)
    else if (this.#root === '{') this.objects.push(`{${this.#own.join(',')}}`)
    this.#own = []
    this.#ownCharacters = 0
    this.#isCollection = false
    this.#root = null
  }
}

function notJson() {
  return broken({ zh: '不是合法的 JSON', en: 'it is not JSON' })
}
