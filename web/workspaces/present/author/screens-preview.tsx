// The open scene on four screens at once: each is the stage itself, at the size of that screen, made small.
import { useEffect, useRef, useState } from 'preact/hooks'
import { t } from '#web/messages/index.ts'
import { DRAFT_ID } from '#web/state/story/draft.ts'
import { ownView } from '#web/state/view/store.ts'
import { encodeView } from '#web/state/view/view.ts'

const SCREENS = [
  { width: 1920, height: 1080, isLarge: true },
  { width: 1366, height: 768, isLarge: false },
  { width: 3840, height: 2160, isLarge: false },
  { width: 390, height: 844, isLarge: false },
] as const

/** What the dialog takes beside the screens, in pixels. */
const BESIDE_WIDTH = 96
const BESIDE_HEIGHT = 330
const SMALL_HEIGHT = 150

export function ScreensPreview({ at, onClose }: { at: number; onClose: () => void }) {
  const element = useRef<HTMLDialogElement>(null)
  // One after another: four maps at once would keep each from its first picture.
  const [ready, setReady] = useState(0)
  useEffect(() => element.current?.showModal(), [])
  return (
    <dialog
      ref={element}
      class="author-screens"
      aria-label={t('author.previewScene', { scene: at + 1 })}
      onClose={onClose}
    >
      <header>
        <h2>{t('author.previewScene', { scene: at + 1 })}</h2>
        <button type="button" onClick={() => element.current?.close()}>
          {t('author.closePreview')}
        </button>
      </header>
      <div class="screens">
        {SCREENS.map((screen, index) => (
          <Screen
            key={screen.width}
            {...screen}
            at={at}
            isDue={index <= ready}
            onShown={() => setReady((count) => Math.max(count, index + 1))}
          />
        ))}
      </div>
    </dialog>
  )
}

type ScreenProps = (typeof SCREENS)[number] & { at: number; isDue: boolean; onShown: () => void }

/** How large a screen of that shape can be drawn here. */
const shownHeight = (isLarge: boolean, ratio: number) =>
  isLarge
    ? Math.max(
        SMALL_HEIGHT,
        Math.min((innerWidth - BESIDE_WIDTH) / ratio, innerHeight - BESIDE_HEIGHT),
      )
    : SMALL_HEIGHT

function Screen({ width, height, isLarge, at, isDue, onShown }: ScreenProps) {
  const shown = shownHeight(isLarge, width / height)
  const frame = useRef<HTMLIFrameElement>(null)
  const size = `${width}×${height}`
  const { language, theme } = ownView.value
  const address = encodeView({
    ...ownView.peek(),
    workspace: 'present',
    storyId: DRAFT_ID,
    scene: at,
    onStage: true,
    language,
    theme,
  })
  return (
    <figure class={isLarge ? 'large' : undefined}>
      <div style={{ width: `${(shown * width) / height}px`, height: `${shown}px` }}>
        {isDue && (
          <iframe
            ref={frame}
            title={t('author.previewOf', { size })}
            src={`?${address}`}
            width={width}
            height={height}
            style={{ transform: `scale(${shown / height})` }}
            // Nobody works in it: it takes no focus and no key.
            inert
            onLoad={() => whenShown(frame.current, onShown)}
          />
        )}
      </div>
      <figcaption>{size}</figcaption>
    </figure>
  )
}

/** A map that does not come keeps the next screen waiting no longer. */
const PATIENCE_MILLISECONDS = 15_000

/** Calls `act` once the stage within the frame shows its scene, or has had its time. */
function whenShown(frame: HTMLIFrameElement | null, act: () => void): void {
  const root = frame?.contentDocument?.documentElement
  if (!root) return
  const end = () => {
    clearTimeout(patience)
    watching.disconnect()
    act()
  }
  const patience = setTimeout(end, PATIENCE_MILLISECONDS)
  const look = () => {
    if (root.dataset.presenting === 'shown') end()
  }
  const watching = new MutationObserver(look)
  watching.observe(root, { attributeFilter: ['data-presenting'] })
  look()
}
