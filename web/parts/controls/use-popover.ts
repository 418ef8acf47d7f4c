// Something small that its button opens over the page: how it closes again.
import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { openedOver } from '#web/state/view/opened.ts'

type Popover<T> = {
  open: boolean
  setOpen: (open: boolean) => void
  /** Around the button and what it opens. */
  root: RefObject<T | null>
  onKeyDown: (event: KeyboardEvent) => void
}

/** Closed by Back, by a press elsewhere, and by Escape, which gives the focus back to the button. */
export function usePopover<T extends HTMLElement>(): Popover<T> {
  const [open, show] = useState(false)
  const root = useRef<T>(null)
  const closed = useRef<(() => void) | null>(null)
  const setOpen = (next: boolean) => {
    closed.current?.()
    closed.current = next ? openedOver(() => setOpen(false)) : null
    show(next)
  }
  useEffect(() => () => closed.current?.(), [])
  useEffect(() => {
    if (!open) return
    const onPointer = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false)
    }
    addEventListener('pointerdown', onPointer)
    return () => removeEventListener('pointerdown', onPointer)
  }, [open])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return
    event.stopPropagation()
    setOpen(false)
    root.current?.querySelector('button')?.focus()
  }
  return { open, setOpen, root, onKeyDown }
}
