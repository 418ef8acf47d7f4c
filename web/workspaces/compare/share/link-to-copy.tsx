// A text to be copied, and, where the device has a way of its own to share links, to be given to that.
import { useEffect, useRef, useState } from 'preact/hooks'
import { t } from '#web/messages/index.ts'
import { announce } from '#web/parts/focus/announcer.tsx'

type LinkToCopyProps = {
  label: string
  text: string
  /** What the link leads to; absent: it is no link. */
  title?: string
  /** It has just been made: it takes the focus, so that it is read. */
  isNew?: boolean
}

export function LinkToCopy({ label, text, title, isNew = false }: LinkToCopyProps) {
  const [copied, setCopied] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (!isNew) return
    field.current?.focus()
    field.current?.select()
  }, [])
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
      announce(t('common.copied'))
    } catch {
      // Without the clipboard the text stands there, chosen, to be copied by hand.
      field.current?.select()
    }
  }
  return (
    <div class="compare-link">
      <label>
        {label}
        <input ref={field} readOnly value={text} onFocus={() => field.current?.select()} />
      </label>
      <button type="button" onClick={() => void copy()}>
        {copied ? t('common.copied') : t('share.copy')}
      </button>
      {title !== undefined && 'share' in navigator && (
        <button
          type="button"
          // Whoever closes the list of ways has shared nothing, and is told nothing.
          onClick={() => void navigator.share({ title, url: text }).catch(() => null)}
        >
          {t('share.device')}
        </button>
      )}
    </div>
  )
}
