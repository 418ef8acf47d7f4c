// What becomes of a task: written, done, opened again; each is a change of the history that can be undone.
import type { WeakRow } from '#geodata/contract/processes/provenance.ts'
import { problemOf } from '#web/api/client.ts'
import { readRow, saveRow } from '#web/api/edits.ts'
import { t } from '#web/messages/index.ts'
import { editorName, lastChange } from '#web/panels/editor/editing.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { reloadEdited } from '#web/state/region/lists.ts'

const TASKS = 'tasks'

/** What is written over a task, or into a new one. */
type Change = { assignedTo: string; dueDate: string; doneDate: string | null }
type Reason = 'assign' | 'done' | 'reopen'

/** The words of the refusal; null: it is written. */
export async function writeTask(
  line: WeakRow,
  change: Change,
  reason: Reason,
  today: string,
): Promise<string | null> {
  const by = { who: editorName.peek(), why: t(`provenance.why.${reason}`) }
  try {
    const { changeId } = await written(line, change, by, today)
    lastChange.value = { changeId, collection: TASKS }
    await reloadEdited(TASKS)
    return null
  } catch (error) {
    const problem = problemOf(error)
    if (problem.status === 412) {
      await reloadEdited(TASKS)
      return t('provenance.conflict')
    }
    return problemText(problem)
  }
}

async function written(
  line: WeakRow,
  change: Change,
  by: Parameters<typeof saveRow>[2],
  today: string,
) {
  const { collection, rowId, kind, task } = line
  if (!task) {
    const source = t('provenance.taskSource', { today })
    const about = { collection, rowId, kind, note: null, source, confidence: 'high' }
    const properties = { ...about, ...change }
    return saveRow(TASKS, { type: 'Feature', geometry: null, properties }, by, null)
  }
  const { feature, etag } = await readRow(TASKS, task.id)
  const properties = { ...feature.properties, ...change }
  return saveRow(TASKS, { type: 'Feature', geometry: null, properties }, by, { id: task.id, etag })
}
