// What can be done from the keyboard and the palette? A command is a line here.
import { signal } from '@preact/signals'
import { LAYERS } from '#geodata/contract/collections.ts'
import { zoomBy } from '#web/map/current.ts'
import { language, t } from '#web/messages/index.ts'
import type { MessageKey } from '#web/messages/texts.ts'
import { isTyping } from '#web/parts/controls/is-typing.ts'
import { introduction, introductionUnfolded, motion, singleKeys } from '#web/state/preferences.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { LAYOUT_VIEWS, WORKSPACES } from '#web/state/view/view.ts'

export type Command = {
  id: string
  group: 'go' | 'show' | 'page'
  title: () => string
  /** One key, pressed where nothing is typed; shown by `?`. */
  key?: string
  run: () => void
}

/** Which dialog is open over the page. */
export const dialog = signal<'palette' | 'keys' | null>(null)

const page = (id: string, title: MessageKey, run: () => void, key?: string): Command => ({
  id,
  group: 'page',
  title: () => t(title),
  run,
  ...(key ? { key } : {}),
})

/** What is seen now becomes a scene of the story that is written; the code for it comes with the first. */
const addToStory = async () => (await import('#web/panels/story/add-to-story.ts')).addToStory()

const isDark = () => document.documentElement.dataset.theme === 'dark'

/** In the order they are listed. */
export function commands(): Command[] {
  return [
    ...WORKSPACES.map(
      (id, index): Command => ({
        id: `workspace.${id}`,
        group: 'go',
        title: () => t(`common.workspace.${id}`),
        key: String(index + 1),
        run: () => changeView({ workspace: id }),
      }),
    ),
    ...LAYOUT_VIEWS.map(
      (id): Command => ({
        id: `view.${id}`,
        group: 'go',
        title: () => t('keys.view', { name: t(`layout.view.${id}`) }),
        run: () => changeView({ workspace: 'layout', layoutView: id }),
      }),
    ),
    ...LAYERS.map(
      (id): Command => ({
        id: `layer.${id}`,
        group: 'show',
        title: () => t('keys.layer', { name: t(`layout.layer.${id}`) }),
        run: () => {
          const { hiddenLayers } = view.peek()
          changeView({
            hiddenLayers: hiddenLayers.includes(id)
              ? hiddenLayers.filter((other) => other !== id)
              : [...hiddenLayers, id],
          })
        },
      }),
    ),
    page('clear', 'layout.clear', () => changeView({ filters: {} }), 'c'),
    page('table', 'keys.table', () => changeView({ tableOpen: !view.peek().tableOpen }), 't'),
    page('zoomIn', 'common.zoomIn', () => zoomBy(1), '+'),
    page('zoomOut', 'common.zoomOut', () => zoomBy(-1), '-'),
    page(
      'language',
      'keys.language',
      () => changeView({ language: language.peek() === 'en' ? 'zh-CN' : 'en' }),
      'l',
    ),
    page('theme', 'keys.theme', () => changeView({ theme: isDark() ? 'light' : 'dark' }), 'd'),
    page('motion', 'keys.motion', () => (motion.value = !motion.peek())),
    page('introduction', 'keys.introduction', () => {
      changeView({ workspace: 'layout', layoutView: 'map' })
      introduction.value = true
      introductionUnfolded.value = true
    }),
    page('addToStory', 'keys.addToStory', () => void addToStory(), 'a'),
    page('keys', 'keys.title', () => (dialog.value = 'keys'), '?'),
  ]
}

/** Ctrl or ⌘ with K opens the palette anywhere; single keys work where nothing is typed. */
export function listenToKeys(): () => void {
  const onKey = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault()
      dialog.value = dialog.peek() === 'palette' ? null : 'palette'
      return
    }
    // On the stage keys belong to the story.
    if (event.ctrlKey || event.metaKey || event.altKey || view.peek().onStage) return
    if (!singleKeys.peek() || dialog.peek() !== null || isTyping(event.target)) return
    const command = commands().find(({ key }) => key === event.key)
    if (!command) return
    event.preventDefault()
    command.run()
  }
  addEventListener('keydown', onKey)
  return () => removeEventListener('keydown', onKey)
}
