// Which of the compared does the report recommend, and how firmly may it say so?
import type { Column, Grounds } from '#geodata/analysis/report/grounds.ts'

export type Placed = Standing['ranked'][number]

export type Standing = {
  /** The ranked ones with what decides between them, the one that loses least first. */
  ranked: {
    column: Column
    ranked: NonNullable<Column['candidate']['ranked']>
    chance: number
    meanLoss: number
  }[]
}

/** By the points lost on average if it is chosen, the least first; alone, a ranked one decides nothing. */
export function standingOf({ columns, answers: { comparison } }: Grounds): Standing {
  const { decides } = comparison
  const ranked = columns.flatMap((column) => {
    const { ranked: found, id } = column.candidate
    if (!found) return []
    const place = decides?.ids.indexOf(id) ?? -1
    const regret = decides?.regrets.find(({ chosenId }) => chosenId === id)
    return [
      {
        column,
        ranked: found,
        // Alone it is first of these in every draw.
        chance: decides?.chances[place] ?? 1,
        meanLoss: regret?.meanPoints ?? 0,
      },
    ]
  })
  ranked.sort((a, b) => a.meanLoss - b.meanLoss || b.chance - a.chance)
  return { ranked }
}

/** Of the draws that it wins at least so many: it may be called the choice without asking further. */
export const SURE_CHANCE = 0.95
/** Of the draws that it wins less than so many: nothing is recommended before more is known. */
export const WEAK_CHANCE = 0.5
