// What does the phone say, in the language of the stage? Its page is one small file, with both languages in it.
import { signal } from '@preact/signals'
import type { RemoteCard } from '#geodata/contract/presentations.ts'
import { remote as english } from '#web/messages/en/remote.ts'
import { remote as chinese } from '#web/messages/zh-CN/remote.ts'

type Language = RemoteCard['language']

/** Until the stage has said its own: that of the phone. */
export const language = signal<Language>(
  navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en',
)

type Key = `remote.${keyof typeof chinese}`

export function words(key: Key, values: Record<string, string | number> = {}): string {
  const texts = language.value === 'en' ? english : chinese
  const text = texts[key.slice('remote.'.length) as keyof typeof chinese]
  return text.replaceAll(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''))
}
