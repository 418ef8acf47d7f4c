// By what words is it told what finding something out is worth: on the page, in a report, in a list that is sent?
import { chanceText } from '#geodata/analysis/told/chance-text.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

/** Above a column of chances, each once one thing is known. */
export const CHANCE_KNOWING: Bilingual = {
  zh: '查清后的把握（平均）',
  en: 'Chance once known, on average',
}

/** Beside such chances: what they are to be held against. */
export function worthScale(chanceNow: number): Bilingual {
  const chance = chanceText(chanceNow)
  return { zh: `现在 ${chance} → 查清后平均`, en: `${chance} now → once known, on average` }
}
