// How are the parts of a drawing written, so that no text that somebody typed is taken for markup?

type Attributes = Record<string, string | number | null | undefined>

/** What XML 1.0 has no way to write: control characters, halves of pairs. */
const UNWRITABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Text as it stands between tags or in an attribute. */
export function escaped(text: string): string {
  return text.replace(UNWRITABLE, '\ufffd').replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '')
}

/** An element; attributes that are null are left out, numbers have one decimal. */
export function element(name: string, attributes: Attributes, ...children: string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(
      ([key, value]) =>
        ` ${key}="${typeof value === 'number' ? oneDecimal(value) : escaped(String(value))}"`,
    )
    .join('')
  const inside = children.join('')
  return inside ? `<${name}${written}>${inside}</${name}>` : `<${name}${written}/>`
}

/** A group, or nothing where there is nothing in it. */
export function group(attributes: Attributes, children: readonly string[]): string {
  const inside = children.filter(Boolean)
  return inside.length > 0 ? element('g', attributes, ...inside) : ''
}

/** 12.34 → 12.3, 5.04 → 5, -0.02 → 0. */
export function oneDecimal(value: number): string {
  return String(Math.round(value * 10) / 10 || 0)
}

/** How large a drawing is, in points, and what it says to whom cannot see it. */
export type DocumentOf = {
  width: number
  height: number
  title: string
  language: string
  family: string
}

/** A drawing as a whole SVG document. */
export function svgDocument(
  { width, height, title, language, family }: DocumentOf,
  ...children: string[]
): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: `${width}pt`,
      height: `${height}pt`,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-labelledby': 'drawing-title',
      'xml:lang': language,
      'font-family': family,
      'font-weight': '400',
    },
    element('title', { id: 'drawing-title' }, escaped(title)),
    ...children,
  )
}
