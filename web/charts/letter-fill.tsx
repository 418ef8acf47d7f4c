// The ground of a compared place in a drawing: six patterns that no print and no eye mixes up.
//
// None of them slants: slanting lines mean "unknown" everywhere.

const FILLS = ['solid', 'empty', 'dots', 'upright', 'level', 'grid'] as const

/** A pattern of the column's own; `id` is to be used on the page once. */
export function LetterFill({ index, id }: { index: number; id: string }) {
  const fill = FILLS[Math.min(Math.max(0, index), FILLS.length - 1)]
  return (
    <pattern id={id} class="letter-fill" width="6" height="6" patternUnits="userSpaceOnUse">
      <rect class={fill === 'solid' ? 'solid' : undefined} width="6" height="6" />
      {fill === 'dots' && <circle cx="3" cy="3" r="1.1" />}
      {(fill === 'upright' || fill === 'grid') && <path d="M3 0V6" />}
      {(fill === 'level' || fill === 'grid') && <path d="M0 3H6" />}
    </pattern>
  )
}

/** The pattern beside a name. */
export function FillSwatch({ index, id }: { index: number; id: string }) {
  return (
    <svg class="fill-swatch" viewBox="0 0 20 14" aria-hidden="true">
      <defs>
        <LetterFill index={index} id={id} />
      </defs>
      <rect width="20" height="14" fill={`url(#${id})`} />
      <rect class="swatch-edge" x="0.5" y="0.5" width="19" height="13" />
    </svg>
  )
}
