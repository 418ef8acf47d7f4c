// Which cells stand in each line of a text? Quotes as RFC 4180 has them, any delimiter.
//
// A quoted cell may hold delimiters, doubled quotes and line breaks. Where its quote never ends, or text follows it,
// the line on which it began is split as it stands, quotes and all, and reading goes on with the next line: one slip
// must not swallow the rest of a file.

export type TextRecord = { line: number; cells: string[] }

/** No cell of a spreadsheet is longer; a quote that is open for longer was never meant to be one. */
const LONGEST_QUOTED = 32_767
const QUOTE = '"'

export class Records {
  readonly #delimiter: string
  readonly #onBroken: (line: number) => void
  #rest = ''
  #line = 1

  constructor(delimiter: string, onBroken: (line: number) => void = () => {}) {
    this.#delimiter = delimiter
    this.#onBroken = onBroken
  }

  /** Characters that wait for the end of their line or quote. */
  get waiting(): number {
    return this.#rest.length
  }

  /** The records that are whole; `text` has \n alone for a line break. Empty lines are none. */
  push(text: string, isLast: boolean): TextRecord[] {
    const all = this.#rest + text
    const ahead = { feed: new Ahead(all, '\n'), delimiter: new Ahead(all, this.#delimiter) }
    const records: TextRecord[] = []
    let at = 0
    while (at < all.length) {
      const feed = all.indexOf('\n', at)
      if (feed < 0 && !isLast) break
      const end = feed < 0 ? all.length : feed
      const plain = all.slice(at, end)
      const record = plain.includes(QUOTE)
        ? this.#quoted(all, at, end, isLast, ahead)
        : { cells: plain === '' ? null : plain.split(this.#delimiter), next: end + 1, lines: 1 }
      if (!record) break
      if (record.cells) records.push({ line: this.#line, cells: record.cells })
      this.#line += record.lines
      at = record.next
    }
    this.#rest = all.slice(at)
    return records
  }

  /** Null: what would end a quote is still to come. */
  #quoted(
    all: string,
    start: number,
    end: number,
    isLast: boolean,
    ahead: { feed: Ahead; delimiter: Ahead },
  ) {
    const cells: string[] = []
    let lines = 1
    let at = start
    for (;;) {
      if (all[at] !== QUOTE) {
        const lineEnd = ahead.feed.from(at)
        const next = ahead.delimiter.from(at)
        const isWithin = next < lineEnd
        if (lineEnd === all.length && !isWithin && !isLast) return null
        cells.push(all.slice(at, isWithin ? next : lineEnd))
        if (!isWithin) return { cells, next: lineEnd + 1, lines }
        at = next + this.#delimiter.length
        continue
      }
      const close = closingQuote(all, at + 1)
      const after = close === null ? '' : (all[close + 1] ?? '')
      const isOpen = close === null || (after === '' && !isLast)
      if (isOpen && !isLast && all.length - at <= LONGEST_QUOTED) return null
      const isPair = close !== null && (after === '' || after === '\n' || after === this.#delimiter)
      if (!isPair || close - at > LONGEST_QUOTED) return this.#asItStands(all, start, end)
      const inside = all.slice(at + 1, close)
      cells.push(inside.includes(QUOTE) ? inside.replaceAll('""', QUOTE) : inside)
      lines += breaksIn(inside)
      if (after !== this.#delimiter) return { cells, next: close + 2, lines }
      at = close + 1 + this.#delimiter.length
    }
  }

  #asItStands(all: string, start: number, end: number) {
    this.#onBroken(this.#line)
    return { cells: all.slice(start, end).split(this.#delimiter), next: end + 1, lines: 1 }
  }
}

/** Where the next of a kind stands; one that was found is not looked for again, however many cells lie before it. */
class Ahead {
  readonly #all: string
  readonly #kind: string
  #since = 0
  #found = -1

  constructor(all: string, kind: string) {
    this.#all = all
    this.#kind = kind
  }

  /** The length of the text where there is none. */
  from(at: number): number {
    if (at < this.#since || at > this.#found) {
      const found = this.#all.indexOf(this.#kind, at)
      this.#since = at
      this.#found = found < 0 ? this.#all.length : found
    }
    return this.#found
  }
}

/** Where the quoted cell that begins at `from` ends; null: not yet, or not within what a cell may hold. */
function closingQuote(all: string, from: number): number | null {
  for (let at = all.indexOf(QUOTE, from); at >= 0; at = all.indexOf(QUOTE, at + 2)) {
    if (at - from > LONGEST_QUOTED) return null
    if (all[at + 1] !== QUOTE) return at
  }
  return null
}

function breaksIn(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
