// Was what the import wrote undone since, here or elsewhere, and all of it?
import type { Import } from '#geodata/contract/imports.ts'
import { inSight } from '#web/api/asked.ts'
import { listHistory } from '#web/api/edits.ts'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { edits } from '#web/state/region/lists.ts'
import { type TakenBack, takenBack } from '#web/workspaces/layout/changes/undone.ts'

/** So far back the change is looked for. */
const MOST_CHANGES = '200'
const NOTHING = { items: [], changes: [] }

export function useTakenBack({ table, changeId }: Import): TakenBack | null {
  const { answer } = useAnswer(
    (signal) =>
      changeId === null
        ? Promise.resolve(NOTHING)
        : // One row of each says enough: an import may have a million.
          listHistory({ collection: table, limit: MOST_CHANGES, rows: '1' }, signal),
    `${changeId} ${edits.value}`,
  )
  const { items, changes } = inSight(answer) ?? NOTHING
  return changeId === null ? null : takenBack(changeId, items, changes)
}
