// Who changed what, when and why; each change can be undone, each proposal of a newer base answered.
import '#web/panels/editor/editor.css'
import { useEffect, useState } from 'preact/hooks'
import type { Proposal } from '#geodata/contract/documents.ts'
import { EDITABLE, EDITABLE_IDS, isEditable } from '#geodata/contract/editable/editable.ts'
import type { ChangeCounts, HistoryEntry, RowFeature } from '#geodata/contract/history.ts'
import type { Problem } from '#geodata/contract/problem.ts'
import { type Asked, inSight } from '#web/api/asked.ts'
import { problemOf } from '#web/api/client.ts'
import { answerProposal, type By, listHistory, listProposals, undoChange } from '#web/api/edits.ts'
import { listImports } from '#web/api/imports.ts'
import { newestOnly } from '#web/api/newest-only.ts'
import { nameOf, say, t } from '#web/messages/index.ts'
import { rowWords } from '#web/panels/editor/editor-words.ts'
import { isSignature, type SignedAct, SignedQuestion } from '#web/panels/editor/signed-question.tsx'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { refusalText } from '#web/parts/words/refusal-text.ts'
import { firmOf } from '#web/state/region/firms.ts'
import { edits, hubs, parks, platforms, reloadEdited } from '#web/state/region/lists.ts'
import { view } from '#web/state/view/store.ts'
import { ChangeCard } from '#web/workspaces/layout/changes/change-card.tsx'
import { rowCount } from '#web/workspaces/layout/changes/change-counts.ts'
import { Differences, rowName, tableName } from '#web/workspaces/layout/changes/differences.tsx'
import { ProductTexts } from '#web/workspaces/layout/changes/product-texts.tsx'
import { takenBack } from '#web/workspaces/layout/changes/undone.ts'

const AT_ONCE = 50
/** A change of more rows than these is folded: one of an import has as many as its file. */
const MOST_UNFOLDED = 5

/** The row that is chosen on the page, where its changes are kept; null: none. */
function chosenRow(): { collection: string; id: string; name: string } | null {
  const { collection = '', id = '' } = view.value.selection ?? {}
  if (!isEditable(collection)) return null
  const named =
    collection === 'companies'
      ? firmOf(id)
      : [...parks.value, ...hubs.value, ...platforms.value].find((one) => one.properties.id === id)
  return { collection, id, name: named ? nameOf(named.properties) : id }
}

