// Who writes, and why: what is wrong with either, in the words of the server and of the form alike.
import type { FieldError } from '#geodata/contract/problem.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

/** The headers that carry them, with the most characters of each. */
export const SIGNATURE_HEADERS = { 'Atlas-Editor': 80, 'Atlas-Reason': 500 } as const
export type SignatureHeader = keyof typeof SIGNATURE_HEADERS

/** Signs that nobody sees or that turn the writing round: they name nobody, and could pass one name for another. */
const MARKS = /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu

export const withoutMarks = (text: string): string => text.replace(MARKS, '')

/** null: nothing is wrong. A `text` of null is one that could not be decoded. */
export function signatureFault(header: SignatureHeader, text: string | null): FieldError | null {
  const most = SIGNATURE_HEADERS[header]
  const came = whatCame(header, text, most)
  return (
    came && {
      pointer: `${header}:`,
      detail: `${came.en}; 1 to ${most} characters are expected`,
      detailZh: `${came.zh}，应为 1 至 ${most} 个字`,
    }
  )
}

function whatCame(header: SignatureHeader, text: string | null, most: number): Bilingual | null {
  if (text === null) return { en: 'It is not percent-encoded UTF-8', zh: '不是百分号编码的 UTF-8' }
  if (text === '') return { en: 'Nothing was given', zh: '没有填写' }
  const { length } = text
  if (length > most) return { en: `It has ${length} characters`, zh: `现为 ${length} 个字` }
  // A reason may have several lines.
  const inOneLine = header === 'Atlas-Reason' ? text.replace(/[\t\r\n]/g, ' ') : text
  if (withoutMarks(inOneLine) === inOneLine) return null
  return {
    en: 'It has signs that cannot be seen, such as a tab, a line break or a mark of direction',
    zh: '含有看不见的字符（制表符、换行或方向标记）',
  }
}
