// The one table: a row per condition in its own unit, a column per candidate, best and worst where that is sure.
import { useState } from 'preact/hooks'
import type { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import { t } from '#web/messages/index.ts'
import { useButtonGrid } from '#web/parts/controls/grid-keys.ts'
import { remarks } from '#web/state/answers/remarks.ts'
import { view } from '#web/state/view/store.ts'
import type { Column } from '#web/workspaces/compare/column.ts'
import { ColumnHead } from '#web/workspaces/compare/column-head.tsx'
import { CompareLooks } from '#web/workspaces/compare/compare-looks.tsx'
import { OwnLines } from '#web/workspaces/compare/own-lines.tsx'
import { RowLine } from '#web/workspaces/compare/row-line.tsx'
import { ScoreLines } from '#web/workspaces/compare/score-lines.tsx'
import { type Fold, type Group, tableLines } from '#web/workspaces/compare/table-lines.ts'

type CompareTableProps = { columns: readonly Column[]; result: ComparisonResult }

export function CompareTable({ columns, result }: CompareTableProps) {
  const [unfolded, setUnfolded] = useState<ReadonlySet<Fold>>(new Set())
  const grid = useButtonGrid()
  const { onlyDifferences } = view.value.side
  const { hiddenRows } = remarks.value
  const groups = tableLines(result.rows, { onlyDifferences, unfolded, hiddenRows })
  const toggle = (fold: Fold) => {
    const next = new Set(unfolded)
    if (!next.delete(fold)) next.add(fold)
    setUnfolded(next)
  }
  return (
    <div class="compare-whole">
      {!view.value.isEmbedded && <CompareLooks columns={columns} rows={result.rows} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section class="compare-scroll" aria-label={t('compare.table')} tabIndex={0}>
        <table class="compare-table" data-columns={columns.length} {...grid}>
          <caption class="visually-hidden">{t('compare.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('compare.colRow')}</th>
              {columns.map((column) => (
                <ColumnHead
                  key={column.id}
                  column={column}
                  columns={columns}
                  needs={result.needs}
                />
              ))}
              <th scope="col" class="strip-column">
                {t('compare.strip')}
              </th>
            </tr>
          </thead>
          <ScoreLines columns={columns} rankedCount={result.rankedCount} />
          {groups.map((group) => (
            <GroupLines
              key={group.group}
              {...group}
              columns={columns}
              result={result}
              unfolded={unfolded}
              toggle={toggle}
            />
          ))}
          <OwnLines columns={columns} />
        </table>
      </section>
      {groups.length === 0 && <p class="site-note">{t('compare.noDifferences')}</p>}
      <p class="compare-legend">
        ▲ {t('compare.best')} · ▽ {t('compare.worst')}
        {t('compare.markNote')} · <i class="hatch-swatch" aria-hidden="true" />
        {t('compare.unknownNote')}
        <span class="no-print"> · {t('compare.cellNote')}</span>
      </p>
    </div>
  )
}

type GroupLinesProps = Group &
  CompareTableProps & { unfolded: ReadonlySet<Fold>; toggle: (fold: Fold) => void }

function GroupLines({ group, lines, columns, result, unfolded, toggle }: GroupLinesProps) {
  const places = columns.map(({ candidateId }) =>
    result.candidates.findIndex(({ id }) => id === candidateId),
  )
  const span = columns.length + 2
  return (
    <tbody>
      <tr class="group">
        <th scope="rowgroup" colSpan={span}>
          {t(`compare.group.${group}`)}
        </th>
      </tr>
      {lines.map((line) =>
        line.kind === 'row' ? (
          <RowLine key={line.row.id} row={line.row} columns={columns} places={places} />
        ) : (
          <tr key={line.fold} class="fold">
            <th scope="row" colSpan={span}>
              <button
                type="button"
                class="quiet"
                aria-expanded={unfolded.has(line.fold)}
                onClick={() => toggle(line.fold)}
              >
                {t(`compare.fold.${line.fold}`, { count: line.count })}
              </button>
            </th>
          </tr>
        ),
      )}
    </tbody>
  )
}
