// How is a chance written?

/** Whole per cent; what is rarer than one, or would read as certain, is said as such. */
export function chanceText(share: number): string {
  if (share === 0) return '0%'
  if (share < 0.01) return '<1%'
  if (share > 0.99 && share < 1) return '>99%'
  return `${Math.round(share * 100)}%`
}
