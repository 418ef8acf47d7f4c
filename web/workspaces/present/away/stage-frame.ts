// The stage for pictures: the page itself in a frame that nobody sees, always of one size, one scene after another.
//
// What is taken from it does not depend on the window, the screen or the hand: the frame is as wide and high as a
// plain screen of 16 by 9, and a finer picture has more pixels of the same page.
import type { Story } from '#geodata/contract/stories.ts'
import { language } from '#web/messages/index.ts'
import { ownView } from '#web/state/view/store.ts'
import { encodeView } from '#web/state/view/view.ts'
import { groundOf } from '#web/workspaces/present/scenes.ts'

/** Of the frame, in pixels of the page. */
export const STAGE_WIDTH = 1920
export const STAGE_HEIGHT = 1080

/** A scene that does not come in this time does not come. */
const PATIENCE_MILLISECONDS = 90_000

export const NO_PICTURE = ['slow', 'no-map', 'refused', 'too-large', 'no-encoder'] as const

/** Why no picture comes. `slow`: the scene did not get ready; `no-map`: the browser draws no map. */
export class NoPicture extends Error {
  reason: (typeof NO_PICTURE)[number]

  constructor(reason: NoPicture['reason'], options?: ErrorOptions) {
    super(`No picture: ${reason}.`, options)
    this.reason = reason
  }
}

export type StageFrame = {
  /** The page with the scene on its stage, whole and at rest; a NoPicture says why not. */
  showing: (index: number, signal: AbortSignal) => Promise<Document>
  close: () => void
}

export type Dress = { language: 'zh-CN' | 'en'; theme: 'light' | 'dark' }

/** As the page is seen now. */
export function dressNow(): Dress {
  const isDark = document.documentElement.dataset.theme === 'dark'
  return { language: language.peek(), theme: isDark ? 'dark' : 'light' }
}

/** `ratio`: pixels of the picture per pixel of the page. */
export function openStageFrame(story: Story, ratio: number, dress: Dress): StageFrame {
  const frame = document.createElement('iframe')
  frame.className = 'picture-frame'
  frame.width = String(STAGE_WIDTH)
  frame.height = String(STAGE_HEIGHT)
  frame.dataset.pixelRatio = String(ratio)
  // Nobody works in it: it takes no focus and no key.
  frame.inert = true
  frame.setAttribute('aria-hidden', 'true')
  const addressOf = (scene: number) =>
    `?${encodeView({ ...ownView.peek(), ...dress, workspace: 'present', storyId: story.id, scene, onStage: true })}`
  let isOpen = false
  return {
    showing: async (index, signal) => {
      if (isOpen) turn(frame, addressOf(index))
      else {
        frame.src = addressOf(index)
        document.body.append(frame)
        isOpen = true
      }
      const ground = groundOf(story, index)
      const scene = story.scenes[index]
      const stillId = scene?.kind === 'map' ? (ground?.id ?? null) : null
      return settled(frame, scene?.id ?? '', stillId, signal)
    },
    close: () => frame.remove(),
  }
}

/** As Back and Forward lead to another scene. */
function turn(frame: HTMLIFrameElement, address: string): void {
  const page = frame.contentWindow
  if (!page) return
  page.history.replaceState(null, '', address)
  page.dispatchEvent(new PopStateEvent('popstate'))
}

async function settled(
  frame: HTMLIFrameElement,
  sceneId: string,
  stillId: string | null,
  signal: AbortSignal,
): Promise<Document> {
  const until = performance.now() + PATIENCE_MILLISECONDS
  for (;;) {
    signal.throwIfAborted()
    const page = frame.contentDocument
    if (page && isShown(page, sceneId)) {
      await atRest(page)
      if (stillId !== null && !page.querySelector(`.still[data-scene="${CSS.escape(stillId)}"]`)) {
        throw new NoPicture('no-map')
      }
      return page
    }
    if (performance.now() > until) throw new NoPicture('slow')
    await new Promise((resolve) => setTimeout(resolve, LOOK_MILLISECONDS))
  }
}

const LOOK_MILLISECONDS = 40

/** A page that is being loaded has no root yet. */
function isShown(page: Document, sceneId: string): boolean {
  const root: HTMLElement | null = page.documentElement
  const show = page.querySelector<HTMLElement>('.show')
  return (
    root?.dataset.presenting === 'shown' &&
    show?.dataset.scene === sceneId &&
    show.dataset.revealed === 'true'
  )
}

/** Every letter and picture is there, and nothing moves. */
async function atRest(page: Document): Promise<void> {
  await page.fonts.ready
  await Promise.allSettled(
    [...page.querySelectorAll<HTMLImageElement>('.show img')].map((one) => one.decode()),
  )
  for (const moving of page.getAnimations()) {
    // What goes round and round has no end to wait for.
    if (moving.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) moving.finish()
  }
}
