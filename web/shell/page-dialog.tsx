// What lies over the page for a moment: the palette, or the list of keys.
import '#web/shell/dialog.css'
import { useEffect, useRef } from 'preact/hooks'
import { t } from '#web/messages/index.ts'
import { commands, dialog } from '#web/panels/search/commands.ts'
import { SearchBox } from '#web/panels/search/search-box.tsx'
import { motion, singleKeys } from '#web/state/preferences.ts'

export function PageDialog() {
  const open = dialog.value
  const element = useRef<HTMLDialogElement>(null)
  /** The browser reports a closing later: ours must not close what was opened meanwhile. */
  const isOurs = useRef(false)
  useEffect(() => {
    // The browser keeps the focus inside, and gives it back where it was.
    if (open) element.current?.showModal()
    else if (element.current?.open) {
      isOurs.current = true
      element.current.close()
    }
  }, [open])
  const close = () => {
    dialog.value = null
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the dialog closes it, and so does Escape
    <dialog
      ref={element}
      class="page-dialog"
      aria-label={open === 'keys' ? t('keys.title') : t('keys.palette')}
      onClose={() => {
        if (!isOurs.current) close()
        isOurs.current = false
      }}
      onClick={(event) => event.target === element.current && close()}
    >
      {open === 'palette' && (
        <>
          <SearchBox withCommands onDone={close} />
          {/* After the field: a dialog gives the focus to its first control. */}
          <button type="button" class="dialog-close" aria-label={t('common.close')} onClick={close}>
            ×
          </button>
        </>
      )}
      {open === 'keys' && <Keys close={close} />}
    </dialog>
  )
}

const FIXED = [
  ['Ctrl K', 'keys.open'],
  ['↑ ↓', 'keys.arrows'],
  ['Esc', 'keys.escape'],
  ['← ↑ ↓ →', 'keys.pinKeys'],
  ['← ↑ ↓ → ␣ ↵', 'keys.drawKeys'],
] as const

function Keys({ close }: { close: () => void }) {
  return (
    <div class="keys">
      <h2>{t('keys.title')}</h2>
      <dl>
        {FIXED.map(([key, title]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(title)}</dd>
          </div>
        ))}
        {commands().flatMap(({ id, key, title }) =>
          key
            ? [
                <div key={id}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{title()}</dd>
                </div>,
              ]
            : [],
        )}
      </dl>
      {[
        { on: singleKeys, words: t('keys.single') },
        { on: motion, words: t('keys.motionOn') },
      ].map(({ on, words }) => (
        <label key={words} class="toggle">
          <input
            type="checkbox"
            checked={on.value}
            onChange={(event) => {
              on.value = event.currentTarget.checked
            }}
          />
          <span>{words}</span>
        </label>
      ))}
      <button type="button" onClick={close}>
        {t('keys.close')}
      </button>
    </div>
  )
}
