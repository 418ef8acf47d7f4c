// Opens the presenter's window, linked to the stage of this tab.
import { useEffect } from 'preact/hooks'
import { ownView } from '#web/state/view/store.ts'
import { DEFAULT_VIEW, encodeView } from '#web/state/view/view.ts'
import { stageName } from '#web/workspaces/present/presenter/link.ts'
import { linkStage } from '#web/workspaces/present/presenter/stage-link.ts'
import {
  leaveFullScreen,
  presenterDoor,
  presenterWindow,
} from '#web/workspaces/present/stage/stage.ts'

let opened: Window | null = null

/** Its address: the same page, as the presenter sees it. */
function presenterAddress(): string {
  const { language, theme } = ownView.value
  return `?${encodeView({ ...DEFAULT_VIEW, language, theme, workspace: 'present', presenterOf: stageName() })}`
}

/** Links the stage of this page for as long as the page is open, and offers the window to it. */
export function usePresenterWindow(): void {
  useEffect(() => {
    linkStage()
    presenterDoor.value = { open: openPresenter, address: presenterAddress }
  }, [])
}

/** Opens the window, or brings the opened one to the front. Must be called within a click or a key. */
function openPresenter(): void {
  // The browser may call a window open for a while that has already taken its leave.
  if (opened && !opened.closed && presenterWindow.peek() !== 'gone') {
    opened.focus()
    return
  }
  // Browsers leave full screen when a window opens; left by the page itself, it ends no presentation.
  leaveFullScreen()
  opened = window.open(
    presenterAddress(),
    `presenter-${stageName()}`,
    'popup,width=1180,height=780',
  )
  presenterWindow.value = opened === null ? 'blocked' : 'opened'
}
