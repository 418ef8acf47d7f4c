// How the table is looked at: differences alone, which range, set against whom, and who is put aside.
import { LetterBadge } from '#web/charts/letter-mark.tsx'
import { t } from '#web/messages/index.ts'
import { ShownRangeChoice } from '#web/parts/controls/shown-range-choice.tsx'
import { takenOf } from '#web/state/answers/compare.ts'
import type { SideBySide } from '#web/state/view/side-by-side.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { type Column, comparedName } from '#web/workspaces/compare/column.ts'

/** Changes parts of how the compared are looked at. */
export function changeSide(change: Partial<SideBySide>): void {
  changeView({ side: { ...view.peek().side, ...change } })
}

export function CompareLooks({ columns }: { columns: readonly Column[] }) {
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
          onClick={() => changeSide({ referenceId: null })}
        >
          {t('compare.againstNone')}
        </button>
        {columns.map(({ id, index, name }) => (
          <button
            key={id}
            type="button"
            title={name}
            aria-pressed={side.referenceId === id}
            onClick={() => changeSide({ referenceId: id })}
          >
            <LetterBadge index={index} />
          </button>
        ))}
      </fieldset>
      <Hidden hiddenIds={side.hiddenIds} />
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
