// A target on its own axis from zero: bar for the target, dot for what is comparable, hatch for unknown.
import { Hatch, hatchId } from '#web/charts/hatch.tsx'

export type ScaleMark = { value: number; text: string }
type TargetScaleProps = {
  target: ScaleMark | null
  baseline: number | null
  same: ScaleMark | null
  /** Newest first: the first to come is the first to be named. */
  others: readonly ScaleMark[]
  forecast: { low: number; high: number } | null
  label: string
}

const WIDTH = 300
const HEIGHT = 50
const LEFT = 8
const RIGHT = 288
const AXIS_Y = 26
/** Letters after this one are as wide as they are high. */
const FIRST_WIDE = '\u2e80'

export function TargetScale(props: TargetScaleProps) {
  const { target, baseline, same, others, forecast, label } = props
  const pattern = hatchId('target')
  if (target === null) return <UnknownTarget label={label} />
  // A figure of another definition may be many times the target; it must not squeeze the target away.
  const fitting = others.filter(({ value }) => value <= target.value * 5)
  const end = Math.max(
    target.value * 1.3,
    ...[same?.value, baseline, forecast?.high, ...fitting.map(({ value }) => value)].map(
      (value) => (value ?? 0) * 1.06,
    ),
  )
  const x = (value: number) => LEFT + (value / end) * (RIGHT - LEFT)
  const named = namedMarks([target, ...(same ? [same] : []), ...fitting], x)
  return (
    <svg class="target-scale" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <defs>
        <Hatch id={pattern} />
      </defs>
      {same === null && (
        <rect
          x={LEFT}
          y={AXIS_Y - 4}
          width={x(target.value) - LEFT}
          height="8"
          fill={`url(#${pattern})`}
        />
      )}
      <line class="strip-axis" x1={LEFT} x2={RIGHT} y1={AXIS_Y} y2={AXIS_Y} />
      {baseline !== null && (
        <line class="ts-baseline" x1={LEFT} x2={x(baseline)} y1={AXIS_Y} y2={AXIS_Y} />
      )}
      {forecast && (
        <rect
          class="ts-forecast"
          x={x(Math.max(0, forecast.low))}
          y={AXIS_Y - 6}
          width={x(forecast.high) - x(Math.max(0, forecast.low))}
          height="12"
        />
      )}
      <Ticks end={end} x={x} />
      <line
        class="ts-target"
        x1={x(target.value)}
        x2={x(target.value)}
        y1={AXIS_Y - 9}
        y2={AXIS_Y + 9}
      />
      {fitting.map(({ value, text }) => (
        <circle key={`${value}${text}`} class="ts-other" cx={x(value)} cy={AXIS_Y} r="4.5" />
      ))}
      {same !== null && <circle class="ts-same" cx={x(same.value)} cy={AXIS_Y} r="5" />}
      {named.map(({ mark, at }) => (
        <text
          key={`${mark.value}${mark.text}`}
          class={mark === target ? 'ts-name strong' : 'ts-name'}
          x={at}
          y="11"
          text-anchor="middle"
        >
          {mark.text}
        </text>
      ))}
    </svg>
  )
}

/** Hatched from end to end. */
function UnknownTarget({ label }: { label: string }) {
  const pattern = hatchId('target')
  return (
    <svg class="target-scale" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <defs>
        <Hatch id={pattern} />
      </defs>
      <rect x={LEFT} y={AXIS_Y - 4} width={RIGHT - LEFT} height="8" fill={`url(#${pattern})`} />
    </svg>
  )
}

type TicksProps = { end: number; x: (value: number) => number }

function Ticks({ end, x }: TicksProps) {
  return (
    <>
      {ticksUpTo(end).map((value) => (
        <g key={value}>
          <line class="strip-axis" x1={x(value)} x2={x(value)} y1={AXIS_Y - 3} y2={AXIS_Y + 3} />
          <text class="strip-tick" x={x(value)} y={AXIS_Y + 18} text-anchor="middle">
            {value.toLocaleString('en')}
          </text>
        </g>
      ))}
    </>
  )
}

/** Names that do not run into one another, those that come first before the others. */
function namedMarks(marks: readonly ScaleMark[], x: (value: number) => number) {
  const kept: { mark: ScaleMark; at: number; half: number }[] = []
  for (const mark of marks) {
    const half =
      [...mark.text].reduce((wide, letter) => wide + (letter > FIRST_WIDE ? 11 : 6.4), 6) / 2
    const at = Math.min(WIDTH - half, Math.max(half, x(mark.value)))
    if (kept.every((other) => Math.abs(other.at - at) >= other.half + half))
      kept.push({ mark, at, half })
  }
  return kept
}

function ticksUpTo(end: number): number[] {
  const power = 10 ** Math.floor(Math.log10(end / 3))
  const step =
    [1, 2, 5, 10].map((factor) => factor * power).find((size) => end / size <= 4) ?? power * 10
  const whole = Math.max(1, step)
  return Array.from({ length: Math.floor(end / whole) + 1 }, (_, index) => index * whole)
}
