// What is seen of the project pool, as one plain value and as one word of the address?

export type PoolShown = {
  /** Projects of this side alone; UNNAMED_SIDE: of those without one; null: all. */
  side: string | null
  /** The project whose best parks are shown, by its id; null: none. */
  opened: string | null
}

export const DEFAULT_POOL: PoolShown = { side: null, opened: null }
/** No side is called so: names are trimmed. */
export const UNNAMED_SIDE = ' '

const LONGEST = 120

/** "side:%E6%9F%90,open:P12"; what is default is left out. */
export function encodePool({ side, opened }: PoolShown): string {
  return [
    side !== null && `side:${encodeURIComponent(side)}`,
    opened !== null && `open:${encodeURIComponent(opened)}`,
  ]
    .filter(Boolean)
    .join(',')
}

/** What it does not understand is left at its default. */
export function decodePool(text: string | null): PoolShown {
  const words = new Map(
    (text ?? '').split(',').map((word): [string, string] => {
      const colon = word.indexOf(':')
      return [word.slice(0, colon), word.slice(colon + 1)]
    }),
  )
  return { side: wordIn(words.get('side')), opened: wordIn(words.get('open')) }
}

function wordIn(text: string | undefined): string | null {
  try {
    return decodeURIComponent(text ?? '').slice(0, LONGEST) || null
  } catch {
    return null
  }
}
