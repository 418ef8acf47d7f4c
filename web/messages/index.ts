// What does the page say, in the language of the view?
//
// Only the texts of the language that is read are fetched; those of the other come when it is chosen.
import { computed, effect, signal } from '@preact/signals'
import { IntlMessageFormat } from 'intl-messageformat'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { MessageKey, Texts } from '#web/messages/texts.ts'
import { view } from '#web/state/view/store.ts'

export type Language = 'zh-CN' | 'en'

const FETCH: Record<Language, () => Promise<Texts>> = {
  'zh-CN': async () => (await import('#web/messages/chinese.ts')).CHINESE,
  en: async () => (await import('#web/messages/english.ts')).ENGLISH,
}
const known = new Map<Language, Texts>()

/** Fetches the texts of a language; from then on they can be shown. */
export async function learn(one: Language): Promise<void> {
  if (!known.has(one)) known.set(one, await FETCH[one]())
}

const wanted = computed<Language>(
  () => view.value.language ?? (navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'),
)
const shown = signal<Language>(wanted.peek())
/** The one the view asks for, once its texts are here. */
export const language = computed(() => shown.value)

/** Settles once the texts of the language first asked for are here: before it there is nothing to show. */
export const firstTexts = learn(wanted.peek())
effect(() => {
  const next = wanted.value
  if (known.has(next)) shown.value = next
  else {
    learn(next).then(
      () => {
        if (wanted.peek() === next) shown.value = next
      },
      // Without its texts the page goes on in the language shown.
      (error) => console.error(error),
    )
  }
})

const formats = new Map<string, IntlMessageFormat>()

/** The text of a key with its values put in; numbers as the language writes them. */
export function t(key: MessageKey, values: Record<string, string | number> = {}): string {
  const [area, ...name] = key.split('.')
  const texts: Record<string, Record<string, string>> | undefined = known.get(language.value)
  const text = texts?.[area ?? '']?.[name.join('.')] ?? key
  const cached = `${language.value}/${key}`
  const format = formats.get(cached) ?? new IntlMessageFormat(text, language.value)
  formats.set(cached, format)
  return String(format.format(values))
}

/** The side of a bilingual text that the view reads. */
export function say(text: Bilingual): string {
  return language.value === 'en' ? text.en : text.zh
}

/** A name in the view's language, Chinese where no English one is known. */
export function nameOf(named: { nameZh: string; nameEn: string | null }): string {
  return language.value === 'en' ? named.nameEn || named.nameZh : named.nameZh
}
