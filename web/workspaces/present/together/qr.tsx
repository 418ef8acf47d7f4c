// An address as a square code that a phone reads off the screen.
import { encode } from 'uqr'

/** The light margin that readers need around the code, in its own squares. */
const MARGIN_SQUARES = 4

/** One path over all dark squares, in squares from the upper left corner. */
export function qrPath(text: string): { path: string; squares: number } {
  const { data, size } = encode(text, { ecc: 'M', border: MARGIN_SQUARES })
  const rows = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  )
  return { path: rows.join(''), squares: size }
}

/** Dark on light in either theme: many readers know no other. */
export function Qr({ text, label }: { text: string; label: string }) {
  const { path, squares } = qrPath(text)
  return (
    <svg
      class="together-qr"
      viewBox={`0 0 ${squares} ${squares}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <path class="together-qr-ground" d={`M0 0h${squares}v${squares}h-${squares}z`} />
      <path class="together-qr-squares" d={path} />
    </svg>
  )
}
