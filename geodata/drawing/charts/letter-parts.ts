// The mark, the line and the ground of a compared place, alike in every chart.
import { type Part, part } from '#geodata/drawing/charts/part.ts'
import { letterLine, letterMark } from '#geodata/drawing/letters.ts'
import { letterOf } from '#geodata/model/column-letter.ts'

/** From the middle of a letter in a mark down to the line that it stands on. */
const LETTER_DROP = 4

/** The mark about its place, with its letter in it where it is large enough to be read. */
export function markPart(
  index: number,
  [x, y]: readonly [number, number],
  radius: number,
  withLetter = false,
): Part {
  const { d, isFilled, dash, drop } = letterMark(index, radius)
  return part(
    'g',
    'letter-mark',
    { 'data-filled': String(isFilled), transform: `translate(${x} ${y})` },
    part('path', null, { d, 'stroke-dasharray': dash }),
    withLetter
      ? part('text', null, { y: drop + LETTER_DROP, 'text-anchor': 'middle' }, letterOf(index))
      : null,
  )
}

/** A path in the line of a compared place. */
export function lineParts(index: number, d: string): Part[] {
  const { dash, isDouble } = letterLine(index)
  return [
    part('path', isDouble ? 'letter-line double' : 'letter-line', { d, 'stroke-dasharray': dash }),
    ...(isDouble ? [part('path', 'letter-line-core', { d })] : []),
  ]
}

/** In a legend: the line with its mark on it, from an upper left. */
export const LETTER_KEY = { width: 36, height: 14 }
export function keyParts(index: number): Part[] {
  return [...lineParts(index, 'M1 7H35'), markPart(index, [18, 7], 4)]
}

// None of them slants: slanting lines mean "unknown" everywhere.
const FILLS = ['solid', 'empty', 'dots', 'upright', 'level', 'grid'] as const

/** The pattern of a column's ground: six that no print and no eye mixes up. */
export function fillPart(index: number, id: string): Part {
  const fill = FILLS[Math.min(Math.max(0, index), FILLS.length - 1)]
  return part(
    'pattern',
    'letter-fill',
    { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse' },
    part('rect', fill === 'solid' ? 'solid' : null, { width: 6, height: 6 }),
    fill === 'dots' ? part('circle', null, { cx: 3, cy: 3, r: '1.1' }) : null,
    fill === 'upright' || fill === 'grid' ? part('path', null, { d: 'M3 0V6' }) : null,
    fill === 'level' || fill === 'grid' ? part('path', null, { d: 'M0 3H6' }) : null,
  )
}
