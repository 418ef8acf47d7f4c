// What can be done with a row: a note on it, and out of sight.
import type { Row } from '#geodata/contract/processes/comparison.ts'
import { t } from '#web/messages/index.ts'
import { announce } from '#web/parts/focus/announcer.tsx'
import { hideRow, LONGEST_NOTE, noteRow, remarks } from '#web/state/answers/remarks.ts'
import { rowTitle } from '#web/workspaces/compare/cell-words.ts'

export function RowActs({ row }: { row: Pick<Row, 'id' | 'title' | 'asked'> }) {
  const title = rowTitle(row)
  return (
    <div class="row-acts">
      <label>
        {t('compare.rowNote')}
        <textarea
          rows={1}
          maxLength={LONGEST_NOTE}
          value={remarks.value.notes[row.id] ?? ''}
          onChange={({ currentTarget }) => noteRow(row.id, currentTarget.value)}
        />
      </label>
      <button
        type="button"
        onClick={() => {
          hideRow(row.id)
          announce(t('compare.rowHidden', { row: title }))
        }}
      >
        {t('compare.hideRow', { row: title })}
      </button>
    </div>
  )
}
