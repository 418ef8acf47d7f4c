// Which characters does a font file serve, in the words of CSS: "U+20-7e,U+4e00"?

/** First and last code point, both meant. */
export type Range = [first: number, last: number]

export function parseRanges(text: string): Range[] {
  return text.split(',').map((part) => {
    const [first = '', last = first] = part.trim().replace(/^U\+/i, '').split('-')
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)]
  })
}

export function rangesOf(characters: string): Range[] {
  const ranges: Range[] = []
  for (const character of characters) {
    const code = character.codePointAt(0) ?? 0
    const open = ranges.at(-1)
    if (open && open[1] === code - 1) open[1] = code
    else ranges.push([code, code])
  }
  return ranges
}

/** What is left of `ranges` without `taken`, which is in the order of Unicode. */
export function rangesWithout(ranges: Range[], taken: Range[]): Range[] {
  return ranges.flatMap(([first, last]) => {
    const left: Range[] = []
    let from = first
    for (const [start, end] of taken) {
      if (end < from || start > last) continue
      if (start > from) left.push([from, start - 1])
      from = end + 1
    }
    if (from <= last) left.push([from, last])
    return left
  })
}

export function rangeText(ranges: Range[]): string {
  const hex = (code: number) => code.toString(16)
  return ranges
    .map(([first, last]) => `U+${hex(first)}${last > first ? `-${hex(last)}` : ''}`)
    .join(',')
}
