// On which side of its symbol does a label stand that must always be read? Where it covers least.
//
// Pixels, y to the south. Labels are placed one after the other: against every symbol, and against the
// labels placed before it, which weigh more than any symbol.

export type Box = { left: number; top: number; right: number; bottom: number }
type Disc = { x: number; y: number; radius: number }
/** A label and the symbol it belongs to. */
export type Labelled = Disc & { width: number; height: number }
/** Which part of the text stands at the symbol, as MapLibre names it, and how far from its centre. */
export type Side = { anchor: Anchor; away: [x: number, y: number]; box: Box }
type Anchor = keyof typeof WAYS

const WAYS = {
  left: [1, 0],
  right: [-1, 0],
  bottom: [0, -1],
  top: [0, 1],
  'bottom-left': [0.75, -0.75],
  'top-left': [0.75, 0.75],
  'bottom-right': [-0.75, -0.75],
  'top-right': [-0.75, 0.75],
} as const

const GAP_PIXELS = 4
/** As many pixels of a symbol as one pixel of another such label is worth, or of a symbol that has one. */
const LABEL_WEIGHS = 20
const LABELLED_WEIGHS = 8
/** And one that is cut off at the edge of the frame. */
const CUT_WEIGHS = 4

export function sidesOf(
  labels: readonly Labelled[],
  discs: readonly Disc[],
  frame: Box | null = null,
): Side[] {
  const taken: Box[] = []
  return labels.map((label) => {
    const sides = Object.keys(WAYS).map((anchor) => sideAt(label, anchor as Anchor))
    const costs = sides.map(
      ({ box }) => costOf(box, discs, labels, taken) + CUT_WEIGHS * cutPixels(box, frame),
    )
    const best = sides[costs.indexOf(Math.min(...costs))] ?? sideAt(label, 'left')
    taken.push(best.box)
    return best
  })
}

function sideAt({ x, y, radius, width, height }: Labelled, anchor: Anchor): Side {
  const [right, down] = WAYS[anchor]
  const away: [number, number] = [right * (radius + GAP_PIXELS), down * (radius + GAP_PIXELS)]
  const left = x + away[0] - (right > 0 ? 0 : right < 0 ? width : width / 2)
  const top = y + away[1] - (down > 0 ? 0 : down < 0 ? height : height / 2)
  return { anchor, away, box: { left, top, right: left + width, bottom: top + height } }
}

function costOf(
  box: Box,
  discs: readonly Disc[],
  labelled: readonly Disc[],
  taken: readonly Box[],
): number {
  const covered = ({ x, y, radius }: Disc) =>
    sharedPixels(box, { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius })
  return [
    ...discs.map(covered),
    ...labelled.map((one) => LABELLED_WEIGHS * covered(one)),
    ...taken.map((other) => LABEL_WEIGHS * sharedPixels(box, other)),
  ].reduce((sum, one) => sum + one, 0)
}

function cutPixels(box: Box, frame: Box | null): number {
  const { left, top, right, bottom } = box
  return frame ? (right - left) * (bottom - top) - sharedPixels(box, frame) : 0
}

/** The sides on which a label is whole beside its symbol; both where it is whole on neither. */
export function wholeSides(
  { x, radius, width }: Labelled,
  frame: Box | null,
): readonly ('left' | 'right')[] {
  const reach = radius + GAP_PIXELS + width
  const isOutside = frame && (x < frame.left || x > frame.right)
  if (!frame || isOutside) return BOTH
  const whole = BOTH.filter((anchor) =>
    anchor === 'left' ? x + reach <= frame.right : x - reach >= frame.left,
  )
  return whole.length > 0 ? whole : BOTH
}
const BOTH = ['left', 'right'] as const

export function sharedPixels(a: Box, b: Box): number {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return across > 0 && down > 0 ? across * down : 0
}

const LINE = 1.2
/** A Latin letter is about half as wide as it is high, a Chinese one as wide. */
const LATIN_WIDTH = 0.58

/** About how much room a text takes that breaks at `mostWidth`, in pixels. */
export function roomOf(text: string, pixels: number, mostWidth: number) {
  const letters = [...text].map((letter) => (letter.charCodeAt(0) < 0x2e80 ? LATIN_WIDTH : 1))
  const whole = pixels * letters.reduce((sum, one) => sum + one, 0)
  const lines = Math.ceil(whole / mostWidth)
  return { width: lines > 1 ? mostWidth : whole, height: lines * pixels * LINE }
}
