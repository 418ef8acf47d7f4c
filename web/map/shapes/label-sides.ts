// On which side of its symbol does a label stand that must always be read? Where it covers least.
//
// Pixels, y to the south. Labels are placed one after the other: against every symbol, and against the
// labels placed before it, which weigh more than any symbol.

export type Box = { left: number; top: number; right: number; bottom: number }
type Disc = { x: number; y: number; radius: number }
type Room = { width: number; height: number }
/** A label and the symbol it belongs to; the room it takes in two lines, where it may break. */
export type Labelled = Disc & Room & { broken?: Room }
/** Which part of the text stands at the symbol, as MapLibre names it, and how far from its centre. */
export type Side = { anchor: Anchor; away: [x: number, y: number]; box: Box; isBroken: boolean }
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
/** And one that is cut off at the edge of the frame, or lies under what floats over the map. */
const CUT_WEIGHS = 4
const HIDDEN_WEIGHS = 20

/** What a label must be clear of: the edges of the frame, and what floats over the map. */
export type Sight = { frame: Box | null; covered: readonly Box[] }
const ALL_IN_SIGHT: Sight = { frame: null, covered: [] }

export function sidesOf(
  labels: readonly Labelled[],
  discs: readonly Disc[],
  { frame, covered }: Sight = ALL_IN_SIGHT,
): Side[] {
  const taken: Box[] = []
  return labels.map((label) => {
    const sides = [false, true].flatMap((isBroken) =>
      isBroken && !label.broken
        ? []
        : Object.keys(WAYS).map((anchor) => sideAt(label, anchor as Anchor, isBroken)),
    )
    const costs = sides.map(
      ({ box }) =>
        costOf(box, discs, labels, taken) +
        CUT_WEIGHS * cutPixels(box, frame) +
        HIDDEN_WEIGHS * covered.reduce((sum, one) => sum + sharedPixels(box, one), 0),
    )
    const best = sides[costs.indexOf(Math.min(...costs))] ?? sideAt(label, 'left')
    taken.push(best.box)
    return best
  })
}

function sideAt(label: Labelled, anchor: Anchor, isBroken = false): Side {
  const { x, y, radius } = label
  const { width, height } = (isBroken && label.broken) || label
  const [right, down] = WAYS[anchor]
  const away: [number, number] = [right * (radius + GAP_PIXELS), down * (radius + GAP_PIXELS)]
  const left = x + away[0] - (right > 0 ? 0 : right < 0 ? width : width / 2)
  const top = y + away[1] - (down > 0 ? 0 : down < 0 ? height : height / 2)
  return { anchor, away, isBroken, box: { left, top, right: left + width, bottom: top + height } }
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

const PLAIN = ['left', 'right', 'top', 'bottom'] as const

/** The sides on which a label is whole: cut by no edge of the frame, under nothing that floats. */
export function wholeSides(label: Labelled, { frame, covered }: Sight): readonly Anchor[] {
  return PLAIN.filter((anchor) => {
    const { box } = sideAt(label, anchor)
    const isCut = cutPixels(box, frame) > 0 && (!frame || sharedPixels(box, frame) > 0)
    return !isCut && !covered.some((one) => sharedPixels(box, one) > 0)
  })
}

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
  // Lines are made about equally long.
  const width = lines > 1 ? Math.min(mostWidth, whole / lines + pixels) : whole
  return { width, height: lines * pixels * LINE }
}
