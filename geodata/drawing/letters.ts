// How are the compared told apart where no colour helps? Each has a letter, a mark and a line of its own.
//
//   A disc, solid            D filled square, dash and dot
//   B ring, dashed           E diamond, long dashes
//   C dotted ring, dotted    F triangle, double
import { MOST_COMPARED } from '#geodata/contract/processes/comparison.ts'

const SHAPES = [
  { shape: 'circle', isFilled: true },
  { shape: 'circle', isFilled: false },
  { shape: 'circle', isFilled: false, dash: '1.6 1.8' },
  { shape: 'square', isFilled: true },
  { shape: 'diamond', isFilled: false },
  { shape: 'triangle', isFilled: false },
] as const satisfies readonly { shape: Shape; isFilled: boolean; dash?: string }[]

const LINES: readonly (string | null)[] = [null, '6 4', '1.6 3.4', '8 3 1.6 3', '14 5', null]

type Shape = 'circle' | 'square' | 'diamond' | 'triangle'

const place = (index: number) => Math.min(Math.max(0, index), MOST_COMPARED - 1)

/** How the mark of a column is drawn about a point: an outline of the radius, filled or not, its stroke dashed. */
export function letterMark(index: number, radius: number) {
  const style: { shape: Shape; isFilled: boolean; dash?: string } =
    SHAPES[place(index)] ?? SHAPES[0]
  return {
    d: outlineOf(style.shape, radius),
    isFilled: style.isFilled,
    dash: style.dash ?? null,
    /** How much lower than the middle the letter stands, so that it is seen in the middle. */
    drop: style.shape === 'triangle' ? radius * 0.28 : 0,
  }
}

/** How the line of a column is drawn; double: the stroke of the ground is drawn over its middle. */
export function letterLine(index: number): { dash: string | null; isDouble: boolean } {
  return { dash: LINES[place(index)] ?? null, isDouble: place(index) === MOST_COMPARED - 1 }
}

/** Shapes of about equal area. */
function outlineOf(shape: Shape, r: number): string {
  const at = (value: number) => String(Math.round(value * 100) / 100)
  if (shape === 'circle')
    return `M${at(-r)} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`
  if (shape === 'square') {
    const half = r * 0.9
    return `M${at(-half)} ${at(-half)}h${at(2 * half)}v${at(2 * half)}h${at(-2 * half)}z`
  }
  if (shape === 'diamond') {
    const half = r * 1.25
    return `M0 ${at(-half)}L${at(half)} 0L0 ${at(half)}L${at(-half)} 0z`
  }
  return `M0 ${at(-r * 1.3)}L${at(r * 1.35)} ${at(r)}L${at(-r * 1.35)} ${at(r)}z`
}
