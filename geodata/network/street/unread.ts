// How much of what was said could not be read, and how does it look?
import type { Unread } from '#geodata/network/street/street-network.ts'

const MOST_EXAMPLES = 8

/** Counts every text, and shows the most frequent different ones with one place each. */
export function unreadOf(said: readonly (readonly [where: string, texts: string[]])[]): Unread {
  const found = new Map<string, { where: string; count: number }>()
  let count = 0
  for (const [where, texts] of said) {
    for (const text of texts) {
      count++
      const known = found.get(text)
      if (known) known.count++
      else found.set(text, { where, count: 1 })
    }
  }
  const examples = [...found]
    .sort(([, a], [, b]) => b.count - a.count)
    .slice(0, MOST_EXAMPLES)
    .map(([text, { where }]) => `${text} (${where})`)
  return { count, examples }
}
