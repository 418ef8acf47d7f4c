// What does a cell of the comparison say, in the reader's language?
import { amountText, rangeText, signedText } from '#geodata/analysis/told/amount-text.ts'
import { chanceText } from '#geodata/analysis/told/chance-text.ts'
import { CODE_WORD, STANDING_WORD, UNIT_WORD } from '#geodata/analysis/told/unit-words.ts'
import type { Cell, Row } from '#geodata/contract/processes/comparison.ts'
import { language, say, t } from '#web/messages/index.ts'
import { districtName } from '#web/parts/words/district-name.ts'
import { districts } from '#web/state/region/lists.ts'
import type { ShownRange } from '#web/state/view/shown-range.ts'

export type CellWords = {
  /** null: unknown. */
  text: string | null
  /** The likely range, or the outer bounds; null: it reads as one amount. */
  range: string | null
  /** What it differs from the reference by, with its likely range. */
  delta: string | null
  /** Of whom it is, or what is known in words. */
  told: string | null
}

const NOTHING = { range: null, delta: null, told: null }

/** The word of a unit; of what has none, nothing. */
export function unitOf(unit: Row['unit']): string {
  return unit === null ? '' : say(UNIT_WORD[unit])
}

type Ends = { likely: readonly number[] | null; low: number | null; high: number | null }

function shownEnds({ likely, low, high }: Ends, unit: Row['unit'], shown: ShownRange) {
  return shown === 'likely' ? rangeText(likely?.[0], likely?.[1], unit) : rangeText(low, high, unit)
}

/** What was asked has its unit beside the title; the range of a cell is of what was found. */
const withUnit = (range: string | null, unit: Row['unit']) => range && `${range} ${unitOf(unit)}`

function deltaText(cell: Cell & { kind: 'amount' }, unit: Row['unit']): string | null {
  if (!cell.delta) return null
  const middle = signedText(cell.delta.amount, unit)
  const [low, high] = (cell.delta.likely ?? []).map((end) => signedText(end, unit))
  return low === undefined || high === undefined || low === high
    ? middle
    : t('compare.deltaRange', { middle, low, high })
}

/** Of an unknown amount what bounds it, if anything does. */
function boundText({ low, high }: Pick<Ends, 'low' | 'high'>, unit: Row['unit']): string | null {
  if (low !== null && high !== null) return rangeText(low, high, unit)
  if (high !== null) return t('site.atMost', { most: amountText(high, unit) })
  return low === null ? null : t('compare.atLeast', { least: amountText(low, unit) })
}

function codeText({ code }: Cell & { kind: 'code' }, row: string): string | null {
  if (row === 'record position' && code === 'unknown') return null
  if (row === 'record district') {
    if (language.value !== 'en') return code
    const district = districts.value.find(({ properties }) => properties.nameZh === code)
    return districtName({ adcode: district?.id ?? null, districtZh: code })
  }
  const words = CODE_WORD[row]?.[code]
  return words ? say(words) : code
}

export function cellWords(
  cell: Cell,
  { id, unit }: Pick<Row, 'id' | 'unit'>,
  shown: ShownRange,
): CellWords {
  switch (cell.kind) {
    case 'amount':
      return {
        text: amountText(cell.amount, unit),
        range: shownEnds(cell, unit, shown),
        delta: deltaText(cell, unit),
        told: cell.told && say(cell.told),
      }
    case 'unknown':
      return { ...NOTHING, text: null, range: boundText(cell, unit) }
    case 'need': {
      const { standing, chance } = cell
      const isInDraws = standing === 'perhaps' && chance !== null
      const text = say(STANDING_WORD[standing])
      return {
        ...NOTHING,
        text: isInDraws ? t('compare.needChance', { text, chance: chanceText(chance) }) : text,
        range: withUnit(shownEnds(cell, unit, shown), unit),
        told: say(cell.told),
      }
    }
    case 'words':
      return { ...NOTHING, text: say(cell.told) }
    case 'code':
      return { ...NOTHING, text: codeText(cell, id) }
    case 'none':
      return { ...NOTHING, text: '—', told: say(cell.told) }
  }
}

/** The title of a row; a need says how it was asked. */
export function rowTitle({ title, asked }: Pick<Row, 'title' | 'asked'>): string {
  if (!asked) return say(title)
  const how = t(asked.isHard ? 'site.needHard' : 'site.needWish')
  return t('compare.need', { title: say(title), how })
}

/** The unit of a row; a need has the amount that was asked before it. */
export function rowUnit({ unit, asked }: Pick<Row, 'unit' | 'asked'>): string {
  const word = unitOf(unit)
  return asked && asked.amount !== null ? `${amountText(asked.amount, unit)} ${word}`.trim() : word
}
