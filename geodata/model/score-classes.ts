// Into which classes do scores of 0 … 100 fall where ground is coloured by them?

/** Upper ends of the classes of score; a score of 100 is in the last. */
export const SCORE_CLASSES = [20, 35, 50, 65, 100] as const

/** Null: the score is unknown, and is drawn as that. */
export function classOf(score: number): number | null {
  if (Number.isNaN(score)) return null
  const found = SCORE_CLASSES.findIndex((end) => score < end)
  return found < 0 ? SCORE_CLASSES.length - 1 : found
}

/** As a legend names it, e.g. "20–35". */
export function classRange(index: number): string {
  return `${SCORE_CLASSES[index - 1] ?? 0}–${SCORE_CLASSES[index] ?? ''}`
}

/** The ground of one class. */
export type ClassArea = {
  /** From 0, the lowest scores; null: of that ground nothing is known. */
  scoreClass: number | null
  /** As the coordinates of a MultiPolygon, degrees to some meters. */
  polygons: [number, number][][][]
}
