// The form to add or correct a row: every field with its words, a source and a reason always.
import '#web/panels/editor/editor.css'
import { useEffect, useRef } from 'preact/hooks'
import { doubtWords } from '#geodata/analysis/place/place-doubts.ts'
import { EDITABLE, type EditableId } from '#geodata/contract/editable/editable.ts'
import { fieldsOf } from '#geodata/contract/editable/form-fields.ts'
import type { Problem } from '#geodata/contract/problem.ts'
import { say, t } from '#web/messages/index.ts'
import { closeEditor, type Editing, editing, setReason } from '#web/panels/editor/editing.ts'
import { EditorConflict } from '#web/panels/editor/editor-conflict.tsx'
import { EditorDelete } from '#web/panels/editor/editor-delete.tsx'
import { EditorDoubts } from '#web/panels/editor/editor-doubts.tsx'
import { EditorField } from '#web/panels/editor/editor-field.tsx'
import { EditorFollows } from '#web/panels/editor/editor-follows.tsx'
import { EditorPlace } from '#web/panels/editor/editor-place.tsx'
import { rowWords } from '#web/panels/editor/editor-words.ts'
import { askToDelete, doubtsOfPlace, save } from '#web/panels/editor/saving.ts'
import { SignatureFields } from '#web/panels/editor/signature-fields.tsx'
import { problemText } from '#web/parts/words/problem-text.ts'
import { refusalText } from '#web/parts/words/refusal-text.ts'

const FAULT = '[aria-invalid="true"], .bad :is(input, select, textarea)'
const PLACE = '.place textarea'

export function Editor() {
  const now = editing.value
  const form = useRef<HTMLFormElement>(null)
  const opened = `${now?.collection}/${now?.seen?.id}`
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus()
  }, [opened])
  useEffect(() => {
    // The first field that was refused, so that the user need not look for it.
    const fault = form.current?.querySelector<HTMLElement>(FAULT)
    fault?.focus({ preventScroll: true })
    fault?.scrollIntoView({ block: 'center' })
  }, [now?.problem])
  const isAsking = now?.doubts != null
  const asked = useRef(isAsking)
  useEffect(() => {
    // Back from the question about the place: to the place.
    if (asked.current && !isAsking) form.current?.querySelector<HTMLElement>(PLACE)?.focus()
    asked.current = isAsking
  }, [isAsking])
  if (!now) return null
  if (now.conflict) return <EditorConflict key={now.conflict.theirs.etag} conflict={now.conflict} />
  if (now.doubts) return <EditorDoubts doubts={now.doubts} />
  if (now.deleting) return <EditorDelete now={now} dependents={now.deleting} />
  const title = say(EDITABLE[now.collection].title)
  return (
    <form
      ref={form}
      class="editor"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <h2>{now.seen ? t('editor.correct', { title }) : t('editor.add', { title })}</h2>
      {now.isRestored && (
        <p role="status" class="note">
          {t('editor.restored')}{' '}
          <button type="button" class="quiet" onClick={() => closeEditor(true)}>
            {t('editor.throwAway')}
          </button>
        </p>
      )}
      {EDITABLE[now.collection].layer !== null && now.collection !== 'links' && (
        <EditorPlace now={now} error={errorAt(now, '/geometry')} />
      )}
      {fieldsOf(now.collection).map((field) => (
        <EditorField
          key={field.name}
          field={field}
          collection={now.collection}
          value={now.draft.properties[field.name]}
          error={errorAt(now, `/properties/${field.name}`)}
        />
      ))}
      <EditorFollows />
      <SignatureFields why={now.why} setWhy={setReason} problem={now.problem} />
      <p role="alert" class="editor-problem">
        {now.problem && problemWords(now.problem, now.collection)}
        {now.problem && doubtsOfPlace.value.length > 0 && (
          <>
            {' '}
            {t('editor.alsoDoubts')}{' '}
            {doubtsOfPlace.value.map((doubt) => say(doubtWords(doubt))).join(' ')}
          </>
        )}
      </p>
      <p class="acts">
        <button type="submit" class="primary" disabled={now.isBusy}>
          {saveWords(now)}
        </button>
        <button type="button" onClick={() => closeEditor()}>
          {t('editor.close')}
        </button>
        {now.seen && (
          <button
            type="button"
            class="quiet"
            disabled={now.isBusy}
            onClick={() => void askToDelete()}
          >
            {t('editor.delete')}
          </button>
        )}
      </p>
    </form>
  )
}

function saveWords({ isBusy, problem }: Editing): string {
  if (isBusy) return t('editor.saving')
  const count = problem?.errors?.length ?? 0
  return count > 0 ? t('editor.saveAgain', { count }) : t('editor.save')
}

/** Bad fields say it themselves; what no field of the form says is said in full. */
function problemWords(problem: Problem, collection: EditableId): string {
  const errors = problem.errors ?? []
  if (errors.length === 0) return problemText(problem)
  const said = new Set(fieldsOf(collection).map(({ name }) => name))
  const elsewhere = errors.filter(({ pointer }) => {
    const [, part = '', name = ''] = pointer.split('/')
    return part === 'properties' ? !said.has(name) : part !== 'geometry' && pointer.includes('/')
  })
  const words = rowWords(collection)
  return [
    t('editor.fieldsWrong', { count: errors.length }),
    ...elsewhere.map((error) => refusalText(error, words)),
  ].join(' ')
}

/** Everything the server said of the field and of its parts. */
function errorAt({ problem, collection }: Editing, pointer: string): string | null {
  const errors = (problem?.errors ?? []).filter(
    (one) => one.pointer === pointer || one.pointer.startsWith(`${pointer}/`),
  )
  const words = rowWords(collection)
  return errors.map((error) => refusalText(error, words)).join(' ') || null
}
