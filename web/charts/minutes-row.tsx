// How far is one destination from each of the compared? All on one axis of minutes from zero, a row each.
import {
  asPercent,
  figureParts,
  type RowDrawn,
  rowHeight,
  rowParts,
} from '#geodata/drawing/charts/minutes-row.ts'
import { Drawn } from '#web/charts/drawn.tsx'

export function MinutesRow({ label, ...row }: RowDrawn & { label: string }) {
  return (
    <svg class="minutes-row" height={rowHeight(row)} role="img" aria-label={label}>
      <Drawn parts={rowParts(row, asPercent)} />
    </svg>
  )
}

/** The figures of the axis. */
export function MinutesFigures({ ticks, unit }: { ticks: readonly number[]; unit: string }) {
  return (
    <svg class="minutes-row" height="16" aria-hidden="true">
      <Drawn parts={figureParts(ticks, unit, asPercent)} />
    </svg>
  )
}
