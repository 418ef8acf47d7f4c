// How does an opened cable spread, so that each of its links is an arc of its own?

/** How far the outermost arcs bow aside, as a share of the length, however many there are. */
const WIDEST = 0.3
/** Between neighbours, while there are few. */
const STEP = 0.06
const STEPS = 32

/** How far aside each of `count` arcs bows: evenly, the middle ones nearly straight. */
export function bowsOf(count: number): number[] {
  const step = count > 1 ? Math.min(STEP, (2 * WIDEST) / (count - 1)) : 0
  return Array.from({ length: count }, (_, index) => (index - (count - 1) / 2) * step)
}

/** A line from one place to another that bows aside by a share of its length. */
export function bowed(from: readonly number[], to: readonly number[], aside: number): number[][] {
  const [x1 = 0, y1 = 0] = from
  const [x2 = 0, y2 = 0] = to
  // The curve passes half as far aside as its control point stands.
  const controlX = (x1 + x2) / 2 - (y2 - y1) * aside * 2
  const controlY = (y1 + y2) / 2 + (x2 - x1) * aside * 2
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const s = step / STEPS
    return [
      (1 - s) ** 2 * x1 + 2 * s * (1 - s) * controlX + s * s * x2,
      (1 - s) ** 2 * y1 + 2 * s * (1 - s) * controlY + s * s * y2,
    ]
  })
}
