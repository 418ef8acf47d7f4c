// A share as an interval: what is sure is filled, what may be is hatched, a tick where it stands today.
import type { Rate } from '#geodata/contract/processes/local-sourcing.ts'

type ShareBarProps = {
  share: Rate['one']
  needed: number
  /** Where it stood before; null: it is this. */
  before: number | null
  label: string
}

const WIDTH = 120
const HEIGHT = 12

export function ShareBar({ share, needed, before, label }: ShareBarProps) {
  const at = (count: number) => (needed === 0 ? 0 : (WIDTH * count) / needed)
  return (
    <svg class="share-bar" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <rect class="share-ground" width={WIDTH} height={HEIGHT} />
      <rect
        class="share-maybe"
        x={at(share.low)}
        width={at(share.high - share.low)}
        height={HEIGHT}
      />
      <rect class="share-sure" width={at(share.low)} height={HEIGHT} />
      <path class="share-middle" d={`M${at(share.central)} 0V${HEIGHT}`} />
      {before !== null && before !== share.central && (
        <path class="share-before" d={`M${at(before)} 0V${HEIGHT}`} />
      )}
    </svg>
  )
}
