// Who changed what, when and why; each change can be undone, each proposal of a newer base answered.
import '#web/panels/editor/editor.css'
import { useEffect, useState } from 'preact/hooks'
import type { Proposal } from '#geodata/contract/documents.ts'
import { EDITABLE, EDITABLE_IDS, isEditable } from '#geodata/contract/editable/editable.ts'
import type { HistoryEntry, RowFeature } from '#geodata/contract/history.ts'
import type { Problem } from '#geodata/contract/problem.ts'
import { type Asked, inSight } from '#web/api/asked.ts'
import { problemOf } from '#web/api/client.ts'
import { answerProposal, type By, listHistory, listProposals, undoChange } from '#web/api/edits.ts'
import { newestOnly } from '#web/api/newest-only.ts'
import { language, nameOf, say, t } from '#web/messages/index.ts'
import { fieldName, valueWords } from '#web/panels/editor/editor-words.ts'
import { isSignature, type SignedAct, SignedQuestion } from '#web/panels/editor/signed-question.tsx'
import { problemText } from '#web/parts/words/problem-text.ts'
import { Words } from '#web/parts/words/words.tsx'
import { companies, edits, hubs, parks, platforms, reloadEdited } from '#web/state/region/lists.ts'
import { view } from '#web/state/view/store.ts'
import { ProductTexts } from '#web/workspaces/layout/changes/product-texts.tsx'
import { undoneIds } from '#web/workspaces/layout/changes/undone.ts'

const AT_ONCE = 50

/** The row that is chosen on the page, where its changes are kept; null: none. */
function chosenRow(): { collection: string; id: string; name: string } | null {
  const { collection = '', id = '' } = view.value.selection ?? {}
  if (!isEditable(collection)) return null
  const named = [...parks.value, ...companies.value, ...hubs.value, ...platforms.value].find(
    (one) => one.properties.id === id,
  )
  return { collection, id, name: named ? nameOf(named.properties) : id }
}

export function ChangesBoard() {
  const chosen = chosenRow()
  const [isOfRow, setOfRow] = useState(chosen !== null)
  const [wanted, setCollection] = useState('')
  const row = isOfRow ? chosen : null
  const collection = row?.collection ?? wanted
  const { entries, proposals, problem, isWhole, more, act } = useChanges(collection)
  // A newer base changes many rows at once: one line for all that came with it.
  const changes = [
    ...Map.groupBy(
      (entries ?? []).filter(({ rowId }) => row === null || rowId === row.id),
      ({ changeId, who, why }) => (who === null ? String(why) : changeId),
    ),
  ]
  const undone = undoneIds(entries ?? [])
  return (
    <div class="changes">
      <Head
        collection={collection}
        choose={(id) => {
          setOfRow(false)
          setCollection(id)
        }}
      />
      {chosen && (
        <label class="toggle">
          <input
            type="checkbox"
            checked={isOfRow}
            onChange={(event) => setOfRow(event.currentTarget.checked)}
          />
          <span>{t('editor.changes.ofRow', { name: chosen.name })}</span>
        </label>
      )}
      <ProductTexts />
      <p role="alert" class="editor-problem">
        {problem && problemText(problem)}
      </p>
      {proposals.length > 0 && (
        <section>
          <h2>{t('editor.changes.proposals')}</h2>
          {proposals.map((proposal) => (
            <ProposalCard
              key={`${proposal.tableName}/${proposal.rowId}`}
              proposal={proposal}
              onAnswer={(answer, by) =>
                act(proposal.tableName, answerProposal(proposal, answer, by))
              }
            />
          ))}
        </section>
      )}
      {entries === null && !problem && <p role="status">{t('editor.changes.loading')}</p>}
      {entries && changes.length === 0 && <p class="none">{t('editor.changes.none')}</p>}
      {changes.map(([changeId, rows]) => (
        <ChangeCard
          key={changeId}
          rows={rows}
          isUndone={undone.has(changeId)}
          onUndo={(by) => act(rows[0]?.tableName ?? '', undoChange(changeId, by))}
        />
      ))}
      {!isWhole && (entries?.length ?? 0) > 0 && (
        <button type="button" onClick={more}>
          {t('editor.changes.more')}
        </button>
      )}
    </div>
  )
}

type History = {
  entries: readonly HistoryEntry[]
  isWhole: boolean
  /** Why the next page did not come; the pages before it stay. */
  problem: Problem | null
}
type Question = { collection: string; after: readonly HistoryEntry[] }

async function pageOf({ collection, after }: Question, signal: AbortSignal): Promise<History> {
  const before = after.at(-1)?.changeId
  try {
    const list = await listHistory(
      {
        limit: String(AT_ONCE),
        ...(collection ? { collection } : {}),
        ...(before ? { before } : {}),
      },
      signal,
    )
    return { entries: [...after, ...list], isWhole: countOf(list) < AT_ONCE, problem: null }
  } catch (error) {
    if (after.length === 0) throw error
    return { entries: after, isWhole: false, problem: problemOf(error) }
  }
}

/** The history of a table, or of all, page by page, with the proposals that wait for an answer. */
function useChanges(collection: string) {
  const [history] = useState(() => newestOnly(pageOf))
  const [waiting] = useState(() => newestOnly((_: 'all', signal) => listProposals(signal)))
  const [refused, setRefused] = useState<Problem | null>(null)
  useEffect(() => {
    setRefused(null)
    history.ask({ collection, after: [] })
    waiting.ask('all')
  }, [collection, edits.value])
  useEffect(
    () => () => {
      history.reset()
      waiting.reset()
    },
    [],
  )
  const shown = inSight(history.asked.value)
  /** The problem where it was refused for what stands at its fields; any other is said above. */
  const act = async (tableName: string, done: Promise<unknown>): Promise<Problem | null> => {
    setRefused(null)
    try {
      await done
    } catch (error) {
      const found = problemOf(error)
      if (found.errors?.some(({ pointer }) => isSignature(pointer))) return found
      setRefused(found)
      return null
    }
    await reloadEdited(tableName)
    return null
  }
  return {
    entries: shown?.entries ?? null,
    isWhole: shown?.isWhole ?? false,
    proposals: inSight(waiting.asked.value) ?? [],
    problem:
      refused ??
      failureOf(history.asked.value) ??
      failureOf(waiting.asked.value) ??
      shown?.problem ??
      null,
    more: () => history.ask({ collection, after: shown?.entries ?? [] }),
    act,
  }
}

