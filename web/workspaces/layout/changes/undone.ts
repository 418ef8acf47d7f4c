// Which changes stand no longer?
import type { HistoryEntry } from '#geodata/contract/history.ts'

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
