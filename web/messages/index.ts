// What does the page say, in the language of the view?
//
// Only the texts of the language that is read are fetched, those of boards with the first board; those of the
// other language come when it is chosen.
import { computed, effect, signal } from '@preact/signals'
import { IntlMessageFormat } from 'intl-messageformat'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { MessageKey } from '#web/messages/texts.ts'
import { view } from '#web/state/view/store.ts'

export type Language = 'zh-CN' | 'en'

type Part = 'first' | 'boards'
type Known = Record<string, Record<string, string>>

const FETCH: Record<Language, Record<Part, () => Promise<Known>>> = {
  'zh-CN': {
    first: async () => (await import('#web/messages/chinese.ts')).CHINESE,
    boards: async () => (await import('#web/messages/chinese-boards.ts')).CHINESE_BOARDS,
  },
  en: {
    first: async () => (await import('#web/messages/english.ts')).ENGLISH,
    boards: async () => (await import('#web/messages/english-boards.ts')).ENGLISH_BOARDS,
  },
}
const known: Record<Language, Partial<Record<Part, Known>>> = { 'zh-CN': {}, en: {} }
/** Whether anything that comes later has come: then its texts belong to every language. */
let hasBoards = false

async function learnPart(one: Language, part: Part): Promise<void> {
  known[one][part] ??= await FETCH[one][part]()
}

/** Fetches all texts of a language; from then on they can be shown. */
export async function learn(one: Language): Promise<void> {
  await Promise.all([learnPart(one, 'first'), learnPart(one, 'boards')])
}

/** Fetches what boards and later workspaces say: before it they have nothing to show. */
export async function boardTexts(): Promise<void> {
  hasBoards = true
  // The language may change meanwhile.
  await Promise.all([...new Set([language.peek(), wanted.peek()])].map(learn))
}

const wanted = computed<Language>(
  () => view.value.language ?? (navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'),
)
const shown = signal<Language>(wanted.peek())
/** The one the view asks for, once its texts are here. */
export const language = computed(() => shown.value)

/** Settles once the texts of the language first asked for are here: before it there is nothing to show. */
export const firstTexts = learnPart(wanted.peek(), 'first')
effect(() => {
  const next = wanted.value
  if (known[next].first && (known[next].boards || !hasBoards)) shown.value = next
  else {
    const coming = hasBoards ? learn(next) : learnPart(next, 'first')
    coming.then(
      () => {
        if (wanted.peek() === next) shown.value = next
      },
      // Without its texts the page goes on in the language shown.
      (error) => console.error(error),
    )
  }
})

const formats = new Map<string, IntlMessageFormat>()

// Letters written from right to left, and characters that turn what follows them around.
const TURNS = /[\u0590-\u08FF\u200E\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC]/
const ISOLATED = '\u2068'
const ISOLATES = ['\u2066', '\u2067', ISOLATED]
const TO_HERE = '\u2069'

/** A name of somebody that turns the direction of writing does so for itself alone, never for the figures after it. */
function withinItself(value: string | number): string | number {
  if (typeof value !== 'string' || !TURNS.test(value)) return value
  let open = 1
  let text = ISOLATED
  for (const character of value) {
    if (ISOLATES.includes(character)) open += 1
    // What it did not open it does not close.
    if (character === TO_HERE && open === 1) continue
    if (character === TO_HERE) open -= 1
    text += character
  }
  return text + TO_HERE.repeat(open)
}

/** A key made of somebody's own words may be called as what every object has. */
function ownOf<T>(of: Record<string, T> | undefined, name: string): T | undefined {
  return of && Object.hasOwn(of, name) ? of[name] : undefined
}

/** The text of a key with its values put in; numbers as the language writes them. */
export function t(key: MessageKey, values: Record<string, string | number> = {}): string {
  const [area, ...name] = key.split('.')
  const { first, boards } = known[language.value]
  const texts = ownOf(first, area ?? '') ?? ownOf(boards, area ?? '')
  const text = ownOf(texts, name.join('.'))
  if (text === undefined) return key
  const cached = `${language.value}/${key}`
  const format = formats.get(cached) ?? new IntlMessageFormat(text, language.value)
  formats.set(cached, format)
  const put = Object.entries(values).map(([name, value]) => [name, withinItself(value)])
  return String(format.format(Object.fromEntries(put)))
}

/** The side of a bilingual text that the view reads. */
export function say(text: Bilingual): string {
  return language.value === 'en' ? text.en : text.zh
}

/** A name in the view's language, Chinese where no English one is known. */
export function nameOf(named: { nameZh: string; nameEn: string | null }): string {
  return language.value === 'en' ? named.nameEn || named.nameZh : named.nameZh
}