export function ChangesBoard() {
  const chosen = chosenRow()
  const [isOfRow, setOfRow] = useState(chosen !== null)
  const [wanted, setCollection] = useState('')
  const row = isOfRow ? chosen : null
  const collection = row?.collection ?? wanted
  const { entries, counts, proposals, problem, isWhole, more, act } = useChanges(
    collection,
    row?.id ?? '',
  )
  // A newer base changes many rows at once: one line for all that came with it.
  const changes = [
    ...Map.groupBy(entries ?? [], ({ changeId, who, why }) =>
      who === null ? String(why) : changeId,
    ),
  ]
  const fileNames = useFileNames(counts)
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
          counts={counts.filter((one) => rows.some((line) => line.changeId === one.changeId))}
          collection={collection}
          fileName={fileNames.get(changeId) ?? null}
          taken={takenBack(changeId, entries ?? [], counts)}
          onUndo={(by, keepsChanged) =>
            act(rows[0]?.tableName ?? '', undoChange(changeId, by, keepsChanged))
          }
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

/** Of the changes that took in a file, as long as somebody keeps the import. */
function useFileNames(counts: readonly ChangeCounts[]): ReadonlyMap<string, string> {
  const isAny = counts.some((one) => rowCount(one) > MOST_UNFOLDED)
  const { answer } = useAnswer(
    (signal) => (isAny ? listImports(signal) : Promise.resolve([])),
    `${isAny} ${edits.value}`,
  )
  return new Map(
    (inSight(answer) ?? []).flatMap(({ changeId, fileName }) =>
      changeId === null ? [] : [[changeId, fileName]],
    ),
  )
}

type History = {
  /** Of each change its first rows. */
  entries: readonly HistoryEntry[]
  counts: readonly ChangeCounts[]
  isWhole: boolean
  /** Why the next page did not come; the pages before it stay. */
  problem: Problem | null
}
type Question = {
  collection: string
  /** Only changes of this row; '' stands for all. */
  id: string
  /** The pages before. */
  earlier: Pick<History, 'entries' | 'counts'>
}

const NOTHING: Question['earlier'] = { entries: [], counts: [] }

async function pageOf(
  { collection, id, earlier }: Question,
  signal: AbortSignal,
): Promise<History> {
  const before = earlier.entries.at(-1)?.changeId
  try {
    const { items, changes } = await listHistory(
      {
        limit: String(AT_ONCE),
        rows: String(MOST_UNFOLDED),
        ...(collection ? { collection } : {}),
        ...(id ? { id } : {}),
        ...(before ? { before } : {}),
      },
      signal,
    )
    return {
      entries: [...earlier.entries, ...items],
      counts: [...earlier.counts, ...changes],
      isWhole: changes.length < AT_ONCE,
      problem: null,
    }
  } catch (error) {
    if (earlier.entries.length === 0) throw error
    return { ...earlier, isWhole: false, problem: problemOf(error) }
  }
}

/** The history of a table, or of all, page by page, with the proposals that wait for an answer. */
function useChanges(collection: string, id: string) {
  const [history] = useState(() => newestOnly(pageOf))
  const [waiting] = useState(() => newestOnly((_: 'all', signal) => listProposals(signal)))
  const [refused, setRefused] = useState<Problem | null>(null)
  useEffect(() => {
    setRefused(null)
    history.ask({ collection, id, earlier: NOTHING })
    waiting.ask('all')
  }, [collection, id, edits.value])
  useEffect(
    () => () => {
      history.reset()
      waiting.reset()
    },
    [],
  )
  const shown = inSight(history.asked.value)
  /** The problem where it was refused for what stands at its fields or its rows; any other is said above. */
  const act = async (tableName: string, done: Promise<unknown>): Promise<Problem | null> => {
    setRefused(null)
    try {
      await done
    } catch (error) {
      const found = problemOf(error)
      if (found.changedSince) return found
      if (found.errors?.some(({ pointer }) => isSignature(pointer))) return found
      setRefused(found)
      return null
    }
    await reloadEdited(tableName)
    return null
  }
  return {
    entries: shown?.entries ?? null,
    counts: shown?.counts ?? [],
    isWhole: shown?.isWhole ?? false,
    proposals: inSight(waiting.asked.value) ?? [],
    problem:
      refused ??
      failureOf(history.asked.value) ??
      failureOf(waiting.asked.value) ??
      shown?.problem ??
      null,
    more: () => history.ask({ collection, id, earlier: shown ?? NOTHING }),
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

type Answer = 'accept' | 'refuse'
type ProposalCardProps = {
  proposal: Proposal
  onAnswer: (answer: Answer, by: By) => ReturnType<SignedAct>
}

const ANSWERS: readonly Answer[] = ['accept', 'refuse']
/** Where another row has what only one may have: first one of the two is corrected. */
const NOT_YET: readonly Answer[] = ['refuse']

function ProposalCard({ proposal, onAnswer }: ProposalCardProps) {
  const { tableName: table, rowId, current, rows, kind, errors } = proposal
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
          (errors.length > 0 ? NOT_YET : ANSWERS).map((answer) => (
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
      {errors.map((error) => (
        <p key={error.pointer} class="editor-problem">
          {refusalText(error, rowWords(table))}
        </p>
      ))}
      {offered && <Differences table={table} before={current} after={offered} />}
    </article>
  )
}
