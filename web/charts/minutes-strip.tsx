// How far are the plants? One ink square each on an axis of truck minutes from zero.

const WIDTH = 320
const LEFT = 10
const RIGHT = 310
const AXIS_Y = 30
const STEP_MINUTES = 30

export type MinutesMark = { id: string; name: string; minutes: number }

/** Axis end: the next full half hour past the farthest mark, at least two hours. */
export function axisEndMinutes(marks: { minutes: number }[]): number {
  const farthest = Math.max(0, ...marks.map(({ minutes }) => minutes))
  return Math.max(120, Math.ceil(farthest / STEP_MINUTES) * STEP_MINUTES)
}

/** A name near the left end starts at its mark, so that it never runs out of the drawing. */
function anchorOf(x: number): 'start' | 'middle' {
  return x < WIDTH / 3 ? 'start' : 'middle'
}

export function MinutesStrip({ marks, label }: { marks: MinutesMark[]; label: string }) {
  const end = axisEndMinutes(marks)
  const x = (minutes: number) => LEFT + (minutes / end) * (RIGHT - LEFT)
  const step = end > 240 ? 60 : STEP_MINUTES
  const ticks = Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => index * step)
  const nearest = [...marks].sort((a, b) => a.minutes - b.minutes)[0]
  return (
    <svg class="minutes-strip" viewBox={`0 0 ${WIDTH} 54`} role="img" aria-label={label}>
      {nearest && (
        <text
          class="strip-name"
          x={
            anchorOf(x(nearest.minutes)) === 'middle' ? x(nearest.minutes) : x(nearest.minutes) - 4
          }
          y="16"
          text-anchor={anchorOf(x(nearest.minutes))}
        >
          {`${nearest.name} ${Math.round(nearest.minutes)}`}
        </text>
      )}
      <line class="strip-axis" x1={LEFT} x2={RIGHT} y1={AXIS_Y} y2={AXIS_Y} />
      {ticks.map((minutes) => (
        <g key={minutes}>
          <line class="strip-axis" x1={x(minutes)} x2={x(minutes)} y1={AXIS_Y} y2={AXIS_Y + 4} />
          <text class="strip-tick" x={x(minutes)} y={AXIS_Y + 17} text-anchor="middle">
            {minutes}
          </text>
        </g>
      ))}
      {marks.map(({ id, minutes }) => (
        <rect
          key={id}
          class="strip-plant"
          x={x(minutes) - 4}
          y={AXIS_Y - 4}
          width="8"
          height="8"
          rx="1"
        />
      ))}
    </svg>
  )
}
