// Tells the whole document its language and its theme.
import type { Language } from '#web/messages/index.ts'
import type { View } from '#web/state/view/view.ts'

export function dressPage(lang: Language, theme: View['theme']): void {
  const isDark =
    theme === 'dark' || (theme === null && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.lang = lang
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
}
