// What was written to the data since an answer was kept: which rows, by whom, and why?
import { answerName } from '#geodata/analysis/questionnaire/answer-name.ts'
import type { Park } from '#geodata/contract/collections.ts'
import { EDITABLE, isEditable } from '#geodata/contract/editable/editable.ts'
import type { Change } from '#geodata/contract/processes/verify.ts'
import type { ChangeLine } from '#server/store/history-store.ts'

/** What is not data of any answer. */
export const BESIDE = ['scenarios', 'comparisons', 'own-stories', 'tasks']

/** When the answer with this hash was saved; null: it is no saved siting, or too long ago. */
export function savedAt(changes: readonly ChangeLine[], resultHash: string): string | null {
  const line = changes.findLast(
    ({ collection, after }) =>
      collection === 'scenarios' && String(after?.properties.answer).includes(`"${resultHash}"`),
  )
  return line?.changedAt ?? null
}

/** The rows that are not as they were, each with its last change; `lines` newest first. */
export function changesSince(
  lines: readonly ChangeLine[],
  since: string,
  parks: readonly Park[],
): Change[] {
  const later = lines.filter(
    ({ changedAt, collection, what }) =>
      changedAt > since && what !== 'refuse' && !BESIDE.includes(collection),
  )
  const rows = Map.groupBy(later, ({ collection, rowId }) => `${collection}/${rowId}`)
  return [...rows.values()].flatMap((ofRow) => {
    const [last, first] = [ofRow[0], ofRow.at(-1)]
    if (!last || !first) return []
    const fields = fieldsBetween(first.before, last.after)
    // What was changed and changed back is as it was.
    if (fields.length === 0) return []
    const { collection, rowId, who, why, changedAt, changeId } = last
    const names = last.after ?? first.before
    const [zh = 'title', en = zh] = isEditable(collection) ? EDITABLE[collection].named : []
    const text = (...keys: string[]) =>
      keys.map((key) => names?.properties[key]).find((one) => typeof one === 'string') ?? rowId
    const answered = collection === 'park-answers' ? answerName(rowId, parks) : null
    return [
      {
        collection,
        rowId,
        nameZh: answered?.zh ?? String(text('labelZh', zh)),
        nameEn: answered?.en ?? String(text('labelEn', en, 'labelZh', zh)),
        who,
        why,
        changedAt,
        changeId,
        fields,
      },
    ]
  })
}

function fieldsBetween(before: ChangeLine['before'], after: ChangeLine['after']): string[] {
  const [then, now] = [before?.properties ?? {}, after?.properties ?? {}]
  const differs = (a: unknown, b: unknown) =>
    JSON.stringify(a ?? null) !== JSON.stringify(b ?? null)
  const names = [...new Set([...Object.keys(then), ...Object.keys(now)])].filter((key) =>
    differs(then[key], now[key]),
  )
  return differs(before?.geometry, after?.geometry) ? [...names, 'geometry'] : names
}
