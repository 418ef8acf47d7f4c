// Which response reports the outcome of a change?
import type { Context } from 'hono'
import { answerName } from '#geodata/analysis/questionnaire/answer-name.ts'
import type { Park } from '#geodata/contract/collections.ts'
import { EDITABLE, isEditable } from '#geodata/contract/editable/editable.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { ProblemError, refusal } from '#server/http/problem.ts'
import type { Outcome } from '#server/store/row-store.ts'

const RETRY_AFTER_SECONDS = '2'

type About = {
  collection: string
  id: string
  /** Of a row that was added. */
  location?: string
  /** The row comes from the history, not from the writer: what stands against it is a conflict, 409. */
  isUndo?: true
  /** The row comes from a newer base: the same, but that who saw an older row is told so by 412. */
  isOffered?: true
  /** Whose answers may be what changed. */
  parks?: readonly Park[]
}

/** The row as it now is, 204 where it is gone, or the problem. `Atlas-Change` names the change. */
export function answerOutcome(
  c: Context,
  outcome: Outcome,
  { location, ...about }: About,
): Response {
  if (outcome.kind !== 'written') throw problemOf(outcome, about)
  const { row } = outcome
  const change = outcome.changeId === null ? {} : { 'Atlas-Change': outcome.changeId }
  if (!row) return c.body(null, 204, change)
  return c.body(JSON.stringify(row.feature), location ? 201 : 200, {
    ...change,
    ETag: `"${row.etag}"`,
    'Content-Type': 'application/geo+json; charset=utf-8',
    ...(location ? { Location: location } : {}),
  })
}

export function problemOf(
  outcome: Exclude<Outcome, { kind: 'written' }>,
  { collection, id, isUndo, isOffered, parks = [] }: Omit<About, 'location'>,
): ProblemError {
  switch (outcome.kind) {
    case 'missing':
      return new ProblemError(
        404,
        `There is no “${id}” among ${titleOf(collection).en.toLowerCase()}.`,
        `${titleOf(collection).zh}中没有“${id}”。`,
      )
    case 'stale': {
      const { etag, current } = outcome
      const { zh, en } = rowName(outcome, parks)
      return new ProblemError(
        isUndo ? 409 : 412,
        `Somebody changed “${en}” since. Look at how it is now and decide.`,
        `“${zh}”已被他人修改，请查看现状后再决定。`,
        undefined,
        etag ? { ETag: `"${etag}"` } : {},
        { current },
      )
    }
    case 'depended': {
      const { dependents } = outcome
      return new ProblemError(
        409,
        `${dependents.length} row${dependents.length > 1 ? 's name' : ' names'} it. Change them first, or delete it and leave that unknown in them.`,
        `有 ${dependents.length} 条记录引用了它。请先修改这些记录，或删除并将其中的引用置为未知。`,
        undefined,
        {},
        { dependents },
      )
    }
    case 'rows-changed':
      return changedSince(outcome)
    case 'refused':
      return refusal(outcome.errors, isUndo || isOffered ? 409 : 400)
    case 'busy':
      return new ProblemError(
        503,
        'Another program is writing to the database; nothing was written. Try again in a moment.',
        '其他程序正在写入数据库，本次未保存任何内容，请稍后重试。',
        undefined,
        { 'Retry-After': RETRY_AFTER_SECONDS },
      )
    case 'disk-full':
      return diskFull()
    case 'displaced':
      return new ProblemError(
        503,
        'The database was deleted, moved or replaced while the server runs; nothing was written. Whoever looks after the server must restart it.',
        '数据库文件在服务运行期间被删除、移动或替换，本次未保存任何内容；请管理员重新启动服务。',
      )
    case 'fixed':
      return new ProblemError(
        422,
        'This change came with a newer base or changed no row: there is nothing to put back.',
        '此项来自新版基础数据或未改动任何记录，无可撤销。',
      )
  }
}

/** So many are named; of the others how many. */
const MOST_NAMED = 100

function changedSince({ rows, left }: Extract<Outcome, { kind: 'rows-changed' }>): ProblemError {
  const shown = rows.slice(0, 3)
  const names = (of: readonly string[], mark: string) => of.join(mark)
  const [more, moreZh] =
    rows.length > shown.length ? [` and ${rows.length - shown.length} more`, ' 等'] : ['', '']
  return new ProblemError(
    409,
    `${rows.length} of its rows ${rows.length > 1 ? 'were' : 'was'} changed since: ${names(
      shown.map(({ nameEn }) => nameEn),
      ', ',
    )}${more}. Nothing was undone. The other ${left} can be undone and ${rows.length > 1 ? 'these stay' : 'this one stays'}, or none.`,
    `其中 ${rows.length} 行此后又被修改：${names(
      shown.map(({ nameZh }) => nameZh),
      '、',
    )}${moreZh}。尚未撤销任何内容。可以只撤销其余 ${left} 行、保留这些行，或不撤销。`,
    undefined,
    {},
    { changedSince: { count: rows.length, rows: rows.slice(0, MOST_NAMED), left } },
  )
}

export function diskFull(): ProblemError {
  return new ProblemError(
    507,
    'There is no room left on the server’s disk, or it takes nothing; nothing was kept.',
    '服务器磁盘空间不足或无法写入；未保存任何内容。',
  )
}

const titleOf = (collection: string): Bilingual =>
  isEditable(collection) ? EDITABLE[collection].title : { zh: collection, en: collection }

/** By what name a reader knows the row; by its id where it is gone and has no other. */
function rowName(
  { collection, id, current }: Extract<Outcome, { kind: 'stale' }>,
  parks: readonly Park[],
): Bilingual {
  const answered = collection === 'park-answers' ? answerName(id, parks) : null
  if (answered) return answered
  if (!current || !isEditable(collection)) return { zh: id, en: id }
  const [zh, en] = EDITABLE[collection].named.map((name) => current.properties[name])
  return { zh: String(zh ?? id), en: String(en ?? zh ?? id) }
}
