// The words, signs, numbers and texts of a filter written as CQL2 text (OGC 21-065r2, annex B).
import { Cql2Fault } from '#geodata/formats/cql2/expression.ts'

export type Token = {
  kind: 'word' | 'name' | 'text' | 'number' | 'sign' | 'end'
  /** Of a text or a quoted name what stands between its marks. */
  value: string
  /** Of its first character, from 1. */
  at: number
}

const NAME_START =
  ':_A-Za-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFE\\u200C-\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}'
const NAME = `[${NAME_START}][${NAME_START}.0-9\\u0300-\\u036F\\u203F-\\u2040]*`
const TOKEN = new RegExp(
  [
    `(?<word>${NAME})`,
    `"(?<name>${NAME})"`,
    `'(?<text>(?:''|\\\\'|[^'])*)'`,
    '(?<number>(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?)',
    '(?<sign><>|<=|>=|[=<>+\\-*/%^(),])',
    '(?<space>\\s+)',
  ].join('|'),
  'uy',
)

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const from = TOKEN.lastIndex
    const groups = TOKEN.exec(text)?.groups
    if (!groups) throw strange(text, from)
    for (const kind of ['word', 'name', 'text', 'number', 'sign'] as const) {
      const value = groups[kind]
      if (value === undefined) continue
      const plain = kind === 'text' ? value.replace(/''|\\'/g, "'") : value
      tokens.push({ kind, value: plain, at: from + 1 })
    }
  }
  return [...tokens, { kind: 'end', value: '', at: text.length + 1 }]
}

function strange(text: string, from: number): Cql2Fault {
  const came = text.slice(from, from + 12)
  return text[from] === "'" || text[from] === '"'
    ? new Cql2Fault({
        en: `The quotation mark at character ${from + 1} is not closed, or no name stands in it: ${came}`,
        zh: `第 ${from + 1} 个字符处的引号没有闭合，或其中不是名称：${came}`,
      })
    : new Cql2Fault({
        en: `“${came}” at character ${from + 1} is no part of CQL2.`,
        zh: `第 ${from + 1} 个字符处的“${came}”不是 CQL2 的写法。`,
      })
}
