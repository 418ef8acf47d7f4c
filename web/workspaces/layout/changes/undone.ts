// Which changes stand no longer?
import type { ChangeCounts, HistoryEntry } from '#geodata/contract/history.ts'
import { rowCount } from '#web/workspaces/layout/changes/change-counts.ts'

/** The changes that another one has taken back, and that was not itself taken back since. */
export function undoneIds(
  entries: readonly Pick<HistoryEntry, 'changeId' | 'undoes'>[],
): ReadonlySet<string> {
  const undone = new Set<string>()
  // The newest first, so that what takes back is settled before what it takes back.
  for (const { changeId, undoes } of entries) {
    if (undoes && !undone.has(changeId)) undone.add(undoes)
  }
  return undone
}

/** Rows that were put back, and those that stay since somebody had changed them. */
export type TakenBack = { back: number; left: number }

/** Null: the change was not undone. */
export function takenBack(
  changeId: string,
  entries: readonly Pick<HistoryEntry, 'changeId' | 'undoes'>[],
  counts: readonly ChangeCounts[],
): TakenBack | null {
  const undone = undoneIds(entries)
  if (!undone.has(changeId)) return null
  const rowsOf = (id: string) =>
    counts.filter((one) => one.changeId === id).reduce((sum, one) => sum + rowCount(one), 0)
  const undoing = entries.filter((one) => one.undoes === changeId && !undone.has(one.changeId))
  const back = [...new Set(undoing.map((one) => one.changeId))].reduce(
    (sum, id) => sum + rowsOf(id),
    0,
  )
  return { back, left: Math.max(0, rowsOf(changeId) - back) }
}
