// The N as dots: full for recognised, half for being created, dashed for what is not known to be either.
type ParkDotsProps = { recognised: number; creating: number; others: number; label: string }

const EACH = 14
const PER_LINE = 20

export function ParkDots({ recognised, creating, others, label }: ParkDotsProps) {
  const all = recognised + creating + others
  const lines = Math.max(1, Math.ceil(all / PER_LINE))
  return (
    <svg
      class="target-scale"
      viewBox={`0 0 300 ${lines * EACH + 4}`}
      style={{ height: `${lines * EACH + 4}px` }}
      role="img"
      aria-label={label}
    >
      {Array.from({ length: all }, (_, index) => {
        const cx = 10 + (index % PER_LINE) * EACH
        const cy = 9 + Math.floor(index / PER_LINE) * EACH
        const isFull = index < recognised
        const isHalf = !isFull && index < recognised + creating
        return (
          <g key={index}>
            <circle
              class={isFull ? 'ts-same' : isHalf ? 'pd-half' : 'ts-other'}
              cx={cx}
              cy={cy}
              r="4.6"
            />
            {isHalf && (
              <path class="ts-same" d={`M${cx - 4.6} ${cy}A4.6 4.6 0 0 1 ${cx + 4.6} ${cy}Z`} />
            )}
          </g>
        )
      })}
    </svg>
  )
}
