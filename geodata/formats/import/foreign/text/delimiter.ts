// By what are the cells of a line parted? By whatever parts the lines most evenly.
import { Records } from '#geodata/formats/import/foreign/text/records.ts'

export const DELIMITERS = [',', '\t', ';', '|', '，'] as const
export type Delimiter = (typeof DELIMITERS)[number]

const MOST_LINES = 500

/** `sample` is the beginning of the text. Where nothing parts the lines the comma does: one column. */
export function delimiterOf(sample: string): Delimiter {
  const lines = sample.split('\n', MOST_LINES).join('\n')
  let best: Delimiter = ','
  let bestShare = 0
  for (const delimiter of DELIMITERS) {
    const share = evenShare(lines, delimiter)
    // Earlier ones win at par: commas are far more common than those after them.
    if (share > bestShare + 0.01) {
      best = delimiter
      bestShare = share
    }
  }
  return best
}

/**
 * The share of lines that have as many cells as most have, two at least; titles and remarks have fewer. A quote that is
 * broken by a delimiter speaks against it.
 */
function evenShare(lines: string, delimiter: Delimiter): number {
  const counts = new Map<number, number>()
  const broken = new Set<number>()
  const records = new Records(delimiter, (line) => broken.add(line)).push(lines, true)
  for (const { line, cells } of records) {
    if (cells.length < 2 || broken.has(line)) continue
    counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  }
  return Math.max(0, ...counts.values()) / Math.max(1, records.length)
}
