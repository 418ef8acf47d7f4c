// A target on its own axis from zero: bar for the target, dot for what is comparable, hatch for unknown.
import { Hatch, hatchId } from '#web/charts/hatch.tsx'

type TargetScaleProps = {
  target: number | null
  baseline: number | null
  same: number | null
  others: number[]
  label: string
}

const LEFT = 6
const RIGHT = 194
const AXIS_Y = 14

export function TargetScale({ target, baseline, same, others, label }: TargetScaleProps) {
  const pattern = hatchId('target')
  if (target === null) {
    return (
      <svg class="target-scale" viewBox="0 0 200 34" role="img" aria-label={label}>
        <defs>
          <Hatch id={pattern} />
        </defs>
        <rect x={LEFT} y={AXIS_Y - 4} width={RIGHT - LEFT} height="8" fill={`url(#${pattern})`} />
      </svg>
    )
  }
  // A figure of another definition may be many times the target; it must not squeeze the target away.
  const reach = target * 2.5
  const fitting = others.filter((value) => value <= reach)
  const end = Math.max(target * 1.3, same ?? 0, baseline ?? 0, ...fitting)
  const x = (value: number) => LEFT + (Math.min(value, end) / end) * (RIGHT - LEFT)
  return (
    <svg class="target-scale" viewBox="0 0 200 34" role="img" aria-label={label}>
      <defs>
        <Hatch id={pattern} />
      </defs>
      {same === null && (
        <rect
          x={LEFT}
          y={AXIS_Y - 4}
          width={x(target) - LEFT}
          height="8"
          fill={`url(#${pattern})`}
        />
      )}
      <line class="strip-axis" x1={LEFT} x2={RIGHT} y1={AXIS_Y} y2={AXIS_Y} />
      {baseline !== null && (
        <line class="ts-baseline" x1={LEFT} x2={x(baseline)} y1={AXIS_Y} y2={AXIS_Y} />
      )}
      <line class="ts-target" x1={x(target)} x2={x(target)} y1={AXIS_Y - 9} y2={AXIS_Y + 9} />
      {[...new Set(fitting)].map((value) => (
        <circle key={value} class="ts-other" cx={x(value)} cy={AXIS_Y} r="4" />
      ))}
      {same !== null && <circle class="ts-same" cx={x(same)} cy={AXIS_Y} r="4.5" />}
      <text class="strip-tick" x={LEFT} y="33" text-anchor="middle">
        0
      </text>
      <text class="strip-tick" x={x(target)} y="33" text-anchor="middle">
        {target.toLocaleString()}
      </text>
    </svg>
  )
}
