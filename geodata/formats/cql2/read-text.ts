// Reads a filter written as CQL2 text (OGC 21-065r2, annex B) into the form of its JSON.
//
// One grammar for conditions and values, weakest first: OR, AND, NOT, a comparison, + and -, * / % div, ^. What a
// function takes, and whether a value stands where a condition should, is looked at afterwards, for text and JSON alike.
import { type Cql2, MOST_DEEP, tooDeep } from '#geodata/formats/cql2/expression.ts'
import { TokenReader } from '#geodata/formats/cql2/token-reader.ts'
import { tokensOf } from '#geodata/formats/cql2/tokens.ts'
import { readWellKnownText, WELL_KNOWN_TYPES } from '#geodata/formats/cql2/well-known-text.ts'

const COMPARISONS = ['=', '<>', '<', '>', '<=', '>=']
/** Written in any case; the JSON has lower case but for these. */
const OWN_FUNCTIONS = /^(casei|accenti|[sta]_[a-z]+)$/i
const jsonName = (word: string) =>
  OWN_FUNCTIONS.test(word)
    ? word.toLowerCase().replace(/edby$|metby$/, (end) => `${end.slice(0, -2)}By`)
    : word
const OPERATORS = new Set(['and', 'or', 'not', 'like', 'between', 'in', 'is', 'null', 'div'])

/** Throws a Cql2Fault that says what came where. */
export function readCql2Text(text: string): Cql2 {
  const reader = new Cql2Reader(tokensOf(text))
  const read = reader.either()
  reader.end()
  return read
}

class Cql2Reader extends TokenReader {
  #depth = 0

  /** A condition, or a value. */
  either(): Cql2 {
    this.#depth += 1
    if (this.#depth > MOST_DEEP) throw tooDeep()
    const parts = [this.#all()]
    while (this.took('or')) parts.push(this.#all())
    this.#depth -= 1
    return joined('or', parts)
  }

  #all(): Cql2 {
    const parts = [this.#not()]
    while (this.took('and')) parts.push(this.#not())
    return joined('and', parts)
  }

  #not(): Cql2 {
    if (!this.took('not')) return this.#compared()
    this.#depth += 1
    if (this.#depth > MOST_DEEP) throw tooDeep()
    const not = { op: 'not', args: [this.#not()] }
    this.#depth -= 1
    return not
  }

  #compared(): Cql2 {
    const left = this.#sum()
    const comparison = COMPARISONS.find((sign) => this.took(sign))
    if (comparison) return { op: comparison, args: [left, this.#sum()] }
    if (this.took('is')) {
      const isNot = this.took('not')
      this.need('null')
      return negated(isNot, { op: 'isNull', args: [left] })
    }
    const isNot = this.took('not')
    if (this.took('like')) return negated(isNot, { op: 'like', args: [left, this.#sum()] })
    if (this.took('between')) {
      const low = this.#sum()
      this.need('and')
      return negated(isNot, { op: 'between', args: [left, low, this.#sum()] })
    }
    if (this.took('in')) {
      this.need('(')
      return negated(isNot, { op: 'in', args: [left, this.#list()] })
    }
    if (isNot) throw this.unexpected('LIKE, BETWEEN or IN', 'LIKE、BETWEEN 或 IN')
    return left
  }

  #sum(): Cql2 {
    let left = this.#product()
    for (;;) {
      const op = ['+', '-'].find((sign) => this.took(sign))
      if (!op) return left
      left = { op, args: [left, this.#product()] }
    }
  }

  #product(): Cql2 {
    let left = this.#power()
    for (;;) {
      const op = ['*', '/', '%', 'div'].find((sign) => this.took(sign))
      if (!op) return left
      left = { op, args: [left, this.#power()] }
    }
  }

  #power(): Cql2 {
    const base = this.#signed()
    return this.took('^') ? { op: '^', args: [base, this.#signed()] } : base
  }

  #signed(): Cql2 {
    if (!this.took('-')) return this.#one()
    return this.token.kind === 'number' ? -this.number() : { op: '*', args: [-1, this.#one()] }
  }

  #one(): Cql2 {
    const { kind, value } = this.token
    if (kind === 'number') return this.number()
    if (kind === 'text') return this.text()
    if (kind === 'name') {
      this.pass()
      return { property: value }
    }
    if (this.took('(')) return this.#inBrackets()
    if (kind !== 'word' || OPERATORS.has(value.toLowerCase())) {
      throw this.unexpected('a property, a value or a function', '属性、值或函数')
    }
    this.pass()
    return this.#worded(value)
  }

  /** One thing is that thing, several are a list, and none is an empty one. */
  #inBrackets(): Cql2 {
    if (this.took(')')) return []
    const first = this.either()
    if (this.took(')')) return first
    this.need(',')
    return [first, ...this.#list()]
  }

  /** What stands before the bracket that closes. */
  #list(): Cql2[] {
    const list = [this.either()]
    while (this.took(',')) list.push(this.either())
    this.need(')')
    return list
  }

  #worded(word: string): Cql2 {
    const upper = word.toUpperCase()
    if (upper === 'TRUE' || upper === 'FALSE') return upper === 'TRUE'
    const geometry = WELL_KNOWN_TYPES[upper]
    if (geometry && (this.is('(') || this.is('z') || this.is('empty'))) {
      return readWellKnownText(this, upper)
    }
    if (!this.took('(')) return { property: word }
    if (upper === 'DATE' || upper === 'TIMESTAMP') {
      const text = this.text()
      this.need(')')
      return upper === 'DATE' ? { date: text } : { timestamp: text }
    }
    const args = this.took(')') ? [] : this.#list()
    if (upper === 'INTERVAL') return { interval: args }
    if (upper === 'BBOX') return { bbox: args.map(Number) }
    return { op: jsonName(word), args }
  }
}

const joined = (op: string, parts: Cql2[]): Cql2 =>
  parts.length > 1 ? { op, args: parts } : (parts[0] as Cql2)

const negated = (isNot: boolean, condition: Cql2): Cql2 =>
  isNot ? { op: 'not', args: [condition] } : condition
