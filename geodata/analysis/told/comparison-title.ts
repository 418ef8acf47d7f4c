// What is a comparison called that nobody has named?
import type { Bilingual } from '#geodata/contract/shared.ts'

export function comparisonTitle(made: Bilingual, count: number): Bilingual {
  return {
    zh: `${made.zh}放在哪里：${count} 处候选`,
    en: `Where to make ${made.en}: ${count} ${count === 1 ? 'candidate' : 'candidates'}`,
  }
}

/** A title as it was kept; untouched, it is told in the reader's language. */
export function titleAsKept(kept: string, untouched: Bilingual): Bilingual {
  return kept === untouched.zh || kept === untouched.en ? untouched : { zh: kept, en: kept }
}
