// How far is one destination from each of the compared? All on one axis of minutes from zero, a row each.
import { lanesOf } from '#web/charts/lanes.ts'
import { LetterMark } from '#web/charts/letter-mark.tsx'

const ROW = 20
const LANE = 11
/** What marks need beside each other, of the whole width. */
const ROOM = 0.035

export type MinutesOf = { index: number; minutes: number; low: number; high: number }

/** The end of the axis and its steps: whole half hours, hours where there are many. */
export function minutesAxis(minutes: readonly number[]): { end: number; ticks: number[] } {
  const step = Math.max(...minutes, 60) > 240 ? 60 : 30
  const end = Math.ceil(Math.max(...minutes, 60) / step) * step
  return { end, ticks: Array.from({ length: end / step + 1 }, (_, index) => index * step) }
}

/** Where minutes lie along the row, 0 … 1, with room for half a mark at both ends. */
export function alongAxis(minutes: number, end: number): number {
  return 0.02 + Math.min(1, minutes / end) * 0.96
}

const percent = (share: number) => `${(share * 100).toFixed(2)}%`

type MinutesRowProps = { marks: readonly MinutesOf[]; ticks: readonly number[]; label: string }

export function MinutesRow({ marks, ticks, label }: MinutesRowProps) {
  const end = ticks.at(-1) ?? 60
  const lanes = lanesOf(
    marks.map(({ minutes }) => alongAxis(minutes, end)),
    ROOM,
  )
  const height = ROW + Math.max(0, ...lanes) * LANE
  return (
    <svg class="minutes-row" height={height} role="img" aria-label={label}>
      {ticks.map((minutes) => {
        const x = percent(alongAxis(minutes, end))
        return <line key={minutes} class="picture-grid" x1={x} x2={x} y1="0" y2={height} />
      })}
      {marks.map(({ index, minutes, low, high }, slot) => {
        const y = ROW / 2 + (lanes[slot] ?? 0) * LANE
        return (
          <g key={index}>
            <line
              class="minutes-doubt"
              x1={percent(alongAxis(low, end))}
              x2={percent(alongAxis(high, end))}
              y1={y}
              y2={y}
            />
            <svg
              aria-hidden="true"
              x={percent(alongAxis(minutes, end))}
              y={y}
              width="1"
              height="1"
              class="at-place"
            >
              <LetterMark index={index} x={0} y={0} radius={4.4} />
            </svg>
          </g>
        )
      })}
    </svg>
  )
}

/** The figures of the axis. */
export function MinutesFigures({ ticks, unit }: { ticks: readonly number[]; unit: string }) {
  const end = ticks.at(-1) ?? 60
  return (
    <svg class="minutes-row" height="16" aria-hidden="true">
      {ticks.map((minutes, index) => (
        <text
          key={minutes}
          class="picture-tick"
          x={percent(alongAxis(minutes, end))}
          y="12"
          text-anchor={index === 0 ? 'start' : index === ticks.length - 1 ? 'end' : 'middle'}
        >
          {index === ticks.length - 1 ? `${minutes} ${unit}` : minutes}
        </text>
      ))}
    </svg>
  )
}
