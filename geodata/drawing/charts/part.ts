// What a chart is made of, before it is known who draws it: the page as elements of its own, a file as text.
//
// `is` says what an element means; the styles of the page (web/charts/charts.css) give it its look in both.

export type Tag =
  | 'g'
  | 'svg'
  | 'path'
  | 'line'
  | 'rect'
  | 'circle'
  | 'text'
  | 'tspan'
  | 'defs'
  | 'pattern'
  | 'clipPath'

export type Part = {
  tag: Tag
  is: string | null
  attributes: Readonly<Record<string, string | number>>
  inside: readonly (Part | string)[]
}

type Given = Readonly<Record<string, string | number | null | undefined>>

/** Attributes that are null are left out. */
export function part(
  tag: Tag,
  is: string | null,
  given: Given,
  ...inside: readonly (Part | string | null)[]
): Part {
  const attributes = Object.fromEntries(
    Object.entries(given).filter((one): one is [string, string | number] => one[1] != null),
  )
  return { tag, is, attributes, inside: inside.filter((one) => one !== null) }
}

/** A text in lines, each begun at the same x. */
export function textInLines(
  is: string,
  lines: readonly string[],
  { x, y, anchor, leading }: { x: number; y: number; anchor: string; leading: number },
): Part {
  return part(
    'text',
    is,
    { 'text-anchor': anchor },
    ...lines.map((line, at) =>
      part('tspan', null, { x: x.toFixed(1), y: (y + at * leading).toFixed(1) }, line),
    ),
  )
}

/** How a column is drawn where one of them stands out. */
export function frontClass(front: number | null, index: number): string | null {
  return front !== null && front !== index ? 'faint' : null
}
