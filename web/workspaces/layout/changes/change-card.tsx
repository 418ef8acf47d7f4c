// One change: who, when, why, and the way back. Of a few rows each is told; of many only how many, until somebody asks.
import { useState } from 'preact/hooks'
import type { ChangeCounts, HistoryEntry } from '#geodata/contract/history.ts'
import type { Problem } from '#geodata/contract/problem.ts'
import type { By } from '#web/api/edits.ts'
import { language, t } from '#web/messages/index.ts'
import { type SignedAct, SignedQuestion } from '#web/panels/editor/signed-question.tsx'
import { problemText } from '#web/parts/words/problem-text.ts'
import { Words } from '#web/parts/words/words.tsx'
import { type Kind, rowCount, sumOf } from '#web/workspaces/layout/changes/change-counts.ts'
import { ChangeRow, ChangeRows } from '#web/workspaces/layout/changes/change-rows.tsx'
import { ChangedSince } from '#web/workspaces/layout/changes/changed-since.tsx'
import { tableName } from '#web/workspaces/layout/changes/differences.tsx'
import type { TakenBack } from '#web/workspaces/layout/changes/undone.ts'

type ChangeCardProps = {
  /** The first rows of the change, or of each of the changes that a newer base made. */
  rows: readonly HistoryEntry[]
  counts: readonly ChangeCounts[]
  /** Of which collection rows are shown; '' stands for all. */
  collection: string
  /** The file that the change took in; null: it is no import, or nobody remembers. */
  fileName: string | null
  /** Null: it was not undone. */
  taken: TakenBack | null
  /** `keepsChanged`: rows that were changed since stay as they are. */
  onUndo: (by: By, keepsChanged: boolean) => ReturnType<SignedAct>
}

export function ChangeCard({ rows, counts, collection, ...props }: ChangeCardProps) {
  const [first] = rows
  if (!first) return null
  const sum = sumOf(counts)
  const isFolded = first.who !== null && rowCount(sum) > rows.length
  return (
    <article class="change">
      <Head first={first} {...props} />
      {first.who === null && <p>{t('editor.changes.fromBase', { count: rowCount(sum) })}</p>}
      {isFolded && (
        <Folded title={titleOf(first, sum, props.fileName)}>
          <ChangeRows changeId={first.changeId} collection={collection} />
        </Folded>
      )}
      {!isFolded &&
        first.who !== null &&
        rows.map((row) => <ChangeRow key={`${row.tableName} ${row.rowId}`} row={row} />)}
    </article>
  )
}

type HeadProps = Pick<ChangeCardProps, 'taken' | 'onUndo'> & { first: HistoryEntry }

function Head({ first, taken, onUndo }: HeadProps) {
  const [isAsking, ask] = useState(false)
  const [refused, setRefused] = useState<Problem | null>(null)
  const since = taken ? undefined : refused?.changedSince
  const canUndo =
    first.who !== null && first.what !== 'refuse' && taken === null && since?.left !== 0
  const act = since ? t('imports.undoRest', { count: since.left }) : t('editor.changes.undo')
  const undo: SignedAct = async (by) => {
    const problem = await onUndo(by, since !== undefined)
    if (!problem?.changedSince) return problem
    setRefused(problem)
    return null
  }
  return (
    <>
      <p class="change-head">
        <b>
          <Words of={first.who ?? t('editor.changes.base')} />
        </b>
        <time dateTime={first.changedAt}>{whenOf(first.changedAt)}</time>
        {first.why && (
          <span>
            <Words of={t('editor.changes.reason', { why: first.why })} />
          </span>
        )}
        {first.undoes && <small>{t('editor.changes.undoes')}</small>}
        {taken && (
          <small>
            {t(taken.left > 0 ? 'editor.changes.undonePart' : 'editor.changes.undone', taken)}
          </small>
        )}
        {canUndo && !isAsking && (
          <button type="button" class="undo" onClick={() => ask(true)}>
            {act}
          </button>
        )}
      </p>
      {since && refused && (
        <p role="alert" class="editor-problem">
          {problemText(refused)}
        </p>
      )}
      {since && <ChangedSince {...since} />}
      {isAsking && (
        <SignedQuestion
          act={act}
          why={t('editor.changes.undoAsk')}
          onAct={undo}
          onClose={() => ask(false)}
        />
      )}
    </>
  )
}

type FoldedProps = { title: string; children: preact.ComponentChildren }

/** What is in it is asked for once it is opened. */
function Folded({ title, children }: FoldedProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details class="change-many" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <Words of={title} />
      </summary>
      {isOpen && children}
    </details>
  )
}

/** The file, the table, and how many rows became what. */
function titleOf(
  first: HistoryEntry,
  sum: Readonly<Record<Kind, number>>,
  fileName: string | null,
): string {
  const table = tableName(first.tableName)
  const counts = (['insert', 'update', 'delete', 'refuse'] as const)
    .filter((what) => sum[what] > 0)
    .map((what) => t(`editor.changes.many.${what}`, { count: sum[what] }))
    .join(t('common.listSeparator'))
  return fileName === null
    ? t('editor.changes.many', { table, counts })
    : t('editor.changes.import', { file: fileName, table, counts })
}

function whenOf(time: string): string {
  const format = new Intl.DateTimeFormat(language.value, {
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  return format.format(new Date(time))
}
