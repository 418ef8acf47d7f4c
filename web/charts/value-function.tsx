// How a measured value becomes 0…1: the line from worst to best, and where this candidate stands.

const WIDTH = 56
const HEIGHT = 20
const PAD = 3

export type ValueFunctionProps = {
  best: number
  worst: number
  /** null: unknown, the whole height is hatched instead of a dot. */
  raw: number | null
  value: number
  valueLow: number
  valueHigh: number
  label: string
}

export function ValueFunction(props: ValueFunctionProps) {
  const { best, worst, raw, value, valueLow, valueHigh, label } = props
  const low = Math.min(best, worst)
  const span = Math.abs(worst - best) || 1
  const left = low - span * 0.25
  const x = (measured: number) =>
    PAD +
    ((Math.min(Math.max(measured, left), low + span * 1.25) - left) / (span * 1.5)) *
      (WIDTH - 2 * PAD)
  const y = (worth: number) => HEIGHT - PAD - worth * (HEIGHT - 2 * PAD)
  const falling = best < worst
  const line = falling
    ? `M${PAD} ${y(1)} L${x(best)} ${y(1)} L${x(worst)} ${y(0)} L${WIDTH - PAD} ${y(0)}`
    : `M${PAD} ${y(0)} L${x(worst)} ${y(0)} L${x(best)} ${y(1)} L${WIDTH - PAD} ${y(1)}`
  return (
    <svg class="value-function" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <path class="vf-axis" d={`M${PAD} ${PAD} V${HEIGHT - PAD} H${WIDTH - PAD}`} />
      <path class="vf-line" d={line} />
      {raw === null ? (
        <line class="vf-doubt" x1={WIDTH / 2} x2={WIDTH / 2} y1={y(valueLow)} y2={y(valueHigh)} />
      ) : (
        <>
          <line class="vf-doubt" x1={x(raw)} x2={x(raw)} y1={y(valueLow)} y2={y(valueHigh)} />
          <circle class="vf-dot" cx={x(raw)} cy={y(value)} r="2.6" />
        </>
      )}
    </svg>
  )
}
