// What is called what a park is asked about, in a word or two?
import { IMPORT_WORDS } from '#geodata/contract/importing/field-words.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

/** Asked of a field of the park itself. */
const OF_PARK: Readonly<Record<string, Bilingual>> = {
  stage: { zh: '认定文件', en: 'Document that recognises it' },
}

/** The code itself where it is no question. */
export function itemName(questionId: string): Bilingual {
  const items: Readonly<Record<string, Bilingual>> = IMPORT_WORDS['park-answers'].item.choices
  return items[questionId] ?? OF_PARK[questionId] ?? { zh: questionId, en: questionId }
}
