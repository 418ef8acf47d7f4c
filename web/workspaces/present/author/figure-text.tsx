// A text with live figures in it: “{” opens the list of figures, and the one chosen is put in under its name.
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { calledAt, searched } from '#geodata/analysis/stories/figure-choices.ts'
import {
  type FigureAnswer,
  type LiveFigure,
  STORY_VERSION,
  type Story,
  type StoryPreview,
} from '#geodata/contract/stories.ts'
import { inSight } from '#web/api/asked.ts'
import { newestOnly } from '#web/api/newest-only.ts'
import { say, t } from '#web/messages/index.ts'
import { DRAFT_ID, previewOf } from '#web/state/story/draft.ts'
import { emptyPlate } from '#web/state/story/story-edits.ts'

const MOST_SHOWN = 8

type FigureTextProps = {
  label: string
  lang: string
  value: string
  rows: number
  hint?: string
  /** Takes the focus when it comes. */
  isFirst: boolean
  onInput: (text: string) => void
  choices: () => readonly LiveFigure[]
  /** Puts the figure into the scene; the name by which the text calls it. */
  onFigure: (figure: LiveFigure) => string
}

export function FigureText(props: FigureTextProps) {
  const { label, lang, value, rows, hint, isFirst, onInput } = props
  const field = useRef<HTMLTextAreaElement>(null)
  const list = useId()
  const picker = usePicker(field, props)
  const { called, shown, at } = picker
  useEffect(() => {
    if (isFirst) field.current?.focus()
  }, [])
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
            <span>{say(figure.label)}</span>
            <b>{picker.valueNow(figure)}</b>
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
  const valueNow = useValues(shown)
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
  return { called, shown, at, valueNow, look, choose, close, onKeyDown }
}

/** What each of the figures is now, with its unit; empty until it is known. */
function useValues(figures: readonly LiveFigure[]): (figure: LiveFigure) => string {
  const [asking] = useState(() =>
    newestOnly((story: Story, signal) => previewOf(story, signal).then(byFigure)),
  )
  const question = JSON.stringify(figures)
  useEffect(() => {
    if (figures.length > 0) asking.askNext(askingFor(figures))
  }, [question])
  useEffect(() => asking.reset, [])
  const known = inSight(asking.asked.value)
  return (figure) => {
    const answer = known?.get(JSON.stringify({ ...figure, id: '' }))
    if (!answer) return ''
    if (!answer.said) return t('author.unknown')
    return `${say(answer.said)} ${answer.unit ? say(answer.unit) : ''}`
  }
}

const nameAt = (index: number) => `f${index}`

function askingFor(figures: readonly LiveFigure[]): Story {
  const title = { zh: '', en: '' }
  const scene = {
    ...emptyPlate('section'),
    figures: figures.map((figure, index) => ({ ...figure, id: nameAt(index) })),
  }
  return { formatVersion: STORY_VERSION, id: DRAFT_ID, title, summary: title, scenes: [scene] }
}

function byFigure({ story, figures }: StoryPreview): ReadonlyMap<string, FigureAnswer> {
  const asked = story.scenes[0]?.figures ?? []
  const answers = figures[0]?.figures ?? []
  return new Map(
    asked.flatMap((figure, index) => {
      const answer = answers[index]
      return answer ? [[JSON.stringify({ ...figure, id: '' }), answer] as const] : []
    }),
  )
}
