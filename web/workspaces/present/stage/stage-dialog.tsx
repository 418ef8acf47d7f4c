// A dialog over the scene: the browser keeps the focus in it and gives it back.
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { t } from '#web/messages/index.ts'
import { Icon } from '#web/parts/controls/icon.tsx'
import { stage } from '#web/workspaces/present/stage/stage.ts'

const close = () => {
  stage.value = { ...stage.peek(), overlay: null }
}

type StageDialogProps = { id: string; title: string; children: ComponentChildren }

export function StageDialog({ id, title, children }: StageDialogProps) {
  const element = useRef<HTMLDialogElement>(null)
  useEffect(() => element.current?.showModal(), [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the dialog closes it, and so does Escape
    <dialog
      ref={element}
      class={`show-dialog show-${id}`}
      aria-labelledby={`show-${id}-title`}
      onClose={close}
      onClick={(event) => event.target === element.current && close()}
    >
      <header>
        <h2 id={`show-${id}-title`}>{title}</h2>
        <button type="button" aria-label={t('common.close')} onClick={close}>
          <Icon path="M6 6l12 12M18 6L6 18" />
        </button>
      </header>
      {children}
    </dialog>
  )
}
