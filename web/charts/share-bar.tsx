// A share as a range: filled to its low end, hatched to its high one, a stroke from today's middle to the new one.
import type { Rate } from '#geodata/contract/processes/local-sourcing.ts'
import { Hatch, hatchId } from '#web/charts/hatch.tsx'

type ShareBarProps = {
  /** What is shown as sure ends at `low`, what may be at `high`. */
  share: Pick<Rate['one'], 'low' | 'central' | 'high'>
  needed: number
  /** Where it stood before; null: it is this. */
  before: number | null
  label: string
}

const WIDTH = 120
const HEIGHT = 12

export function ShareBar({ share, needed, before, label }: ShareBarProps) {
  const at = (count: number) => (needed === 0 ? 0 : (WIDTH * count) / needed)
  const pattern = hatchId('share')
  return (
    <svg class="share-bar" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <defs>
        <Hatch id={pattern} />
      </defs>
      <rect class="share-ground" width={WIDTH} height={HEIGHT} />
      <rect
        class="share-maybe"
        fill={`url(#${pattern})`}
        x={at(share.low)}
        width={at(share.high - share.low)}
        height={HEIGHT}
      />
      <rect class="share-sure" width={at(share.low)} height={HEIGHT} />
      <path class="share-middle" d={`M${at(share.central)} 0V${HEIGHT}`} />
      {before !== null && before !== share.central && (
        <path class="share-before" d={`M${at(before)} ${HEIGHT / 2}H${at(share.central)}`} />
      )}
    </svg>
  )
}
