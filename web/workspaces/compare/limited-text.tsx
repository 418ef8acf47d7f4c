// A text of which so many characters are kept: a longer one stays as it was typed, and is told, never cut.
import { useId, useState } from 'preact/hooks'
import { t } from '#web/messages/index.ts'

type LimitedTextProps = {
  value: string
  most: number
  onText: (text: string) => void
  /** Stands above it. */
  title?: string
  /** Heard where no title stands above it. */
  label?: string
  placeholder?: string
  /** How many lines are shown of a longer text; absent: one that cannot be broken. */
  rows?: number
}

export function LimitedText(props: LimitedTextProps) {
  const { value, most, onText, title, label, placeholder, rows } = props
  const id = useId()
  // null: as it is kept.
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? value
  const count = text.trim().length
  const isLong = count > most
  const common = {
    id: `${id}-field`,
    value: text,
    placeholder,
    'aria-label': label,
    'aria-invalid': isLong,
    'aria-describedby': isLong ? id : undefined,
    onInput: ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
      setTyped(currentTarget.value),
    onChange: () => {
      if (isLong || typed === null) return
      onText(typed)
      setTyped(null)
    },
  }
  const field =
    rows === undefined ? <input type="text" {...common} /> : <textarea rows={rows} {...common} />
  return (
    <>
      {title === undefined ? (
        field
      ) : (
        <label for={`${id}-field`}>
          {title}
          {field}
        </label>
      )}
      {isLong && (
        <small class="text-too-long" id={id} role="alert">
          {t('compare.tooLong', { most, count })}
        </small>
      )}
    </>
  )
}
