// Saved questions: keep this one under a name, open one again, and see whether its answer still holds.
import '#web/workspaces/site/scenarios/scenarios.css'
import { useEffect, useRef, useState } from 'preact/hooks'
import { savedAnswer } from '#geodata/analysis/siting/saved-answer.ts'
import { inSight } from '#web/api/asked.ts'
import { execute, listFeatures, problemOf } from '#web/api/client.ts'
import { saveRow } from '#web/api/edits.ts'
import { t } from '#web/messages/index.ts'
import { editorName } from '#web/panels/editor/editing.ts'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { problemOrWait, problemText } from '#web/parts/words/problem-text.ts'
import { siting, sitingInputs } from '#web/state/answers/siting.ts'
import { weightsInForce } from '#web/state/answers/siting-rank.ts'
import { edits, reloadEdited } from '#web/state/region/lists.ts'
import { view } from '#web/state/view/store.ts'
import { encodeView } from '#web/state/view/view.ts'
import { ScenarioRow, type StoredScenario } from '#web/workspaces/site/scenarios/scenarios-row.tsx'

export function Scenarios() {
  return (
    <section class="scenarios" aria-label={t('scenarios.title')}>
      <SaveForm />
      <Saved />
    </section>
  )
}

function SaveForm() {
  const [isOpen, setOpen] = useState(false)
  const [title, setTitle] = useState('')
  const [said, setSaid] = useState<{ text: string; isProblem: boolean } | null>(null)
  const answered = siting.value.kind === 'answered' ? siting.value.result : null
  const save = async (event: Event) => {
    event.preventDefault()
    const question = sitingInputs(view.peek())
    if (!question || !answered) return
    try {
      await keep(title, question)
      setOpen(false)
      setTitle('')
      setSaid({ text: t('scenarios.saved'), isProblem: false })
      await reloadEdited('scenarios')
    } catch (error) {
      setSaid({ text: problemText(problemOf(error)), isProblem: true })
    }
  }
  return (
    <>
      <p class="scenario-acts">
        <button
          type="button"
          class="primary"
          disabled={!answered}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {t('scenarios.save')}
        </button>
        <button type="button" onClick={() => void share(setSaid)}>
          {t('scenarios.share')}
        </button>
      </p>
      {isOpen && (
        <NameForm title={title} setTitle={setTitle} onSubmit={(event) => void save(event)} />
      )}
      {said && <p role={said.isProblem ? 'alert' : 'status'}>{said.text}</p>}
    </>
  )
}

type NameFormProps = {
  title: string
  setTitle: (title: string) => void
  onSubmit: (event: Event) => void
}

function NameForm({ title, setTitle, onSubmit }: NameFormProps) {
  const name = useRef<HTMLInputElement>(null)
  useEffect(() => name.current?.focus(), [])
  return (
    <form class="scenario-form" onSubmit={onSubmit}>
      <label>
        {t('scenarios.name')}
        <input
          ref={name}
          required
          maxLength={120}
          value={title}
          onInput={(event) => setTitle(event.currentTarget.value)}
        />
      </label>
      <label>
        {t('editor.name')}
        <input
          required
          autocomplete="name"
          value={editorName.value}
          onInput={(event) => {
            editorName.value = event.currentTarget.value
          }}
        />
      </label>
      <button type="submit">{t('editor.save')}</button>
    </form>
  )
}

type Question = NonNullable<ReturnType<typeof sitingInputs>>

/** Saves the question with its answer under a name. */
async function keep(title: string, question: Question): Promise<void> {
  // The weights are part of what is asked: the answer kept is the one in sight.
  const inputs = { ...question, weights: weightsInSight() }
  const result = await execute('siting', inputs)
  await saveRow(
    'scenarios',
    {
      type: 'Feature',
      geometry: null,
      properties: {
        title,
        note: null,
        address: encodeView(view.peek()),
        question: JSON.stringify(inputs),
        answer: JSON.stringify(savedAnswer(result)),
        source: t('scenarios.source'),
        confidence: 'high',
      },
    },
    { who: editorName.peek(), why: t('scenarios.reason') },
    null,
  )
}

/** The weights in force, which are equal ones where every slider stands at zero. */
function weightsInSight(): Record<string, number> {
  const result = siting.peek()
  const asked = view.peek().weights
  if (result.kind !== 'answered') return { ...asked }
  const inForce = weightsInForce(result.result.criteria, asked)
  return Object.fromEntries([...inForce].map(([id, share]) => [id, share * 100]))
}

async function share(say: (said: { text: string; isProblem: boolean }) => void): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href)
    say({ text: t('common.copied'), isProblem: false })
  } catch {
    say({ text: location.href, isProblem: false })
  }
}

function Saved() {
  const { answer } = useAnswer(
    (signal) => listFeatures<StoredScenario>('scenarios', signal),
    String(edits.value),
  )
  const rows = inSight(answer)
  if (answer.kind === 'failed')
    return <p role="status">{problemOrWait(answer.problem, t('scenarios.listWaits'))}</p>
  if (!rows) return null
  if (rows.length === 0) return null
  return (
    <ul class="scenario-list" aria-label={t('scenarios.list')}>
      {rows.map((row) => (
        <ScenarioRow key={row.id} row={row} />
      ))}
    </ul>
  )
}
