// Where does a name stand so that nothing that floats over the map, and no name before it, covers it?

export type Box = { left: number; top: number; width: number; height: number }

/** Kept free around what floats. */
const GAP = 4

export function overlaps(a: Box, b: Box): boolean {
  return (
    a.left < b.left + b.width &&
    b.left < a.left + a.width &&
    a.top < b.top + b.height &&
    b.top < a.top + a.height
  )
}

/** The first of the wanted boxes that is inside the frame and free; null: none is. */
export function freePlace(wanted: readonly Box[], frame: Box, taken: readonly Box[]): Box | null {
  return wanted.find((box) => isIn(box, frame) && !taken.some((one) => overlaps(box, one))) ?? null
}

/** Around a point: above it, below, right, left. */
export function around(x: number, y: number, width: number, height: number, away: number): Box[] {
  const box = (left: number, top: number): Box => ({ left, top, width, height })
  return [
    box(x - width / 2, y - away - height),
    box(x - width / 2, y + away),
    box(x + away, y - height / 2),
    box(x - away - width, y - height / 2),
  ]
}

/** A box at the edge of the frame, and beside each thing that covers it there. */
export function besideWhatCovers(box: Box, taken: readonly Box[]): Box[] {
  const beside = taken
    .filter((one) => overlaps(box, one))
    .flatMap((one) => [
      { ...box, top: one.top - box.height - GAP },
      { ...box, top: one.top + one.height + GAP },
      { ...box, left: one.left + one.width + GAP },
      { ...box, left: one.left - box.width - GAP },
    ])
  return [box, ...beside]
}

function isIn(box: Box, frame: Box): boolean {
  return (
    box.left >= frame.left &&
    box.top >= frame.top &&
    box.left + box.width <= frame.left + frame.width &&
    box.top + box.height <= frame.top + frame.height
  )
}
