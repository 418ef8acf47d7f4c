// The compared on one axis from zero, a lane each, so that overlapping intervals stay apart.

type LaneStripProps = {
  /** One per lane; null: unknown, its lane is hatched. */
  values: readonly ({ low: number; central: number; high: number | null } | null)[]
  end: number
  label: string
}

const WIDTH = 200
const LEFT = 4
const RIGHT = 196
const LANE = 6

export function LaneStrip({ values, end, label }: LaneStripProps) {
  const x = (value: number) => LEFT + (Math.min(value, end) / end) * (RIGHT - LEFT)
  const height = values.length * LANE + 2
  return (
    <svg
      class="lane-strip"
      viewBox={`0 0 ${WIDTH} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <line class="strip-axis" x1={LEFT} x2={LEFT} y1="0" y2={height} />
      {values.map((value, index) => {
        const y = 1 + (index + 0.5) * LANE
        if (!value) {
          return <line key={index} class="lane-unknown" x1={LEFT} x2={RIGHT} y1={y} y2={y} />
        }
        return (
          <g key={index}>
            <line class="lane-interval" x1={x(value.low)} x2={x(value.high ?? end)} y1={y} y2={y} />
            <line
              class="lane-central"
              x1={x(value.central)}
              x2={x(value.central)}
              y1={y - LANE / 2 + 0.5}
              y2={y + LANE / 2 - 0.5}
            />
          </g>
        )
      })}
    </svg>
  )
}
