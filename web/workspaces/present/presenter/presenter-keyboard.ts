// Takes the keys of the presenter's window and hands them to the stage.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Story } from '#geodata/contract/stories.ts'
import { askFullScreen } from '#web/workspaces/present/presenter/ask-full-screen.ts'
import type { Standing } from '#web/workspaces/present/presenter/link.ts'
import { type Meant, meantBy } from '#web/workspaces/present/presenter/presenter-keys.ts'
import type { Tell } from '#web/workspaces/present/presenter/use-stage-of.ts'

type Shown = { story: Story; standing: Standing }
type Keyboard = { typed: string; hasKeys: boolean; showKeys: (isShown: boolean) => void }

/** `shown` null: there is no stage to lead. */
export function usePresenterKeys(shown: Shown | null, tell: Tell): Keyboard {
  const [typed, setTyped] = useState('')
  const [hasKeys, showKeys] = useState(false)
  const onKey = (event: KeyboardEvent) => {
    if (!shown || event.altKey || event.ctrlKey || event.metaKey) return
    // The list of keys closes by its own.
    if (document.querySelector('dialog[open]')) return
    const onControl =
      event.target instanceof HTMLElement && event.target.closest('button, summary, a')
    if (onControl && (event.key === ' ' || (event.key === 'Enter' && typed === ''))) return
    const { story, standing } = shown
    const meant = meantBy(event.key, event.shiftKey, {
      typed,
      scenes: story.scenes.length,
      isPlaying: standing.playing !== null,
      isAsking: standing.isAsking,
    })
    if (!meant) return
    event.preventDefault()
    setTyped(meant.kind === 'typed' ? meant.typed : '')
    follow(meant, standing)
  }
  const follow = (meant: Meant, standing: Standing) => {
    if (meant.kind === 'act') tell({ kind: 'act', act: meant.act })
    else if (meant.kind === 'go') tell({ kind: 'go', scene: meant.scene })
    else if (meant.kind === 'return') tell({ kind: 'return' })
    else if (meant.kind === 'keys') showKeys(true)
    else if (meant.kind === 'full') askFullScreen(standing, tell)
    else if (meant.kind === 'close') window.close()
    else if (meant.kind === 'notes') {
      document.querySelector<HTMLElement>('.presenter-notes')?.focus()
    }
  }
  const newest = useRef(onKey)
  newest.current = onKey
  useEffect(() => {
    const listen = (event: KeyboardEvent) => newest.current(event)
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
  return { typed, hasKeys, showKeys }
}
