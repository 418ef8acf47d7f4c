// By what name does a reader know a row of what parks answer? Whose answer it is, and to which question.
import { QUESTIONS } from '#geodata/analysis/questionnaire/questions.ts'
import type { Park } from '#geodata/contract/collections.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

/** `rowId` as ./laid-over.ts makes it; null: it is none. */
export function answerName(rowId: string, parks: readonly Park[]): Bilingual | null {
  const at = rowId.lastIndexOf('.')
  const words = QUESTIONS.find(({ id }) => id === rowId.slice(at + 1))?.words
  if (at < 0 || !words) return null
  const parkId = rowId.slice(0, at)
  const park = parks.find(({ properties }) => properties.id === parkId)?.properties
  return {
    zh: `${park?.labelZh ?? parkId}：${words.zh}`,
    en: `${park?.labelEn ?? parkId}: ${words.en}`,
  }
}
