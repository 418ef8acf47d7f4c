// Fills the screen that the stage is on, from the presenter's window.

import { signal } from '@preact/signals'
import type { FullScreenAsked, Standing } from '#web/workspaces/present/presenter/link.ts'
import type { Tell } from '#web/workspaces/present/presenter/use-stage-of.ts'

/** It was asked for, and did not come yet. */
export const isFullAsked = signal(false)

/**
 * A page may fill the screen only upon a click or a key of its own. Where the browser knows how, the right to do so
 * goes along with a message to the window that opened this one; else the key has to be pressed over there.
 */
export function askFullScreen({ stage, isFull }: Standing, tell: Tell): void {
  if (isFull) tell({ kind: 'act', act: 'full' })
  else {
    isFullAsked.value = true
    const asked: FullScreenAsked = { kind: 'park-atlas.fill-screen', stage }
    const options = { targetOrigin: location.origin, delegate: 'fullscreen' }
    ;(opener as Window | null)?.postMessage(asked, options)
  }
}
