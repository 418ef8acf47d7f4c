// One line of work: what is weak and how it is mended, why it matters, who does it until when.
import { useEffect, useRef, useState } from 'preact/hooks'
import { type EditableId, isEditable } from '#geodata/contract/editable/editable.ts'
import { TITLES } from '#geodata/contract/editable/titles.ts'
import type { WeakRow } from '#geodata/contract/processes/provenance.ts'
import { nameOf, say, t } from '#web/messages/index.ts'
import { editorName, openEditor } from '#web/panels/editor/editing.ts'
import { AskParks } from '#web/panels/questionnaire/ask-parks.tsx'
import { dateText } from '#web/parts/words/date-text.ts'
import { changeView } from '#web/state/view/store.ts'
import { AssignForm } from '#web/workspaces/progress/provenance/assign-form.tsx'
import { writeTask } from '#web/workspaces/progress/provenance/task-acts.ts'
import { dueText, effectText, gainedText } from '#web/workspaces/progress/provenance/work-words.ts'

type WorkLineProps = {
  line: WeakRow
  today: string
  sides: readonly string[]
  /** A question is in view, of which its parks can be asked. */
  canAsk: boolean
}

/** What can be opened on the map. */
const ON_MAP: readonly string[] = ['parks', 'companies', 'hubs', 'platforms', 'sites']

export function WorkLine({ line, today, sides, canAsk }: WorkLineProps) {
  const { kind, parts, collection, task, effect } = line
  const name = nameOf(line)
  const gained = gainedText(effect)
  const [part, ...others] = parts
  return (
    <li class={task?.isOverdue ? 'work-line overdue' : 'work-line'}>
      <div class="work-what">
        <h3>
          {name} <span class="tag">{t(`provenance.kind.${kind}`)}</span>{' '}
          <small>
            {say(TITLES[collection as EditableId] ?? { zh: collection, en: collection })}
          </small>
        </h3>
        {part && (
          <p>
            <b>{say(part.name)}</b> {say(part.known)}
          </p>
        )}
        {others.length > 0 && (
          <p class="work-others">
            {t('provenance.wantsMore', {
              count: others.length,
              list: others.map((one) => say(one.name)).join(t('common.listSeparator')),
            })}
          </p>
        )}
        {part && <p class="work-mend">{t('provenance.mend', { mend: say(part.mend) })}</p>}
        <Ways line={line} name={name} canAsk={canAsk} />
      </div>
      <div class="work-why">
        {effect.kind === 'chance' && (
          <i class="work-bar" aria-hidden="true">
            <i style={{ width: `${effect.chanceOther * 100}%` }} />
          </i>
        )}
        <p>{effectText(line)}</p>
        {gained && <small>{gained}</small>}
      </div>
      <Whose line={line} name={name} today={today} sides={sides} />
    </li>
  )
}

/** Where it can be mended. */
function Ways({ line, name, canAsk }: { line: WeakRow; name: string; canAsk: boolean }) {
  const { collection, rowId, canBeAsked } = line

  return (
    <p class="work-ways no-print">
      {isEditable(collection) && (
        <button
          type="button"
          class="quiet"
          aria-label={t('provenance.editOf', { name })}
          onClick={() => void openEditor({ collection, id: rowId })}
        >
          {t('provenance.edit')}
        </button>
      )}
      {ON_MAP.includes(collection) && (
        <button
          type="button"
          class="quiet"
          aria-label={t('provenance.onMapOf', { name })}
          onClick={() =>
            changeView({
              workspace: 'layout',
              layoutView: 'map',
              selection: { collection, id: rowId },
            })
          }
        >
          {t('provenance.onMap')}
          <span aria-hidden="true"> ›</span>
        </button>
      )}
      {canBeAsked && canAsk && (
        <AskParks candidateIds={[rowId]} isQuiet label={t('provenance.askOf', { name })} />
      )}
    </p>
  )
}

type WhoseProps = { line: WeakRow; name: string; today: string; sides: readonly string[] }

function Whose({ line, name, today, sides }: WhoseProps) {
  const { task } = line
  const [isOpen, setOpen] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  // The keyboard is back where it was.
  useEffect(() => {
    if (wasOpen.current && !isOpen) opener.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  const of = { name, kind: t(`provenance.kind.${line.kind}`) }
  const isDone = task !== null && task.doneDate !== null
  const turn = async () => {
    // Who does it is asked where it is assigned.
    if (!task || isBusy) return
    if (!editorName.peek()) return setOpen(true)
    setBusy(true)
    const { assignedTo, dueDate } = task
    const doneDate = isDone ? null : today
    setRefused(
      await writeTask(line, { assignedTo, dueDate, doneDate }, isDone ? 'reopen' : 'done', today),
    )
    setBusy(false)
  }
  return (
    <>
      <div class="work-whose">
        {task ? (
          <p>
            <b>{task.assignedTo}</b>
            <span>{dateText(task.dueDate)}</span>
            <span class={task.isOverdue ? 'work-due bad' : 'work-due'}>{dueText(task, today)}</span>
          </p>
        ) : (
          <p class="work-nobody">{t('provenance.unassigned')}</p>
        )}
        <p class="work-acts no-print">
          <button
            ref={opener}
            type="button"
            aria-expanded={isOpen}
            aria-label={t(task ? 'provenance.changeOf' : 'provenance.assignOf', of)}
            onClick={() => setOpen(!isOpen)}
          >
            {t(task ? 'provenance.change' : 'provenance.assign')}
          </button>
          {task && (
            <button
              type="button"
              disabled={isBusy}
              aria-label={t(isDone ? 'provenance.reopenOf' : 'provenance.doneOf', of)}
              onClick={() => void turn()}
            >
              {t(isDone ? 'provenance.reopen' : 'provenance.done')}
            </button>
          )}
        </p>
        {refused && (
          <p role="alert" class="bad">
            {refused}
          </p>
        )}
      </div>
      {isOpen && (
        <AssignForm line={line} today={today} sides={sides} onClose={() => setOpen(false)} />
      )}
    </>
  )
}
