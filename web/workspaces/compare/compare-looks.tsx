// How the table is looked at: differences alone, which range, set against whom, and who is put aside.

import type { Row } from '#geodata/contract/processes/comparison.ts'
import { LetterBadge } from '#web/charts/letter-mark.tsx'
import { t } from '#web/messages/index.ts'
import { ShownRangeChoice } from '#web/parts/controls/shown-range-choice.tsx'
import { takenOf } from '#web/state/answers/compare.ts'
import { kept } from '#web/state/answers/kept-comparison.ts'
import { remarks, showRow } from '#web/state/answers/remarks.ts'
import type { SideBySide } from '#web/state/view/side-by-side.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { rowTitle } from '#web/workspaces/compare/cell-words.ts'
import { type Column, comparedName } from '#web/workspaces/compare/column.ts'
import { changeStanding, UndoLine } from '#web/workspaces/compare/undo-line.tsx'

/** Changes parts of how the compared are looked at. */
export function changeSide(change: Partial<SideBySide>): void {
  changeView({ side: { ...view.peek().side, ...change } })
}

/** Sets the others against one of them; null: against nobody. */
export function setAgainst(referenceId: string | null): void {
  const said =
    referenceId === null
      ? t('compare.setAgainstNone')
      : t('compare.setAgainst', { name: comparedName(referenceId) })
  changeStanding(said, { side: { ...view.peek().side, referenceId } })
}

type CompareLooksProps = { columns: readonly Column[]; rows: readonly Row[] }

export function CompareLooks({ columns, rows }: CompareLooksProps) {
  const { side } = view.value
  return (
    <div class="compare-looks no-print">
      <label class="site-check">
        <input
          type="checkbox"
          checked={side.onlyDifferences}
          onChange={({ currentTarget }) => changeSide({ onlyDifferences: currentTarget.checked })}
        />
        <span>{t('compare.onlyDifferences')}</span>
      </label>
      <ShownRangeChoice />
      <fieldset class="compare-against">
        <legend>{t('compare.against')}</legend>
        <button
          type="button"
          aria-pressed={side.referenceId === null}
          onClick={() => setAgainst(null)}
        >
          {t('compare.againstNone')}
        </button>
        {columns.map(({ id, index, name }) => (
          <button
            key={id}
            type="button"
            title={name}
            aria-pressed={side.referenceId === id}
            onClick={() => setAgainst(id)}
          >
            <LetterBadge index={index} />
          </button>
        ))}
      </fieldset>
      <Hidden hiddenIds={side.hiddenIds} />
      <HiddenRows rows={rows} />
      <UndoLine />
    </div>
  )
}

function Hidden({ hiddenIds }: Pick<SideBySide, 'hiddenIds'>) {
  const { taken } = takenOf(view.value.compared)
  const hidden = taken.filter((id) => hiddenIds.includes(id))
  if (hidden.length === 0) return null
  return (
    <fieldset class="compare-against">
      <legend>{t('compare.hidden')}</legend>
      {hidden.map((id) => (
        <button
          key={id}
          type="button"
          onClick={() => changeSide({ hiddenIds: hiddenIds.filter((one) => one !== id) })}
        >
          <LetterBadge index={taken.indexOf(id)} /> {t('compare.show', { name: comparedName(id) })}
        </button>
      ))}
    </fieldset>
  )
}

/** Every row that is out of sight, with the way back; of a kept comparison they are only named. */
function HiddenRows({ rows }: Pick<CompareLooksProps, 'rows'>) {
  const { hiddenRows } = remarks.value
  const hidden = rows.filter(({ id }) => hiddenRows.includes(id))
  if (hidden.length === 0) return null
  return (
    <details class="hidden-rows">
      <summary>{t('compare.hiddenRows', { count: hidden.length })}</summary>
      <ul>
        {hidden.map((row) => (
          <li key={row.id}>
            {kept.value ? (
              rowTitle(row)
            ) : (
              <button type="button" onClick={() => showRow(row.id)}>
                {t('compare.show', { name: rowTitle(row) })}
              </button>
            )}
          </li>
        ))}
      </ul>
      {!kept.value && (
        <button type="button" class="quiet" onClick={() => showRow()}>
          {t('compare.showAllRows')}
        </button>
      )}
    </details>
  )
}
