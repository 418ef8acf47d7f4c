// A figure by year as bars from zero; a published bound (">50") is hatched, so it is readable without colour.
import { Hatch, hatchId } from '#web/charts/hatch.tsx'

export type YearBar = { year: string; value: number; text: string; isBound: boolean }

const WIDTH = 300
const HEIGHT = 150
const FLOOR = 128
const TOP = 18

export function YearBars({ bars, label }: { bars: readonly YearBar[]; label: string }) {
  const pattern = hatchId('years')
  const most = Math.max(1, ...bars.map(({ value }) => value))
  const step = WIDTH / Math.max(1, bars.length)
  return (
    <svg class="year-bars" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <defs>
        <Hatch id={pattern} />
      </defs>
      {bars.map(({ year, value, text, isBound }, index) => {
        const middle = step * (index + 0.5)
        const height = (value / most) * (FLOOR - TOP)
        const box = { x: middle - step * 0.3, y: FLOOR - height, width: step * 0.6, height }
        return (
          <g key={year}>
            <rect class={isBound ? 'yb-bound' : 'yb-bar'} {...box} />
            {isBound && <rect {...box} fill={`url(#${pattern})`} />}
            <text class="ts-name" x={middle} y={FLOOR - height - 5} text-anchor="middle">
              {text}
            </text>
            <text class="strip-tick" x={middle} y={FLOOR + 15} text-anchor="middle">
              {year}
            </text>
          </g>
        )
      })}
      <line class="strip-axis" x1="0" x2={WIDTH} y1={FLOOR} y2={FLOOR} />
    </svg>
  )
}
