// Which thing does a word mean? Whole names and their initials first, then names and pinyin that begin so, then
// those that hold it, then what a thing makes, where, and who says so.
import type { Sound } from '#web/panels/search/sound.ts'
import { soundsLike } from '#web/panels/search/sound.ts'

export type Reason = 'code' | 'product' | 'segment' | 'district' | 'text' | 'source'

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

const BY_WHOLE_NAME = 0
const BY_NAME_START = 1
const BY_SOUND_START = 2
const BY_NAME = 3
const BY_SOUND = 4
const BY_WORD: Record<Reason, number> = {
  code: 5,
  product: 6,
  segment: 7,
  district: 8,
  text: 9,
  source: 10,
}
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

/** Words of which few are told apart by sound; one letter alone sounds like nearly all of them. */
const SOUNDED: readonly Reason[] = ['product', 'segment']
const LEAST_SOUNDED = 2

/** The products and segments that have a sound. */
export const pronouncedWords = ({ words }: Entry): readonly string[] =>
  words.filter(({ reason }) => SOUNDED.includes(reason)).map(({ text }) => text)

/** How near a query is to an entry, and the word that holds it where no name does. */
type Match = { order: number; word: Entry['words'][number] | null }
type Asked = { text: string; said: string | null; soundOf: (name: string) => Sound | null }

/**
 * All entries that hold the query, the nearest first; of several words each has to be held. Latin and digits
 * are found whatever their case. `soundOf` answers null for names whose sound is not known (yet).
 */
export function search(entries: readonly Entry[], query: string, soundOf: Asked['soundOf']): Hit[] {
  const whole = query.trim().toLowerCase()
  if (whole === '') return []
  const ask = (text: string): Asked => ({
    text,
    said: /^[a-z' ]+$/.test(text) ? text.replaceAll(/[' ]/g, '') : null,
    soundOf,
  })
  const parts = whole.split(/\s+/).map(ask)
  const byOrder: { entry: Entry; found: Match['word'] }[][] = Array.from(
    { length: LAST + 1 },
    () => [],
  )
  for (const prepared of prepare(entries)) {
    const match = matchOf(prepared, ask(whole)) ?? matchOfAll(prepared, parts)
    if (match) byOrder[match.order]?.push({ entry: prepared.entry, found: match.word })
  }
  // Of equals those listed first.
  return byOrder.flat().map(({ entry, found }) => ({ ...entry, found }))
}

/** As near as the farthest of the words, each of which has to be held. */
function matchOfAll(prepared: Prepared, parts: readonly Asked[]): Match | null {
  if (parts.length < 2) return null
  let farthest: Match | null = null
  for (const part of parts) {
    const match = matchOf(prepared, part)
    if (!match) return null
    if (!farthest || match.order > farthest.order) farthest = match
  }
  return farthest
}

function matchOf({ entry, names, words }: Prepared, asked: Asked): Match | null {
  const { text, said, soundOf } = asked
  const byName = (order: number): Match => ({ order, word: null })
  if (names.some((name) => withoutRank(name) === withoutRank(text))) return byName(BY_WHOLE_NAME)
  if (said && isInitials(entry, asked)) return byName(BY_WHOLE_NAME)
  if (names.some((name) => name.startsWith(text))) return byName(BY_NAME_START)
  const heard = said ? heardIn(entry, said, soundOf) : null
  if (heard === BY_SOUND_START) return byName(heard)
  if (names.some((name) => name.includes(text))) return byName(BY_NAME)
  if (heard !== null) return byName(heard)
  const holds = words.includes(text)
  const isHeard = said !== null && said.length >= LEAST_SOUNDED
  if (!holds && !isHeard) return null
  const word = nearestWord(entry, (one) => {
    if (holds && one.text.toLowerCase().includes(text)) return true
    return isHeard && SOUNDED.includes(one.reason) && soundsLike(soundOf(one.text), said) !== null
  })
  return word && { order: BY_WORD[word.reason], word }
}

/** A district goes by its name without "district", "county" or "city" too. */
const withoutRank = (name: string) => (name.length > 2 ? name.replace(/[区县市]$/, '') : name)

/** Whether the query is the first letters of a whole name, none left out. */
function isInitials(entry: Entry, { said, soundOf }: Asked): boolean {
  return pronouncedNames(entry).some((name) => {
    const initials = soundOf(name)?.map((syllable) => syllable[0])
    if (!initials) return false
    const isShorter = withoutRank(name) !== name
    return initials.join('') === said || (isShorter && initials.slice(0, -1).join('') === said)
  })
}

function heardIn(entry: Entry, said: string, soundOf: Asked['soundOf']): number | null {
  let best: number | null = null
  for (const name of pronouncedNames(entry)) {
    const from = soundsLike(soundOf(name), said)
    if (from === 0) return BY_SOUND_START
    if (from !== null) best = BY_SOUND
  }
  return best
}

/** The most specific of the words that fit. */
function nearestWord(
  { words }: Entry,
  fits: (word: Entry['words'][number]) => boolean,
): Match['word'] {
  let best: Match['word'] = null
  for (const one of words) {
    if (best && BY_WORD[best.reason] <= BY_WORD[one.reason]) continue
    if (fits(one)) best = one
  }
  return best
}
