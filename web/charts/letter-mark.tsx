// The mark and the line of a compared place, alike in every chart, map and table.
import { keyParts, LETTER_KEY, lineParts, markPart } from '#geodata/drawing/charts/letter-parts.ts'
import { Drawn } from '#web/charts/drawn.tsx'
import { letterOf } from '#web/state/answers/compare.ts'

type LetterMarkProps = { index: number; x: number; y: number; radius: number; withLetter?: boolean }

/** Within a drawing: the mark about a point, with its letter in it where it is large enough to be read. */
export function LetterMark({ index, x, y, radius, withLetter = false }: LetterMarkProps) {
  return <Drawn parts={[markPart(index, [x, y], radius, withLetter)]} />
}

/** Within a drawing: a path in the line of a compared place. */
export function LetterLine({ index, d }: { index: number; d: string }) {
  return <Drawn parts={lineParts(index, d)} />
}

/** Beside a name: the mark with its letter. The letter is read, for it stands for the name elsewhere. */
export function LetterBadge({ index }: { index: number }) {
  return (
    <svg class="letter-badge" viewBox="-13 -13 26 26" role="img" aria-label={letterOf(index)}>
      <LetterMark index={index} x={0} y={0} radius={9} withLetter />
    </svg>
  )
}

/** In a legend: the line with its mark on it. */
export function LetterKey({ index }: { index: number }) {
  const { width, height } = LETTER_KEY
  return (
    <svg class="letter-key" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <Drawn parts={keyParts(index)} />
    </svg>
  )
}
