// What of the page is opened over the view for a moment, so that Back and Escape close it?
import { closeEditor, editing } from '#web/panels/editor/editing.ts'
import { networkPanelOpen } from '#web/panels/networks/panel-open.ts'
import { dialog } from '#web/panels/search/commands.ts'
import { sheetHeight } from '#web/shell/sheet-grip.tsx'
import { keepOpened } from '#web/state/view/opened.ts'

/** Lists that a button opens keep theirs themselves; returns what ends it. */
export function keepOpenedThings(): () => void {
  const ends = [
    keepOpened(
      () => sheetHeight.value === 'full',
      () => (sheetHeight.value = 'half'),
    ),
    keepOpened(
      () => networkPanelOpen.value,
      () => (networkPanelOpen.value = false),
    ),
    keepOpened(
      () => editing.value !== null,
      () => closeEditor(),
    ),
    keepOpened(
      () => dialog.value !== null,
      () => (dialog.value = null),
    ),
  ]
  return () => {
    for (const end of ends) end()
  }
}
