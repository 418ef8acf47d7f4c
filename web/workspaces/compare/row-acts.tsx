// What can be done with a row: a note on it, and out of sight.
import type { Row } from '#geodata/contract/processes/comparison.ts'
import { t } from '#web/messages/index.ts'
import { announce } from '#web/parts/focus/announcer.tsx'
import { hideRow, LONGEST_NOTE, noteRow, remarks } from '#web/state/answers/remarks.ts'
import { rowTitle } from '#web/workspaces/compare/cell-words.ts'
import { LimitedText } from '#web/workspaces/compare/limited-text.tsx'

export function RowActs({ row }: { row: Pick<Row, 'id' | 'title' | 'asked'> }) {
  const title = rowTitle(row)
  return (
    <div class="row-acts">
      <LimitedText
        title={t('compare.rowNote')}
        rows={1}
        most={LONGEST_NOTE}
        value={remarks.value.notes[row.id] ?? ''}
        onText={(text) => noteRow(row.id, text)}
      />
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
