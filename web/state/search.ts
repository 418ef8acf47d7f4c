// Which thing does a word mean? Names first, then pinyin, then what a thing makes, where, and who says so.

export type Reason = 'product' | 'segment' | 'district' | 'text' | 'source'

export type Entry = {
  collection: string
  id: string
  nameZh: string
  nameEn: string
  /** Further words that lead here, with what they are. */
  words: readonly { reason: Reason; text: string }[]
  at: readonly number[] | null
}

/** How a Chinese name sounds: all syllables, and their first letters; lower case, without tones. */
export type Sound = { syllables: string; initials: string }

export type Hit = Entry & {
  /** Why it was found where the name does not show it. */
  found: { reason: Reason; text: string } | null
}

const BY_NAME_START = 0
const BY_NAME = 1
const BY_SOUND_START = 2
const BY_SOUND = 3
const BY_WORD: Record<Reason, number> = { product: 4, segment: 5, district: 6, text: 7, source: 8 }

/**
 * Entries that hold the query, the nearest first. Latin and digits are found whatever their case;
 * of the sounds, initials are found anywhere and syllables where the sound begins. `soundOf` is
 * absent until the pinyin are loaded.
 */
export function search(
  entries: readonly Entry[],
  query: string,
  soundOf: ((name: string) => Sound) | null,
  limit: number,
): Hit[] {
  const word = query.trim().toLowerCase()
  if (word === '') return []
  const isSound = /^[a-z]+$/.test(word)
  const hits = entries.flatMap((entry): { hit: Hit; order: number }[] => {
    const names = [entry.nameZh.toLowerCase(), entry.nameEn.toLowerCase()]
    if (names.some((name) => name.startsWith(word))) return [found(entry, BY_NAME_START)]
    if (names.some((name) => name.includes(word))) return [found(entry, BY_NAME)]
    if (isSound && soundOf) {
      const { initials, syllables } = soundOf(entry.nameZh)
      if (initials.startsWith(word) || syllables.startsWith(word)) {
        return [found(entry, BY_SOUND_START)]
      }
      if (initials.includes(word)) return [found(entry, BY_SOUND)]
    }
    const by = entry.words
      .filter(({ text }) => text.toLowerCase().includes(word))
      .sort((a, b) => BY_WORD[a.reason] - BY_WORD[b.reason])[0]
    return by ? [{ hit: { ...entry, found: by }, order: BY_WORD[by.reason] }] : []
  })
  return (
    hits
      // Of equals those listed first: parks before firms, districts after both.
      .sort((a, b) => a.order - b.order)
      .slice(0, limit)
      .map(({ hit }) => hit)
  )
}

function found(entry: Entry, order: number) {
  return { hit: { ...entry, found: null }, order }
}
