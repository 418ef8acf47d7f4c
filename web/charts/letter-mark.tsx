// The mark and the line of a compared place, alike in every chart, map and table.
import { letterLine, letterMark } from '#geodata/drawing/letters.ts'
import { letterOf } from '#web/state/answers/compare.ts'

type LetterMarkProps = { index: number; x: number; y: number; radius: number; withLetter?: boolean }

/** Within a drawing: the mark about a point, with its letter in it where it is large enough to be read. */
export function LetterMark({ index, x, y, radius, withLetter = false }: LetterMarkProps) {
  const { d, isFilled, dash, drop } = letterMark(index, radius)
  return (
    <g class="letter-mark" data-filled={isFilled} transform={`translate(${x} ${y})`}>
      <path d={d} stroke-dasharray={dash ?? undefined} />
      {withLetter && (
        <text y={drop} text-anchor="middle" dominant-baseline="central">
          {letterOf(index)}
        </text>
      )}
    </g>
  )
}

/** Within a drawing: a path in the line of a compared place. */
export function LetterLine({ index, d }: { index: number; d: string }) {
  const { dash, isDouble } = letterLine(index)
  return (
    <>
      <path
        class={isDouble ? 'letter-line double' : 'letter-line'}
        d={d}
        stroke-dasharray={dash ?? undefined}
      />
      {isDouble && <path class="letter-line-core" d={d} />}
    </>
  )
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
  return (
    <svg class="letter-key" viewBox="0 0 36 14" aria-hidden="true">
      <LetterLine index={index} d="M1 7H35" />
      <LetterMark index={index} x={18} y={7} radius={4} />
    </svg>
  )
}
