// On which side of its mark does a figure stand, so that figures lie on no mark and on no other figure?

export type Labelled = { x: number; y: number; text: string }
export type LabelPlace = { x: number; y: number; anchor: 'start' | 'middle' | 'end' }

type Box = readonly [left: number, top: number, right: number, bottom: number]

const CHARACTER_WIDTH = 6
const HEIGHT = 10
const GAP = 6
const MARK = 4.5

/**
 * A place for each figure, from the first mark on: beside it, else on its other side, above or below; where
 * nothing is free, null: the figure is left out of the drawing.
 */
export function labelPlaces(
  marks: readonly Labelled[],
  { width, height }: { width: number; height: number },
  taken: readonly Box[] = [],
): (LabelPlace | null)[] {
  const boxes: Box[] = [
    ...taken,
    ...marks.map(({ x, y }): Box => [x - MARK, y - MARK, x + MARK, y + MARK]),
  ]
  return marks.map(({ x, y, text }) => {
    if (text === '') return null
    const found = sidesOf(x, y, text.length * CHARACTER_WIDTH).find(
      ({ box }) => isWithin(box, width, height) && boxes.every((other) => !meet(box, other)),
    )
    if (!found) return null
    boxes.push(found.box)
    return found.place
  })
}

function sidesOf(x: number, y: number, wide: number): { place: LabelPlace; box: Box }[] {
  const beside: Box = [x + GAP, y - HEIGHT / 2, x + GAP + wide, y + HEIGHT / 2]
  const before: Box = [x - GAP - wide, y - HEIGHT / 2, x - GAP, y + HEIGHT / 2]
  const above: Box = [x - wide / 2, y - GAP - HEIGHT, x + wide / 2, y - GAP]
  const below: Box = [x - wide / 2, y + GAP, x + wide / 2, y + GAP + HEIGHT]
  return [
    { place: { x: x + GAP, y: y + 4, anchor: 'start' }, box: beside },
    { place: { x: x - GAP, y: y + 4, anchor: 'end' }, box: before },
    { place: { x, y: y - GAP - 1, anchor: 'middle' }, box: above },
    { place: { x, y: y + GAP + HEIGHT - 2, anchor: 'middle' }, box: below },
  ]
}

const isWithin = ([left, top, right, bottom]: Box, width: number, height: number) =>
  left >= 0 && top >= 0 && right <= width && bottom <= height

const meet = (one: Box, other: Box) =>
  one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
