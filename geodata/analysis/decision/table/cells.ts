// How does a row of a comparison come about from what is known of each candidate?
//
// Best and worst, the difference to the reference, and whether the row differs at all follow from the cells alike
// for every row; the difference is taken draw by draw, so that what two candidates share does not count as doubt.

import { type Interval, measuredWithin, verdicts } from '#geodata/analysis/decision/verdicts.ts'
import type { Range } from '#geodata/analysis/doubt/likely.ts'
import { likelyRange } from '#geodata/analysis/doubt/likely.ts'
import { roundedTo2, spanOf } from '#geodata/analysis/siting/told-ways.ts'
import type { Cell, Row } from '#geodata/contract/processes/comparison.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

type Told = { source: string; asOf: { oldest: string; newest: string } | null }

/** What is known of one candidate, with its draws where there are any. */
export type Made =
  | (Told & {
      kind: 'amount'
      amount: number
      likely: Range | null
      low: number | null
      high: number | null
      /** A number a draw, NaN where nothing is known then; a number alone: the same in all; null: none are drawn. */
      drawn: Float64Array | number | null
      told?: Bilingual
    })
  | (Told & {
      kind: 'unknown'
      told: Bilingual
      likely?: Range | null
      low?: number | null
      high?: number | null
    })
  | Exclude<Cell, { kind: 'amount' | 'unknown' }>

export type RowHead = Pick<Row, 'id' | 'group' | 'title' | 'unit' | 'better'> &
  Partial<Pick<Row, 'weight' | 'asked'>>

/** `reference`: the column that others are set against; null: none. */
export function rowOf(head: RowHead, made: readonly Made[], reference: number | null): Row {
  const marks = head.better
    ? verdicts(made.map(withinOf), head.better === 'less')
    : made.map(() => null)
  const against = reference === null ? null : (made[reference] ?? null)
  const cells = made.map((one, index): Cell => {
    const mark = marks[index] ?? null
    if (one.kind === 'amount') {
      const { drawn: _, likely, told, ...cell } = one
      const delta = index === reference ? null : deltaOf(one, against)
      return { ...cell, likely: pair(likely), told: told ?? null, mark, delta }
    }
    if (one.kind === 'unknown') {
      const { likely = null, low = null, high = null, ...cell } = one
      return { ...cell, likely: pair(likely), low, high, mark }
    }
    return one
  })
  const texts = cells.flatMap((cell) => (cell.kind === 'none' ? [] : [readAs(cell)]))
  return {
    weight: null,
    asked: null,
    ...head,
    differs: new Set(texts).size > 1,
    cells,
  }
}

/** An amount that is exactly known. */
export function exactly(amount: number, told: Told): Made {
  return {
    kind: 'amount',
    amount,
    likely: [amount, amount],
    low: amount,
    high: amount,
    drawn: amount,
    ...told,
  }
}

const pair = (range: Range | null): [number, number] | null => range && [range[0], range[1]]

function withinOf(one: Made): Interval | null {
  if (one.kind === 'unknown')
    return measuredWithin({
      raw: null,
      rawLow: one.low ?? null,
      rawHigh: one.high ?? null,
      rawLikely: pair(one.likely ?? null),
    })
  if (one.kind !== 'amount') return null
  const { amount: raw, low: rawLow, high: rawHigh, likely } = one
  return measuredWithin({ raw, rawLow, rawHigh, rawLikely: pair(likely) })
}

/** As a reader tells cells apart. */
function readAs(cell: Exclude<Cell, { kind: 'none' }>): string {
  switch (cell.kind) {
    case 'amount':
      return `${roundedTo2(cell.amount)} ${cell.told?.zh ?? ''}`
    case 'unknown':
      return `unknown ${cell.low} ${cell.high}`
    case 'need':
      return `${cell.standing} ${cell.told.zh}`
    case 'words':
      return cell.told.zh
    case 'code':
      return cell.code
  }
}

function deltaOf(one: Made & { kind: 'amount' }, against: Made | null) {
  if (against?.kind !== 'amount') return null
  const amount = roundedTo2(one.amount - against.amount)
  const [here, there] = [one.drawn, against.drawn]
  if (here === null || there === null) return { amount, likely: null }
  const known = differencesOf(here, there)
  if (known.length === 0) return { amount, likely: null }
  return { amount, likely: spanOf(likelyRange(known, new Float64Array(known.length)), amount) }
}

/** In the draws in which both are known. */
function differencesOf(here: Float64Array | number, there: Float64Array | number): Float64Array {
  const count = Math.max(lengthOf(here), lengthOf(there))
  const differences = new Float64Array(count)
  let known = 0
  for (let d = 0; d < count; d++) {
    const own = typeof here === 'number' ? here : here[d]
    const other = typeof there === 'number' ? there : there[d]
    const difference = (own ?? Number.NaN) - (other ?? Number.NaN)
    if (!Number.isFinite(difference)) continue
    differences[known] = difference
    known += 1
  }
  return differences.subarray(0, known)
}

const lengthOf = (drawn: Float64Array | number) => (typeof drawn === 'number' ? 1 : drawn.length)
