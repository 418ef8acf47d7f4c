// The rows of one change: each with what became of it, and of many as many as somebody wants to see.
import { useState } from 'preact/hooks'
import type { HistoryEntry } from '#geodata/contract/history.ts'
import { inSight } from '#web/api/asked.ts'
import { listChangeRows } from '#web/api/edits.ts'
import { t } from '#web/messages/index.ts'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { Words } from '#web/parts/words/words.tsx'
import { Differences, rowName, tableName } from '#web/workspaces/layout/changes/differences.tsx'

/** So many rows at first, and so many more at a press. */
const AT_ONCE = 50

type ChangeRowsProps = { changeId: string; collection: string }

export function ChangeRows({ changeId, collection }: ChangeRowsProps) {
  const [count, setCount] = useState(AT_ONCE)
  const { answer, again } = useAnswer(
    (signal) => listChangeRows(changeId, collection, count, signal),
    `${changeId} ${collection} ${count}`,
  )
  const some = inSight(answer)
  const left = some ? some.matched - some.items.length : 0
  return (
    <>
      {some?.items.map((row) => (
        <ChangeRow key={`${row.tableName} ${row.rowId}`} row={row} />
      ))}
      {answer.kind === 'failed' && (
        <p role="alert" class="editor-problem">
          {problemText(answer.problem)}{' '}
          <button type="button" class="quiet" onClick={again}>
            {t('common.retry')}
          </button>
        </p>
      )}
      {!some && answer.kind === 'computing' && <p role="status">{t('editor.changes.loading')}</p>}
      {left > 0 && (
        <button type="button" onClick={() => setCount(count + AT_ONCE)}>
          {t('editor.changes.moreRows', { count: Math.min(AT_ONCE, left), left })}
        </button>
      )}
    </>
  )
}

export function ChangeRow({ row }: { row: HistoryEntry }) {
  return (
    <div>
      <p>
        {t(`editor.changes.what.${row.what}`)} {tableName(row.tableName)} ·{' '}
        <Words of={rowName(row.after ?? row.before, row.rowId)} />
      </p>
      {row.what === 'update' && (
        <Differences table={row.tableName} before={row.before} after={row.after} />
      )}
    </div>
  )
}
