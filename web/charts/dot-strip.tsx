// The compared on one axis from zero, each by its mark; unknown draws nothing.
import { LetterMark } from '#web/charts/letter-mark.tsx'

type DotStripProps = {
  values: { index: number; raw: number | null; low: number; high: number }[]
  label: string
}

const WIDTH = 96
const LEFT = 6
const RIGHT = 90

export function DotStrip({ values, label }: DotStripProps) {
  const end = Math.max(1e-9, ...values.map(({ raw, high }) => (raw === null ? 0 : high)))
  const x = (value: number) => LEFT + (value / end) * (RIGHT - LEFT)
  return (
    <svg class="dot-strip" viewBox={`0 0 ${WIDTH} 14`} role="img" aria-label={label}>
      <line class="strip-axis" x1={LEFT} x2={RIGHT} y1="7" y2="7" />
      <line class="strip-axis" x1={LEFT} x2={LEFT} y1="4" y2="10" />
      {values.map(({ index, raw, low, high }) =>
        raw === null ? null : (
          <g key={index}>
            <line class="strip-interval" x1={x(low)} x2={x(high)} y1="7" y2="7" />
            <LetterMark index={index} x={x(raw)} y={7} radius={4} />
          </g>
        ),
      )}
    </svg>
  )
}
