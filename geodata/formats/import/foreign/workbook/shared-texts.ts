// The texts that cells of a workbook share, kept as bytes: millions of them weigh what their letters weigh.
import type { Allowance } from '#geodata/formats/import/foreign/allowance.ts'
import { unescapedText } from '#geodata/formats/import/foreign/workbook/escaped-text.ts'
import type { XmlReader } from '#geodata/formats/import/foreign/xml/xml-scanner.ts'

const FIRST_BYTES = 64 * 1024
const FIRST_TEXTS = 1024
/** Texts that many cells share are kept as they are: as many places as this. */
const AT_HAND = 16_384

export class SharedTexts implements XmlReader {
  readonly #allowance: Allowance
  readonly #encoder = new TextEncoder()
  readonly #decoder = new TextDecoder()
  #bytes = new Uint8Array(FIRST_BYTES)
  /** Where each text ends. */
  #ends = new Uint32Array(FIRST_TEXTS)
  #used = 0
  #count = 0
  #text = ''
  #isInText = false
  #isSpoken = false
  readonly #keys = new Int32Array(AT_HAND).fill(-1)
  readonly #texts: string[] = new Array(AT_HAND).fill('')

  constructor(allowance: Allowance) {
    this.#allowance = allowance
  }

  open(name: string): void {
    if (name === 'si') this.#text = ''
    else if (name === 'rPh') this.#isSpoken = true
    else if (name === 't') this.#isInText = !this.#isSpoken
  }

  text(text: string): void {
    if (!this.#isInText) return
    this.#text += text
    this.#allowance.cell(this.#text.length)
  }

  close(name: string): void {
    if (name === 't') this.#isInText = false
    else if (name === 'rPh') this.#isSpoken = false
    else if (name === 'si') this.#keep(unescapedText(this.#text))
  }

  onBrokenText(): void {}

  /** Undefined: there is no such text. */
  at(index: number): string | undefined {
    if (!(index >= 0 && index < this.#count)) return undefined
    const place = index % AT_HAND
    if (this.#keys[place] === index) return this.#texts[place]
    const from = index === 0 ? 0 : this.#ends[index - 1]
    const text = this.#decoder.decode(this.#bytes.subarray(from, this.#ends[index]))
    this.#keys[place] = index
    this.#texts[place] = text
    return text
  }

  #keep(text: string): void {
    // A character of UTF-16 is three bytes of UTF-8 at most.
    const needed = this.#used + text.length * 3
    if (needed > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(needed, Math.ceil(this.#bytes.length * 1.5)))
      larger.set(this.#bytes.subarray(0, this.#used))
      this.#bytes = larger
    }
    if (this.#count === this.#ends.length) {
      const larger = new Uint32Array(this.#ends.length * 2)
      larger.set(this.#ends)
      this.#ends = larger
    }
    this.#used += this.#encoder.encodeInto(text, this.#bytes.subarray(this.#used)).written
    this.#ends[this.#count++] = this.#used
    this.#allowance.shared(this.#used + this.#count * 4)
  }
}