const failureOf = (asked: Asked<unknown>) => (asked.kind === 'failed' ? asked.problem : null)

function Head({ collection, choose }: { collection: string; choose: (id: string) => void }) {
  return (
    <header>
      <h1>{t('editor.changes.title')}</h1>
      <p class="lead">{t('editor.changes.lead')}</p>
      <p class="changes-ask">
        <label>
          {t('editor.changes.collection')}{' '}
          <select value={collection} onChange={(event) => choose(event.currentTarget.value)}>
            <option value="">{t('editor.changes.all')}</option>
            {EDITABLE_IDS.map((id) => (
              <option key={id} value={id}>
                {say(EDITABLE[id].title)}
              </option>
            ))}
          </select>
        </label>
      </p>
    </header>
  )
}

const countOf = (list: readonly HistoryEntry[]) =>
  new Set(list.map(({ changeId }) => changeId)).size

type ChangeCardProps = { rows: readonly HistoryEntry[]; isUndone: boolean; onUndo: SignedAct }

function ChangeCard({ rows, isUndone, onUndo }: ChangeCardProps) {
  const [isAsking, ask] = useState(false)
  const [first] = rows
  if (!first) return null
  const canUndo = first.who !== null && first.what !== 'refuse' && !isUndone
  return (
    <article class="change">
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
        {isUndone && <small>{t('editor.changes.undone')}</small>}
        {canUndo && !isAsking && (
          <button type="button" class="undo" onClick={() => ask(true)}>
            {t('editor.changes.undo')}
          </button>
        )}
      </p>
      {isAsking && (
        <SignedQuestion
          act={t('editor.changes.undo')}
          why={t('editor.changes.undoAsk')}
          onAct={onUndo}
          onClose={() => ask(false)}
        />
      )}
      {first.who === null && <p>{t('editor.changes.fromBase', { count: rows.length })}</p>}
      {(first.who === null ? [] : rows).map((row) => (
        <div key={row.rowId}>
          <p>
            {t(`editor.changes.what.${row.what}`)} {tableName(row.tableName)} ·{' '}
            <Words of={rowName(row.after ?? row.before, row.rowId)} />
          </p>
          {row.what === 'update' && (
            <Differences table={row.tableName} before={row.before} after={row.after} />
          )}
        </div>
      ))}
    </article>
  )
}

type Answer = 'accept' | 'refuse'
type ProposalCardProps = {
  proposal: Proposal
  onAnswer: (answer: Answer, by: By) => ReturnType<SignedAct>
}

function ProposalCard({ proposal, onAnswer }: ProposalCardProps) {
  const { tableName: table, rowId, current, rows, kind } = proposal
  const offered = (rows[0] ?? null) as RowFeature | null
  const [asking, ask] = useState<Answer | null>(null)
  return (
    <article class="change">
      <p class="change-head">
        <b>
          {tableName(table)} · {rowName(current ?? offered, rowId)}
        </b>
        {kind === 'removal' && <span>{t('editor.changes.removal')}</span>}
        {asking === null &&
          (['accept', 'refuse'] as const).map((answer) => (
            <button key={answer} type="button" onClick={() => ask(answer)}>
              {t(`editor.changes.${answer}`)}
            </button>
          ))}
      </p>
      {asking && (
        <SignedQuestion
          act={t(`editor.changes.${asking}`)}
          why={t(`editor.changes.${asking}`)}
          onAct={(by) => onAnswer(asking, by)}
          onClose={() => ask(null)}
        />
      )}
      {offered && <Differences table={table} before={current} after={offered} />}
    </article>
  )
}

type DifferencesProps = { table: string; before: RowFeature | null; after: RowFeature | null }

/** Field by field, only what differs. */
function Differences({ table, before, after }: DifferencesProps) {
  const all = (row: RowFeature | null): Record<string, unknown> => ({
    ...row?.properties,
    geometry: row?.geometry,
  })
  const [was, is] = [all(before), all(after)]
  const fields = Object.keys({ ...was, ...is }).filter(
    (field) => JSON.stringify(was[field] ?? null) !== JSON.stringify(is[field] ?? null),
  )
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('editor.changes.field')}</th>
          <th scope="col">{t('editor.changes.before')}</th>
          <th scope="col">{t('editor.changes.after')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field}>
            <th scope="row">{fieldName(table, field)}</th>
            <td>
              <Words of={valueWords(table, field, was[field])} />
            </td>
            <td>
              <Words of={valueWords(table, field, is[field])} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function tableName(table: string): string {
  return isEditable(table) ? say(EDITABLE[table].title) : table
}

function rowName(row: RowFeature | null, id: string): string {
  const { nameZh, nameEn, metricZh, metricEn } = (row?.properties ?? {}) as Record<string, string>
  if (nameZh) return nameOf({ nameZh, nameEn: nameEn ?? null })
  return metricZh ? nameOf({ nameZh: metricZh, nameEn: metricEn ?? null }) : id
}

function whenOf(time: string): string {
  const format = new Intl.DateTimeFormat(language.value, {
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  return format.format(new Date(time))
}
