// How far are the suppliers of one candidate? A dot per firm on an axis of minutes shared by all.
//
// Firms of the same five minutes stand on each other, so that a crowd is seen as a crowd; below the
// axis the median with the interval that imprecise places put on it.

const WIDTH = 900
const LEFT = 8
const RIGHT = 892
const STEP = 4.8
const BIN_MINUTES = 5
const BELOW = 34

type SupplierStripProps = {
  minutes: readonly number[]
  /** The axis and the tallest pile of all strips beside each other. */
  endMinutes: number
  tallest: number
  cutoffMinutes: readonly number[]
  median: { low: number; central: number; high: number | null } | null
  label: string
}

/** How many firms stand on each other at most. */
export function tallestPile(minutes: readonly number[]): number {
  return Math.max(0, ...[...pilesOf(minutes).values()].map((pile) => pile))
}

function pilesOf(minutes: readonly number[]): Map<number, number> {
  const piles = new Map<number, number>()
  for (const one of minutes) {
    const bin = Math.floor(one / BIN_MINUTES)
    piles.set(bin, (piles.get(bin) ?? 0) + 1)
  }
  return piles
}

export function SupplierStrip(props: SupplierStripProps) {
  const { minutes, endMinutes, tallest, cutoffMinutes, median, label } = props
  const axisY = 6 + tallest * STEP
  const x = (value: number) => LEFT + (Math.min(value, endMinutes) / endMinutes) * (RIGHT - LEFT)
  const ticks = Array.from({ length: Math.floor(endMinutes / 30) + 1 }, (_, index) => index * 30)
  const band = (value: number) => cutoffMinutes.filter((cutoff) => value > cutoff).length
  return (
    <svg
      class="supplier-strip"
      viewBox={`0 0 ${WIDTH} ${axisY + BELOW}`}
      role="img"
      aria-label={label}
    >
      {cutoffMinutes.map((cutoff) => (
        <line key={cutoff} class="cutoff" x1={x(cutoff)} x2={x(cutoff)} y1="4" y2={axisY} />
      ))}
      {[...pilesOf(minutes)].flatMap(([bin, count]) =>
        Array.from({ length: count }, (_, index) => (
          <circle
            key={`${bin}-${index}`}
            class={`band-${Math.min(3, band((bin + 0.5) * BIN_MINUTES))}`}
            cx={x((bin + 0.5) * BIN_MINUTES)}
            cy={axisY - 4 - index * STEP}
            r="2.1"
          />
        )),
      )}
      <line class="strip-axis" x1={LEFT} x2={RIGHT} y1={axisY} y2={axisY} />
      {ticks.map((value) => (
        // The last at its end: half of it would stand outside of the drawing.
        <text
          key={value}
          class="strip-tick"
          x={value === endMinutes ? WIDTH : x(value)}
          y={axisY + 29}
          text-anchor={value === endMinutes ? 'end' : 'middle'}
        >
          {value}
        </text>
      ))}
      {median && (
        <g>
          <line
            class="strip-interval"
            x1={x(median.low)}
            x2={x(median.high ?? endMinutes)}
            y1={axisY + 8}
            y2={axisY + 8}
          />
          <path class="strip-median" d={`M${x(median.central)} ${axisY + 3}v10`} />
        </g>
      )}
    </svg>
  )
}
