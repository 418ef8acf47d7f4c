// A second opinion on the ranking: who is near the best of each criterion and far from the worst?
//
// TOPSIS (Hwang and Yoon 1981): each criterion's measured values are divided by the root of the sum of
// their squares and weighted; the ideal takes the best of every criterion, the anti-ideal the worst;
// closeness is d⁻ ÷ (d⁺ + d⁻) by Euclidean distance. It compares candidates with each other, so
// adding or removing one can reverse the order of others (rank reversal), which a weighted sum of
// fixed value functions never does.

export type TopsisCriterion = { weight: number; moreIsBetter: boolean }

/**
 * Closeness 0 … 1 per row of `measured`, in natural units. Null where every candidate measures the
 * same in every weighted criterion: then nothing distinguishes them.
 */
export function topsis(
  criteria: readonly TopsisCriterion[],
  measured: readonly (readonly number[])[],
): number[] | null {
  const columns = criteria.map(({ weight, moreIsBetter }, k) => {
    const column = measured.map((row) => row[k] ?? 0)
    const norm = Math.sqrt(column.reduce((sum, one) => sum + one * one, 0))
    const scaled = column.map((one) => (norm > 0 ? (weight * one) / norm : 0))
    const [most, least] = [Math.max(...scaled), Math.min(...scaled)]
    return { scaled, best: moreIsBetter ? most : least, worst: moreIsBetter ? least : most }
  })
  if (columns.every(({ best, worst }) => best === worst)) return null
  return measured.map((_, row) => {
    const distance = (from: 'best' | 'worst') =>
      Math.hypot(...columns.map((column) => (column.scaled[row] ?? 0) - column[from]))
    const [toBest, toWorst] = [distance('best'), distance('worst')]
    return toWorst / (toBest + toWorst)
  })
}
