// A kept comparison within another page: to be read, without a rail, panels, dialogs or keys of its own.
//
// Other pages may frame this view alone, so nothing in it may change data or lead to where that is done.
import { language } from '#web/messages/index.ts'
import { Lazy, type Load } from '#web/parts/controls/lazy.tsx'
import { Announcer } from '#web/parts/focus/announcer.tsx'
import { problemText } from '#web/parts/words/problem-text.ts'
import { dressPage } from '#web/shell/dress-page.ts'
import { PrintPage } from '#web/shell/print-page.tsx'
import { loading } from '#web/state/region/lists.ts'
import { view } from '#web/state/view/store.ts'

const comparePanel: Load = async () =>
  (await import('#web/workspaces/compare/compare.tsx')).ComparePanel

export function Embedded() {
  dressPage(language.value, view.value.theme)
  const state = loading.value
  return (
    <div class="app embedded">
      {state.kind === 'failed' ? (
        <main class="failed">
          <p role="alert">{problemText(state.problem)}</p>
        </main>
      ) : (
        <Lazy load={comparePanel} until={(words) => <main class="board">{words}</main>} />
      )}
      <Announcer />
      <PrintPage />
    </div>
  )
}
