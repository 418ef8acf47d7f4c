// Places by their names: typed, found, put in with Enter; Backspace in the empty field takes the last one out.
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { t } from '#web/messages/index.ts'

type Found = { name: string; kind: string; take: () => void }

type PlacesFieldProps = {
  label: string
  chosen: readonly string[]
  /** No more can be taken. */
  isFull: boolean
  isFirst: boolean
  found: (text: string) => readonly Found[]
  onDrop: (index: number) => void
}

export function PlacesField({ label, chosen, isFull, isFirst, found, onDrop }: PlacesFieldProps) {
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const list = useId()
  const shown = isFull ? [] : found(text)
  useEffect(() => {
    if (isFirst) field.current?.focus()
  }, [])
  const take = (index: number) => {
    const one = shown[index]
    if (!one) return
    one.take()
    setText('')
    setAt(0)
    field.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return
    const turn = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (turn && shown.length > 0) setAt((at + turn + shown.length) % shown.length)
    else if (event.key === 'Enter') take(at)
    else if (event.key === 'Escape' && text !== '') setText('')
    else if (event.key === 'Backspace' && text === '' && chosen.length > 0) {
      onDrop(chosen.length - 1)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div class="figure-text places-field">
      <label class="author-field">
        <span>{label}</span>
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-expanded={shown.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={shown[at] ? `${list}-${at}` : undefined}
          disabled={isFull}
          placeholder={t('author.findPlace')}
          value={text}
          onInput={({ currentTarget: { value } }) => {
            setText(value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setText('')}
        />
      </label>
      <div id={list} role="listbox" aria-label={label} hidden={shown.length === 0}>
        {shown.map(({ name, kind }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
          <div
            key={`${kind} ${name}`}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(index)}
          >
            <span>{name}</span>
            <small>{kind}</small>
          </div>
        ))}
      </div>
      {text !== '' && shown.length === 0 && (
        <p class="site-note" role="status">
          {t('author.noPlace', { word: text })}
        </p>
      )}
      <ul>
        {chosen.map((name, index) => (
          <li key={index}>
            {name}
            <button
              type="button"
              class="quiet"
              aria-label={t('author.dropPlace', { name })}
              onClick={() => {
                onDrop(index)
                field.current?.focus()
              }}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
