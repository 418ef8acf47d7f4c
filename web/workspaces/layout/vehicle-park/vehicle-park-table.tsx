// Every measure of every candidate, on one axis from zero; each figure opens the rows it is made of.

import type { VehicleParkResult } from '#geodata/contract/processes/vehicle-park.ts'
import { LaneStrip } from '#web/charts/lane-strip.tsx'
import { t } from '#web/messages/index.ts'
import { useButtonGrid } from '#web/parts/controls/grid-keys.ts'
import { type Measure, measuresOf, placesOf } from '#web/workspaces/layout/vehicle-park/figures.ts'
import {
  candidateName,
  centralText,
  figureText,
  measureTitle,
  totalOf,
  unitOf,
} from '#web/workspaces/layout/vehicle-park/vehicle-park-measures.ts'
import type { Traced } from '#web/workspaces/layout/vehicle-park/vehicle-park-rows.tsx'
import { letterOf } from '#web/workspaces/layout/vehicle-park/vehicle-park-strips.tsx'

type TableProps = {
  result: VehicleParkResult
  traced: Traced | null
  trace: (traced: Traced) => void
}

export function VehicleParkTable({ result, traced, trace }: TableProps) {
  const { candidates } = result
  const perCandidate = candidates.map(measuresOf)
  const measures = perCandidate[0] ?? []
  const grid = useButtonGrid()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="compare-scroll" aria-label={t('vehiclePark.table')} tabIndex={0}>
      <table class="one-table" {...grid}>
        <caption class="visually-hidden">{t('vehiclePark.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('vehiclePark.colMeasure')}</th>
            {candidates.map((candidate, index) => (
              <th key={candidate.id} scope="col">
                <span class={`letter letter-${index}`} aria-hidden="true">
                  {letterOf(index)}
                </span>{' '}
                {candidateName(candidate)}
              </th>
            ))}
            <th scope="col">{t('vehiclePark.colAxis')}</th>
          </tr>
        </thead>
        <tbody>
          {measures.map((measure, row) => (
            <MeasureRow
              key={measure.id}
              result={result}
              traced={traced}
              trace={trace}
              measure={measure}
              cells={perCandidate.flatMap((of) => of[row] ?? [])}
              isFirst={measures[row - 1]?.group !== measure.group}
              end={axisEnd(perCandidate, measure)}
            />
          ))}
        </tbody>
      </table>
      <p class="site-note">
        ▲ {t('vehiclePark.best')} · ▽ {t('vehiclePark.worst')} · ? {t('vehiclePark.unsure')} ·{' '}
        <i class="hatch-swatch" aria-hidden="true" />
        {t('common.unknown')}
      </p>
    </section>
  )
}

type MeasureRowProps = TableProps & {
  measure: Measure
  /** The measure of each candidate. */
  cells: readonly Measure[]
  /** First of its group. */
  isFirst: boolean
  /** Where the axis ends. */
  end: number
}

function MeasureRow(props: MeasureRowProps) {
  const { result, traced, trace, measure, cells, isFirst, end } = props
  const places = placesOf(cells)
  const title = measureTitle(measure)
  return (
    <tr class={isFirst ? 'first' : ''}>
      <th scope="row">
        {title}{' '}
        <abbr>
          {totalOf(measure, result)}
          {unitOf(measure)}
        </abbr>
      </th>
      {cells.map((cell, index) => {
        const id = result.candidates[index]?.id ?? ''
        const isOpen = traced?.candidateId === id && traced.measureId === cell.id
        return (
          <td key={id}>
            <Mark place={places[index]} />
            <button
              type="button"
              class="figure-button"
              aria-expanded={isOpen}
              title={t('vehiclePark.trace')}
              onClick={() => trace({ candidateId: id, measureId: cell.id })}
            >
              <Figure cell={cell} />
            </button>
          </td>
        )
      })}
      <td>
        <LaneStrip
          values={cells.map(({ value }) => value)}
          end={end}
          label={`${title}: ${cells
            .map((cell, index) => `${letterOf(index)} ${figureText(cell) ?? t('common.unknown')}`)
            .join(t('common.listSeparator'))}`}
        />
      </td>
    </tr>
  )
}

/** Measures of one unit share one axis: its end is the greatest value of any of them. */
function axisEnd(perCandidate: readonly Measure[][], { unit }: Measure): number {
  const ofUnit = perCandidate.flat().filter((measure) => measure.unit === unit)
  return Math.max(1e-9, ...ofUnit.map(({ value }) => value?.high ?? value?.central ?? 0))
}

function Figure({ cell }: { cell: Measure }) {
  const text = figureText(cell)
  if (text === null) return <span class="unknown">{t('common.unknown')}</span>
  return (
    <>
      <b>{centralText(cell)}</b> {text !== centralText(cell) && <small>{text}</small>}
    </>
  )
}

function Mark({ place }: { place: ReturnType<typeof placesOf>[number] | undefined }) {
  if (!place?.place) return null
  const word = place.place === 'best' ? t('vehiclePark.best') : t('vehiclePark.worst')
  const doubt = place.sure ? '' : ` (${t('vehiclePark.unsure')})`
  return (
    <span class={`place-mark ${place.place}`} role="img" aria-label={word + doubt}>
      {place.place === 'best' ? '▲' : '▽'}
      {!place.sure && '?'}
    </span>
  )
}
