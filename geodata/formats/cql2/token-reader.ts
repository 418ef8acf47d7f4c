// Walks over the words and signs of a filter, one after another, and says what was expected where another came.
import { Cql2Fault } from '#geodata/formats/cql2/expression.ts'
import type { Token } from '#geodata/formats/cql2/tokens.ts'

export class TokenReader {
  readonly #tokens: readonly Token[]
  #next = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  get token(): Token {
    return this.#tokens[this.#next] as Token
  }

  /** Is the next word or sign this one? Then it is passed. */
  took(value: string): boolean {
    if (!this.is(value)) return false
    this.#next += 1
    return true
  }

  is(value: string): boolean {
    const { kind, value: came } = this.token
    return (kind === 'word' || kind === 'sign') && came.toLowerCase() === value
  }

  need(value: string): void {
    if (!this.took(value)) throw this.unexpected(`“${value.toUpperCase()}”`)
  }

  end(): void {
    if (this.token.kind !== 'end') throw this.unexpected('the end', '结尾')
  }

  number(): number {
    const isNegative = this.took('-')
    if (!isNegative) this.took('+')
    const { kind, value } = this.token
    if (kind !== 'number') throw this.unexpected('a number', '数字')
    this.#next += 1
    return isNegative ? -Number(value) : Number(value)
  }

  text(): string {
    const { kind, value } = this.token
    if (kind !== 'text') throw this.unexpected('a text in single quotation marks', '单引号中的文字')
    this.#next += 1
    return value
  }

  unexpected(expected: string, expectedZh = expected): Cql2Fault {
    const { kind, value, at } = this.token
    return kind === 'end'
      ? new Cql2Fault({
          en: `It ends where ${expected} is expected.`,
          zh: `到结尾仍缺${expectedZh}。`,
        })
      : new Cql2Fault({
          en: `“${value}” came at character ${at}; expected ${expected}.`,
          zh: `第 ${at} 个字符处为“${value}”，应为${expectedZh}。`,
        })
  }

  pass(): void {
    this.#next += 1
  }
}
