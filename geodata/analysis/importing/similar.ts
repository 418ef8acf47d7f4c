// How alike are two names? Firms and columns are written in many ways.

/** Figures, letters and characters that have no other form: most of what cells hold, by the million. */
const PLAIN = /^[0-9A-Za-z\u4e00-\u9fff]*$/

/** Full-width forms as narrow ones, small letters, without blanks and marks. */
export function bare(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*＊:：,，.。·•\-_—/\\|"'“”‘’、;；]+/g, '')
}

/** Shares of the pairs of neighbouring characters, 0 … 1 (Dice 1945, Sørensen 1948). */
export function likeness(one: string, other: string): number {
  if (one === other) return one === '' ? 0 : 1
  const [a, b] = [pairsOf(one), pairsOf(other)]
  const total = sizeOf(a) + sizeOf(b)
  if (total === 0) return 0
  let shared = 0
  for (const [pair, count] of a) shared += Math.min(count, b.get(pair) ?? 0)
  return (2 * shared) / total
}

function pairsOf(text: string): Map<string, number> {
  const letters = [...text]
  const pairs = new Map<string, number>()
  for (let at = 0; at + 1 < letters.length; at++) {
    const pair = `${letters[at]}${letters[at + 1]}`
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

const sizeOf = (pairs: Map<string, number>) =>
  [...pairs.values()].reduce((sum, one) => sum + one, 0)
