// The presenter's window: a page without rail, map and data of its own. What it shows comes from its stage.
import { language } from '#web/messages/index.ts'
import { Lazy, type Load } from '#web/parts/controls/lazy.tsx'
import { dressPage } from '#web/shell/dress-page.ts'
import { view } from '#web/state/view/store.ts'

const presenterPage: Load = async () =>
  (await import('#web/workspaces/present/presenter/presenter-page.tsx')).PresenterPage

export function Presenting() {
  dressPage(language.value, view.value.theme)
  return <Lazy load={presenterPage} until={(words) => <main class="presenter">{words}</main>} />
}
