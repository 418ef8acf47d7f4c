// To which stage, since when, by whom, and why where a stage is skipped or left again?
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { type Prospect, STAGE_DATE } from '#geodata/analysis/prospects/prospect.ts'
import { stageAfter, stageStep } from '#geodata/analysis/prospects/stage-step.ts'
import { PROSPECT_STAGES, type ProspectStage } from '#geodata/contract/editable/prospects.ts'
import { t } from '#web/messages/index.ts'
import { editorName, setName } from '#web/panels/editor/editing.ts'
import { moveProspect, readProspect } from '#web/workspaces/progress/prospects/move-prospect.ts'

type MoveFormProps = {
  prospect: Prospect
  /** Where it was dropped, or what its button says. */
  to: ProspectStage
  today: string
  /** Why the last try was refused; a project that somebody else moved takes it along into its new column. */
  refused: string | null
  onRefused: (words: string) => void
  onClose: () => void
}

/** What is typed, what is missing, and what becomes of it. */
function useMove({ prospect, to, today, onRefused, onClose }: MoveFormProps) {
  const from = prospect.properties.stage
  // What somebody else writes from here on is a conflict.
  const [seen, setSeen] = useState(() => readProspect(prospect.id))
  const [stage, setStage] = useState(to === from ? (stageAfter(from) ?? 'building') : to)
  const [dates, setDates] = useState<Partial<Record<ProspectStage, string>>>({})
  const [why, setWhy] = useState('')
  const [isBusy, setBusy] = useState(false)
  useEffect(() => {
    // What cannot be read is told when it is written.
    seen.catch(() => {})
  }, [seen])
  const step = stageStep(from, stage)
  const asksWhy = step === 'skips' || step === 'back' ? step : null
  // A stage that is gone back to was reached when it was; one that is reached now is today's until it is told otherwise.
  const recorded = prospect.properties[STAGE_DATE[stage]]
  const date = dates[stage] ?? recorded ?? (step === 'back' ? '' : today)
  const missing = {
    why: asksWhy && !why.trim() ? t('pool.needWhy') : null,
    by: editorName.value.trim() ? null : t('pool.needBy'),
  }
  const write = async () => {
    setBusy(true)
    const words = { from: t(`records.stage.${from}`), to: t(`records.stage.${stage}`) }
    const by = { who: editorName.peek(), why: asksWhy ? why.trim() : t('pool.why', words) }
    const refused = await moveProspect(prospect, seen, { stage, date: date.trim() || null, by })
    setBusy(false)
    if (refused === null) return onClose()
    setSeen(readProspect(prospect.id))
    onRefused(refused)
  }
  const setDate = (text: string) => setDates({ ...dates, [stage]: text })
  return { from, stage, setStage, date, setDate, asksWhy, why, setWhy, missing, isBusy, write }
}

export function MoveForm(props: MoveFormProps) {
  const { refused, onClose } = props
  const move = useMove(props)
  const { stage, asksWhy, missing } = move
  const form = useRef<HTMLFormElement>(null)
  const [wasAsked] = useState(editorName.peek() === '')
  const [isTried, setTried] = useState(false)
  const field = (name: string) => form.current?.querySelector<HTMLElement>(`[name="${name}"]`)
  useEffect(() => field('date')?.focus(), [])
  const submit = (event: Event) => {
    event.preventDefault()
    if (move.isBusy) return
    setTried(true)
    const empty = (['why', 'by'] as const).find((one) => missing[one])
    if (empty) field(empty)?.focus()
    else void move.write()
  }
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onClose()
  }
  const said = (name: keyof typeof missing) => (isTried ? missing[name] : null)
  return (
    <form ref={form} class="pool-form no-print" noValidate onSubmit={submit} onKeyDown={leave}>
      <StageChoice from={move.from} stage={stage} set={move.setStage} />
      <Field
        name="date"
        words={t('pool.form.date', { stage: t(`records.stage.${stage}`) })}
        hint={t('pool.form.dateHint')}
        value={move.date}
        set={move.setDate}
      />
      {asksWhy && (
        <Field
          name="why"
          words={t(`pool.form.why.${asksWhy}`)}
          hint={asksWhy === 'back' ? t('pool.form.losesDates') : null}
          said={said('why')}
          value={move.why}
          set={move.setWhy}
        />
      )}
      {wasAsked && (
        <Field
          name="by"
          autocomplete="name"
          words={t('pool.form.by')}
          said={said('by')}
          value={editorName.value}
          set={setName}
        />
      )}
      <p class="pool-form-acts">
        <button type="submit" class="primary" disabled={move.isBusy}>
          {t('pool.save')}
        </button>
        <button type="button" onClick={onClose}>
          {t('pool.cancel')}
        </button>
      </p>
      {refused && (
        <p role="alert" class="bad">
          {refused}
        </p>
      )}
    </form>
  )
}

type StageChoiceProps = {
  from: ProspectStage
  stage: ProspectStage
  set: (stage: ProspectStage) => void
}

function StageChoice({ from, stage, set }: StageChoiceProps) {
  const name = useId()
  return (
    <fieldset>
      <legend>{t('pool.form.stage')}</legend>
      <div class="segmented">
        {PROSPECT_STAGES.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name={name}
              checked={stage === one}
              disabled={one === from}
              onChange={() => set(one)}
            />
            <span>{t(`records.stage.${one}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

type FieldProps = {
  name: string
  words: string
  hint?: string | null
  /** What is wrong with it; null: nothing. */
  said?: string | null
  value: string
  set: (value: string) => void
  autocomplete?: 'name' | 'off'
}

function Field({
  name,
  words,
  hint = null,
  said = null,
  value,
  set,
  autocomplete = 'off',
}: FieldProps) {
  const id = useId()
  const described = [hint && `${id}-hint`, said && `${id}-said`].filter(Boolean).join(' ')
  return (
    <div>
      <label for={id}>{words}</label>
      <input
        id={id}
        type="text"
        name={name}
        maxLength={200}
        autocomplete={autocomplete}
        value={value}
        aria-describedby={described || undefined}
        aria-invalid={said !== null}
        onInput={(event) => set(event.currentTarget.value)}
      />
      {hint && <small id={`${id}-hint`}>{hint}</small>}
      {said && (
        <small id={`${id}-said`} class="bad">
          {said}
        </small>
      )}
    </div>
  )
}
