// What a cell of the comparison says in a report: its text, the likely range beside it, and whether it is unknown.

import { amountText, rangeText } from '#geodata/analysis/told/amount-text.ts'
import { chanceText } from '#geodata/analysis/told/chance-text.ts'
import type { Say } from '#geodata/analysis/told/rich.ts'
import { CODE_WORD, STANDING_WORD } from '#geodata/analysis/told/unit-words.ts'
import type { Cell, Row } from '#geodata/contract/processes/comparison.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

export type CellTold = {
  /** null: unknown. */
  text: string | null
  /** The likely range, or what bounds an unknown; null: it reads as one amount. */
  range: string | null
  /** Of whom it is, or what is known in words. */
  told: string | null
}

type District = (nameZh: string) => string

export function cellTold(
  cell: Cell,
  { id, unit }: Pick<Row, 'id' | 'unit'>,
  say: Say,
  districtOf: District,
): CellTold {
  const said = ({ zh, en }: Bilingual) => say(zh, en)
  switch (cell.kind) {
    case 'amount':
      return {
        text: amountText(cell.amount, unit),
        range: rangeText(cell.likely?.[0], cell.likely?.[1], unit),
        told: cell.told && inOriginal(cell.told, say),
      }
    case 'unknown':
      return { text: null, range: boundText(cell, unit), told: inOriginal(cell.told, say) }
    case 'need': {
      const { standing, chance } = cell
      const text = standing === 'unknown' ? null : said(STANDING_WORD[standing])
      const isInDraws = standing === 'perhaps' && chance !== null
      return {
        text: isInDraws
          ? say(`${text}（${chanceText(chance)}）`, `${text} (${chanceText(chance)})`)
          : text,
        range: rangeText(cell.likely?.[0], cell.likely?.[1], unit),
        told: said(cell.told),
      }
    }
    case 'words':
      return { text: inOriginal(cell.told, say), range: null, told: null }
    case 'code':
      return { text: codeText(cell.code, id, { said, districtOf }), range: null, told: null }
    case 'none':
      return { text: '—', range: null, told: said(cell.told) }
  }
}

/** What the data have in Chinese alone stays so in English, and is marked as what they say. */
function inOriginal({ zh, en }: Bilingual, say: Say): string {
  const isOriginal = zh === en && /\p{Script=Han}/u.test(zh)
  return isOriginal ? say(zh, `in the original: ${zh}`) : say(zh, en)
}

function codeText(
  code: string,
  rowId: string,
  { said, districtOf }: { said: (one: Bilingual) => string; districtOf: District },
): string | null {
  if (rowId === 'record position' && code === 'unknown') return null
  if (rowId === 'record district') return districtOf(code)
  const words = CODE_WORD[rowId]?.[code]
  return words ? said(words) : code
}

function boundText(
  { low, high }: { low: number | null; high: number | null },
  unit: Row['unit'],
): string | null {
  if (low !== null && high !== null) return rangeText(low, high, unit)
  if (high !== null) return `≤ ${amountText(high, unit)}`
  return low === null ? null : `≥ ${amountText(low, unit)}`
}
