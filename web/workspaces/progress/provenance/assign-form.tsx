// Who mends it, until which day? By whom it is assigned is asked once.
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { WeakRow } from '#geodata/contract/processes/provenance.ts'
import { t } from '#web/messages/index.ts'
import { editorName, setName } from '#web/panels/editor/editing.ts'
import { writeTask } from '#web/workspaces/progress/provenance/task-acts.ts'

type AssignFormProps = {
  line: WeakRow
  today: string
  /** Those that have work already are offered. */
  sides: readonly string[]
  onClose: () => void
}

/** What is offered as the last day, from today. */
const OFFERED_DAYS = 30
const DAY_MILLISECONDS = 86_400_000

const laterBy = (today: string, days: number) =>
  new Date(Date.parse(today) + days * DAY_MILLISECONDS).toISOString().slice(0, 10)

export function AssignForm({ line, today, sides, onClose }: AssignFormProps) {
  const { task } = line
  const form = useRef<HTMLFormElement>(null)
  const offered = useId()
  const [side, setSide] = useState(task?.assignedTo ?? '')
  const [until, setUntil] = useState(task?.dueDate ?? laterBy(today, OFFERED_DAYS))
  const [wasAsked] = useState(editorName.peek() === '')
  const [refused, setRefused] = useState<string | null>(null)
  const [isTried, setTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const missing = {
    side: side.trim() ? null : t('provenance.needTo'),
    until: until ? null : t('provenance.needUntil'),
    by: editorName.value.trim() ? null : t('provenance.needBy'),
  }
  const submit = async () => {
    setTried(true)
    const empty = (['side', 'until', 'by'] as const).find((one) => missing[one])
    if (empty) return form.current?.querySelector<HTMLElement>(`[name="${empty}"]`)?.focus()
    setBusy(true)
    const change = { assignedTo: side.trim(), dueDate: until, doneDate: null }
    const words = await writeTask(line, change, 'assign', today)
    setBusy(false)
    setRefused(words)
    if (words === null) onClose()
  }
  const said = (name: keyof typeof missing) => (isTried ? missing[name] : null)
  return (
    <form
      ref={form}
      class="work-form no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!isBusy) void submit()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <Field
        name="side"
        words={t('provenance.form.to')}
        said={said('side')}
        value={side}
        list={offered}
        set={setSide}
      />
      <datalist id={offered}>
        {sides.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <Field
        name="until"
        type="date"
        words={t('provenance.form.until')}
        said={said('until')}
        value={until}
        set={setUntil}
      />
      {wasAsked && (
        <Field
          name="by"
          autocomplete="name"
          words={t('provenance.form.by')}
          said={said('by')}
          value={editorName.value}
          set={setName}
        />
      )}
      <p class="work-form-acts">
        <button type="submit" class="primary" disabled={isBusy}>
          {t('provenance.save')}
        </button>
        <button type="button" onClick={onClose}>
          {t('provenance.cancel')}
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

type FieldProps = {
  name: string
  words: string
  /** What is wrong with it; null: nothing. */
  said: string | null
  value: string
  set: (value: string) => void
  type?: 'date'
  list?: string
  autocomplete?: 'name' | 'off'
}

function Field({ name, words, said, value, set, type, list, autocomplete = 'off' }: FieldProps) {
  const id = useId()
  return (
    <div>
      <label for={id}>{words}</label>
      <input
        id={id}
        type={type ?? 'text'}
        name={name}
        maxLength={120}
        list={list}
        autocomplete={autocomplete}
        value={value}
        required
        aria-describedby={said ? `${id}-said` : undefined}
        data-bad={said !== null}
        onInput={(event) => set(event.currentTarget.value)}
      />
      {said && (
        <small id={`${id}-said`} class="bad">
          {said}
        </small>
      )}
    </div>
  )
}
