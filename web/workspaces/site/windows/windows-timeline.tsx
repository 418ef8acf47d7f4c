// Order → loading → drive → gate and unloading → line, to scale, with the limit as the band it is.
import type { Triple } from '#geodata/analysis/jit/on-time.ts'
import { t } from '#web/messages/index.ts'
import { shortMinutes } from '#web/workspaces/site/windows/windows-words.ts'

type Span = { low: number; high: number }
type Props = { budget: Span; loading: Span; drive: Triple; dock: Span; label: string }

const WIDTH = 300
const BAR = { top: 18, height: 18 }
/** A figure needs so many units of the drawing. */
const ROOM_FOR_FIGURE = 20
const middle = ({ low, high }: Span) => (low + high) / 2

export function WindowTimeline({ budget, loading, drive, dock, label }: Props) {
  const [near, usual, far] = drive
  const arrival = {
    low: loading.low + near + dock.low,
    central: middle(loading) + usual + middle(dock),
    high: loading.high + far + dock.high,
  }
  const end = Math.max(budget.high, arrival.high) * 1.04
  const x = (minutes: number) => (minutes / end) * WIDTH
  const parts = [
    { id: 'loading', minutes: middle(loading) },
    { id: 'drive', minutes: usual },
    { id: 'dock', minutes: middle(dock) },
  ] as const
  const startOf = (index: number) =>
    parts.slice(0, index).reduce((sum, { minutes }) => sum + minutes, 0)
  const bottom = BAR.top + BAR.height
  return (
    <svg class="window-timeline" viewBox={`0 0 ${WIDTH} 78`} role="img" aria-label={label}>
      <rect
        class="limit"
        x={x(budget.low)}
        width={Math.max(1, x(budget.high) - x(budget.low))}
        y={BAR.top - 4}
        height={44}
      />
      {[...new Set([budget.low, budget.high])].map((minutes) => (
        <line
          key={minutes}
          class="limit-edge"
          x1={x(minutes)}
          x2={x(minutes)}
          y1={BAR.top - 4}
          y2={BAR.top + 40}
        />
      ))}
      {parts.map(({ id, minutes }, index) => (
        <g key={id}>
          <rect
            class={`stretch ${id}`}
            x={x(startOf(index))}
            width={Math.max(0.5, x(minutes))}
            y={BAR.top}
            height={BAR.height}
          />
          {x(minutes) > ROOM_FOR_FIGURE && (
            <text class={`figure ${id}`} x={x(startOf(index) + minutes / 2)} y={BAR.top + 13}>
              {shortMinutes(minutes)}
            </text>
          )}
        </g>
      ))}
      <line
        class="arrival"
        x1={x(arrival.low)}
        x2={x(arrival.high)}
        y1={bottom + 11}
        y2={bottom + 11}
      />
      <circle class="arrival-dot" cx={x(arrival.central)} cy={bottom + 11} r="3.5" />
      <line class="axis" x1="0" x2={WIDTH} y1={bottom + 24} y2={bottom + 24} />
      <text class="tick start" x="0" y={bottom + 38}>
        0
      </text>
      {[budget.low, budget.high].map((minutes, index) =>
        index === 1 && x(budget.high) - x(budget.low) < ROOM_FOR_FIGURE * 1.5 ? null : (
          <text key={index === 0 ? 'low' : 'high'} class="tick" x={x(minutes)} y={bottom + 38}>
            {shortMinutes(minutes)}
          </text>
        ),
      )}
      <text class="tick end" x={WIDTH} y="10">
        {t('windows.limit')}
      </text>
      <text class="tick start" x="0" y="10">
        {t('windows.order')}
      </text>
    </svg>
  )
}
