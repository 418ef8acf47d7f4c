// Where do the points come from? Term by term: measured, its value of 0…1, its weight, its points.

import type { ComponentChildren } from 'preact'
import { wholePercent } from '#geodata/analysis/told/amount-text.ts'
import { toneClass } from '#web/charts/score-bar.tsx'
import { ValueFunction, type ValueFunctionProps } from '#web/charts/value-function.tsx'
import { t } from '#web/messages/index.ts'
import { inReadersWords } from '#web/parts/words/known-phrases.ts'
import { Words } from '#web/parts/words/words.tsx'

export type TermRow = {
  id: string
  title: string
  source: string
  /** Under the title: why the value is not known, else its source in short. */
  note: string
  /** Under the note. */
  details?: ComponentChildren
  /** null: not known. */
  measured: string | null
  unit: string
  /** What is likely of it, or its bounds; absent or null: it is one amount. */
  range?: string | null
  value: ValueFunctionProps
  weight: number
  points: string
}

type TermTableProps = {
  caption: string
  heads: readonly [term: string, measured: string, value: string, weight: string, points: string]
  /** The heaviest first. */
  rows: readonly TermRow[]
  total: { title: string; points: string }
}

export function TermTable({ caption, heads, rows, total }: TermTableProps) {
  return (
    <table class="site-terms">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <Term key={row.id} row={row} index={index} heads={heads} />
        ))}
        <tr class="total">
          <th scope="row" colSpan={4}>
            {total.title}
          </th>
          <td>
            <b>{total.points}</b>
          </td>
        </tr>
      </tbody>
    </table>
  )
}

type TermProps = { row: TermRow; index: number; heads: readonly string[] }

function Term({ row, index, heads }: TermProps) {
  const [, measured, value, weight, points] = heads
  return (
    <tr>
      <th scope="row">
        <i
          class={`swatch ${toneClass(index)}`}
          style="background:currentColor"
          aria-hidden="true"
        />
        <span>
          {row.title}
          <small title={inReadersWords(row.source)}>
            <Words of={row.note} />
          </small>
          {row.details}
        </span>
      </th>
      <td data-head={measured}>
        {row.measured === null ? (
          <span class="unknown">{t('common.unknown')}</span>
        ) : (
          <>
            {row.measured} <abbr>{row.unit}</abbr>
          </>
        )}
        {row.range && <small class="site-range">{row.range}</small>}
      </td>
      <td data-head={value}>
        <ValueFunction {...row.value} />
      </td>
      <td data-head={weight}>{wholePercent(row.weight)}%</td>
      <td data-head={points}>
        <b>{row.points}</b>
      </td>
    </tr>
  )
}
