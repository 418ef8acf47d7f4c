// What a narrow place has no room for: behind one button. Where there is room the style unfolds it.
import '#web/parts/controls/more.css'
import type { ComponentChildren } from 'preact'
import { t } from '#web/messages/index.ts'
import { usePopover } from '#web/parts/controls/use-popover.ts'

export function More({ id, children }: { id: string; children: ComponentChildren }) {
  const { open, setOpen, root, onKeyDown } = usePopover<HTMLDivElement>()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what its button opened
    <div class="more" ref={root} onKeyDown={onKeyDown}>
      <button
        type="button"
        class="more-button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {t('common.more')}
      </button>
      {/* What is chosen in it closes it first: then its step is the one that Back takes. */}
      <div id={id} class="more-list" data-open={open} onClickCapture={() => setOpen(false)}>
        {children}
      </div>
    </div>
  )
}
