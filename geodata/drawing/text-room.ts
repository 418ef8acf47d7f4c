// How much room does a text take? Reckoned by kinds of letters of Noto Sans SC in its heavier weight, so
// that it is rather too much than too little: a drawing has no way to measure.

/** Quotes, dashes and the middle dot are as wide as a character of Chinese in this font. */
const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uff60“”‘’·…—]/u
const WIDTHS: [letters: RegExp, ems: number][] = [
  [WIDE, 1],
  [/[iIljft.,:;'′!|()[\]]/, 0.34],
  [/[mwMW@%]/, 0.9],
  [/[A-Z&]/, 0.66],
  [/ /, 0.23],
]
const OTHER_EMS = 0.57

/** From the line of the letters up to the tops of capitals and figures. */
export const CAPITAL_EMS = 0.73
/** Chinese characters are a little higher and go a little deeper. */
export const HEIGHT_EMS = 1.08

export function textWidth(text: string, size: number): number {
  let ems = 0
  for (const letter of text) {
    ems += WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? OTHER_EMS
  }
  return ems * size
}

/** In lines of at most so wide, broken between items; an item is never broken. */
export function linesOf<Item>(
  items: readonly Item[],
  widthOf: (item: Item) => number,
  most: number,
  gap: number,
): Item[][] {
  const lines: Item[][] = []
  let used = Number.POSITIVE_INFINITY
  for (const item of items) {
    const width = widthOf(item)
    if (used + gap + width > most) {
      lines.push([])
      used = -gap
    }
    lines.at(-1)?.push(item)
    used += gap + width
  }
  return lines
}
