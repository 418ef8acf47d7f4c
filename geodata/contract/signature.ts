// Who writes, and why: what is wrong with either, in the words of the server and of the form alike.
import type { FieldError } from '#geodata/contract/problem.ts'

/** The headers that carry them, with the most characters of each. */
export const SIGNATURE_HEADERS = { 'Atlas-Editor': 80, 'Atlas-Reason': 500 } as const
export type SignatureHeader = keyof typeof SIGNATURE_HEADERS

/** null: nothing is wrong. A `text` of null is one that could not be decoded. */
export function signatureFault(header: SignatureHeader, text: string | null): FieldError | null {
  const most = SIGNATURE_HEADERS[header]
  const length = text?.length ?? 0
  if (text && length <= most) return null
  return {
    pointer: `${header}:`,
    detail: `${text === null ? 'It is not percent-encoded UTF-8' : length > most ? `It has ${length} characters` : 'Nothing was given'}; 1 to ${most} characters are expected`,
    detailZh: `${text === null ? '不是百分号编码的 UTF-8' : length > most ? `现为 ${length} 个字` : '没有填写'}，应为 1 至 ${most} 个字`,
  }
}
