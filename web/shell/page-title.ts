// What is the title of the page? The board that is open, its workspace, the product.
import { t } from '#web/messages/index.ts'
import type { View } from '#web/state/view/view.ts'

/** The open board, null where the workspace has none or shows its map. */
function boardName({ workspace, layoutView, siteView, progressBy }: View): string | null {
  if (workspace === 'layout' && layoutView !== 'map') return t(`layout.view.${layoutView}`)
  if (workspace === 'site' && siteView !== 'map') return t(`site.view.${siteView}`)
  if (workspace === 'progress') return t(`shell.by.${progressBy}`)
  return null
}

export function pageTitle(view: View): string {
  return [boardName(view), t(`common.workspace.${view.workspace}`), t('common.product')]
    .filter(Boolean)
    .join(' · ')
}
