// Opens the presenter's window, linked to the stage of this tab.
import { ownView } from '#web/state/view/store.ts'
import { DEFAULT_VIEW, encodeView } from '#web/state/view/view.ts'
import { stageName } from '#web/workspaces/present/presenter/link.ts'

/** Its address: the same page, as the presenter sees it. */
export function presenterAddress(storyId: string): string {
  const { language, theme, scene } = ownView.value
  const seen = { ...DEFAULT_VIEW, language, theme, scene, storyId }
  return `?${encodeView({ ...seen, workspace: 'present', presenterOf: stageName() })}`
}

/** False: the browser did not let it open. */
export function openPresenter(storyId: string): boolean {
  return (
    window.open(
      presenterAddress(storyId),
      `presenter-${stageName()}`,
      'popup,width=1120,height=760',
    ) !== null
  )
}
