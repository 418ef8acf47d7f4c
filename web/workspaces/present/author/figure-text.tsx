// A text with live figures in it: “{” opens the list of figures, and the one chosen is put in under its name.
import { useId, useRef, useState } from 'preact/hooks'
import { calledAt, searched } from '#geodata/analysis/stories/figure-choices.ts'
import type { LiveFigure } from '#geodata/contract/stories.ts'
import { say, t } from '#web/messages/index.ts'

const MOST_SHOWN = 8

type FigureTextProps = {
  label: string
  lang: string
  value: string
  rows: number
  hint?: string
  onInput: (text: string) => void
  choices: () => readonly LiveFigure[]
  /** Puts the figure into the scene; the name by which the text calls it. */
  onFigure: (figure: LiveFigure) => string
}

export function FigureText(props: FigureTextProps) {
  const { label, lang, value, rows, hint, onInput } = props
  const field = useRef<HTMLTextAreaElement>(null)
  const list = useId()
  const picker = usePicker(field, props)
  const { called, shown, at } = picker
  return (
    <div class="figure-text">
      <label class="author-field">
        <span>{label}</span>
        <textarea
          ref={field}
          rows={rows}
          lang={lang}
          value={value}
          aria-haspopup="listbox"
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={called && shown[at] ? `${list}-${at}` : undefined}
          onInput={(event) => {
            onInput(event.currentTarget.value)
            picker.look()
          }}
          onKeyDown={picker.onKeyDown}
          onClick={picker.look}
          onBlur={picker.close}
        />
      </label>
      {hint && <small class="site-note">{hint}</small>}
      <div id={list} role="listbox" aria-label={t('author.choices')} hidden={shown.length === 0}>
        {shown.map((figure, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the text
          <div
            key={JSON.stringify(figure)}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => picker.choose(index)}
          >
            {say(figure.label)}
          </div>
        ))}
      </div>
      {called && shown.length === 0 && (
        <p class="site-note" role="status">
          {t('author.noChoice', { word: called.word })}
        </p>
      )}
    </div>
  )
}

function usePicker(
  field: { current: HTMLTextAreaElement | null },
  { value, onInput, choices, onFigure }: FigureTextProps,
) {
  const [called, setCalled] = useState<ReturnType<typeof calledAt>>(null)
  const [at, setAt] = useState(0)
  const shown = called ? searched(choices(), called.word, MOST_SHOWN) : []
  const close = () => setCalled(null)
  const look = () => {
    const now = field.current
    setCalled(now && calledAt(now.value, now.selectionStart))
    setAt(0)
  }
  const choose = (index: number) => {
    const figure = shown[index]
    const now = field.current
    if (!figure || !called || !now) return
    const name = `{${onFigure(figure)}}`
    // What was typed of the name makes room for it, with a brace that closed it.
    const after = value.slice(now.selectionStart).replace(/^\}/, '')
    onInput(value.slice(0, called.from) + name + after)
    close()
    const caret = called.from + name.length
    requestAnimationFrame(() => {
      now.focus()
      now.setSelectionRange(caret, caret)
    })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!called || event.isComposing) return
    const turn = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (turn) setAt((at + turn + shown.length) % Math.max(1, shown.length))
    else if ((event.key === 'Enter' || event.key === 'Tab') && shown[at]) choose(at)
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return { called, shown, at, look, choose, close, onKeyDown }
}
