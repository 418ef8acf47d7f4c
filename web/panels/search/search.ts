// Which thing does a word mean? Names first, then pinyin, then what a thing makes, where, and who says so.
import type { Sound } from '#web/panels/search/sound.ts'
import { soundsLike } from '#web/panels/search/sound.ts'

export type Reason = 'product' | 'segment' | 'district' | 'text' | 'source'

export type Entry = {
  collection: string
  id: string
  nameZh: string
  nameEn: string
  /** Short names, as they stand on the map. */
  labels: readonly string[]
  /** Further words that lead here, with what they are. */
  words: readonly { reason: Reason; text: string }[]
  at: readonly number[] | null
}

export type Hit = Entry & {
  /** Why it was found where the name does not show it. */
  found: { reason: Reason; text: string } | null
}

const BY_NAME_START = 0
const BY_NAME = 1
const BY_SOUND_START = 2
const BY_SOUND = 3
const BY_WORD: Record<Reason, number> = { product: 4, segment: 5, district: 6, text: 7, source: 8 }
const LAST = BY_WORD.source

/** Names and words of an entry in lower case, worked out once for as long as the entries stay. */
type Prepared = { entry: Entry; names: string[]; words: string }
const preparedLists = new WeakMap<readonly Entry[], Prepared[]>()
/** Stands in no name and no word, so that no query reaches over it. */
const APART = '\n'

function prepare(entries: readonly Entry[]): Prepared[] {
  const known = preparedLists.get(entries)
  if (known) return known
  const made = entries.map((entry) => ({
    entry,
    names: namesOf(entry).map((name) => name.toLowerCase()),
    words: entry.words
      .map(({ text }) => text)
      .join(APART)
      .toLowerCase(),
  }))
  preparedLists.set(entries, made)
  return made
}

const namesOf = ({ nameZh, nameEn, labels }: Entry) => [nameZh, nameEn, ...labels]

/** The names that have a sound. */
export const pronouncedNames = ({ nameZh, labels }: Entry): readonly string[] => [nameZh, ...labels]

/**
 * Entries that hold the query, the nearest first. Latin and digits are found whatever their case.
 * `soundOf` answers null for names whose sound is not known (yet).
 */
export function search(
  entries: readonly Entry[],
  query: string,
  soundOf: (name: string) => Sound | null,
  limit: number,
): Hit[] {
  const word = query.trim().toLowerCase()
  if (word === '') return []
  const said = /^[a-z' ]+$/.test(word) ? word.replaceAll(/[' ]/g, '') : null
  const byOrder: Prepared[][] = Array.from({ length: LAST + 1 }, () => [])
  for (const prepared of prepare(entries)) {
    const order = orderOf(prepared, word, said, soundOf)
    if (order !== null) byOrder[order]?.push(prepared)
  }
  const hits: Hit[] = []
  for (const [order, found] of byOrder.entries()) {
    if (hits.length >= limit) break
    // Of equals those listed first: parks before firms, districts after both.
    for (const { entry } of found.slice(0, limit - hits.length)) {
      hits.push({ ...entry, found: order < BY_WORD.product ? null : reasonOf(entry, word) })
    }
  }
  return hits
}

function orderOf(
  { entry, names, words }: Prepared,
  word: string,
  said: string | null,
  soundOf: (name: string) => Sound | null,
): number | null {
  if (names.some((name) => name.startsWith(word))) return BY_NAME_START
  if (names.some((name) => name.includes(word))) return BY_NAME
  if (said) {
    let best: number | null = null
    for (const name of pronouncedNames(entry)) {
      const from = soundsLike(soundOf(name), said)
      if (from === 0) return BY_SOUND_START
      if (from !== null) best = BY_SOUND
    }
    if (best !== null) return best
  }
  if (!words.includes(word)) return null
  const reason = reasonOf(entry, word)?.reason
  return reason ? BY_WORD[reason] : null
}

/** The most specific of the words that hold the query. */
function reasonOf({ words }: Entry, word: string): Entry['words'][number] | null {
  let best: Entry['words'][number] | null = null
  for (const one of words) {
    if (best && BY_WORD[best.reason] <= BY_WORD[one.reason]) continue
    if (one.text.toLowerCase().includes(word)) best = one
  }
  return best
}
