// Which ranks are possible, on one axis shared by all rows: grey interval, ink dot at the rank.

type RankStripProps = {
  rank: number
  rankLow: number
  rankHigh: number
  count: number
  label: string
}

export function RankStrip({ rank, rankLow, rankHigh, count, label }: RankStripProps) {
  const at = (position: number) => 4 + ((position - 1) / Math.max(1, count - 1)) * 52
  return (
    <svg class="rank-strip" viewBox="0 0 60 12" role="img" aria-label={label}>
      <line class="strip-axis" x1="4" x2="56" y1="6" y2="6" />
      <line class="strip-interval" x1={at(rankLow)} x2={at(rankHigh)} y1="6" y2="6" />
      <circle class="strip-dot" cx={at(rank)} cy="6" r="3" />
    </svg>
  )
}
