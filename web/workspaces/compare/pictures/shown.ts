// Which of the compared does the answer know, by the letter of their column?
import type { ComparedCandidate } from '#geodata/contract/processes/comparison.ts'
import { t } from '#web/messages/index.ts'
import { letterOf } from '#web/state/answers/compare.ts'
import type { Column } from '#web/workspaces/compare/column.ts'

/** A compared place as the pictures draw it: `index` gives its letter, its mark and its line. */
export type Shown = { index: number; id: string; name: string; candidate: ComparedCandidate }

/** The columns of which the answer tells something, in their order. */
export function shownOf(columns: readonly Column[]): Shown[] {
  return columns.flatMap(({ index, candidateId, name, candidate }) =>
    candidate ? [{ index, id: candidateId, name, candidate }] : [],
  )
}

/** "A Qingfeng"; a sentence about an id that no column has names the id. */
export function letteredName(shown: readonly Shown[], id: string): string {
  const one = shown.find((candidate) => candidate.id === id)
  return one ? t('pictures.lettered', { letter: letterOf(one.index), name: one.name }) : id
}

/** Whole, with the ends where they read otherwise: "47" or "47 (44–52)". */
export function withEnds(middle: number, low: number, high: number): string {
  const [whole, from, to] = [middle, low, high].map((one) => Math.round(one))
  if (from === to) return `${whole}`
  return t('pictures.withEnds', { middle: whole ?? 0, low: from ?? 0, high: to ?? 0 })
}
