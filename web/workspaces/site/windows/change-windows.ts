// Changes what is seen of the windows; the rest of the view stays.
import { changeView, view } from '#web/state/view/store.ts'
import type { WindowsView } from '#web/state/view/windows.ts'

export function changeWindows(change: Partial<WindowsView>): void {
  changeView({ windows: { ...view.peek().windows, ...change } })
}
