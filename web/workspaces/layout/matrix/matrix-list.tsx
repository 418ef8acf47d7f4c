// The matrix on a narrow screen: one segment below the other, each opening to its columns.

import type { CoverageRow } from '#geodata/contract/processes/coverage.ts'
import { t } from '#web/messages/index.ts'
import { systemMark } from '#web/parts/words/system-mark.ts'
import { view } from '#web/state/view/store.ts'
import { changeMatrix } from '#web/workspaces/layout/matrix/coverage.ts'
import {
  type MatrixProps,
  shownRows,
  systemOf,
  toggleSegment,
} from '#web/workspaces/layout/matrix/matrix-rows.ts'
import { cellWords, MatrixSquare } from '#web/workspaces/layout/matrix/matrix-square.tsx'
import { MatrixTags } from '#web/workspaces/layout/matrix/matrix-tags.tsx'
import {
  columnName,
  minutesWords,
  rangeText,
  rowName,
} from '#web/workspaces/layout/matrix/matrix-words.ts'

export function MatrixList({ matrix, known }: MatrixProps) {
  const { opened } = view.value.matrix
  const { withinMinutes } = matrix.settings
  return (
    <ul class="matrix-list">
      {shownRows(matrix, opened).map((row) => {
        const system = systemOf(known, row)
        const isSegment = row.kind === 'segment'
        const isOpened = opened.includes(row.segmentId)
        const name = rowName(row, known)
        return (
          <li key={row.id} data-row={row.id} class={isSegment ? 'segment' : 'product'}>
            <h2>
              {isSegment ? (
                <button
                  type="button"
                  data-head="row"
                  aria-expanded={isOpened}
                  onClick={() => toggleSegment(row.segmentId)}
                >
                  <b class={`chip seg-${system}`}>{systemMark(system)}</b>
                  {name}
                </button>
              ) : (
                <span data-head="row" tabIndex={-1}>
                  {name}
                </span>
              )}
              <MatrixTags row={row} />
            </h2>
            <p class="site-note">
              {withinMinutes === null
                ? t('matrix.listAll', { count: row.firmIds.length })
                : t('matrix.listWithin', {
                    count: row.firmIds.length,
                    minutes: withinMinutes,
                    range: rangeText(row.suppliersLow, row.suppliersHigh),
                  })}
            </p>
            {isOpened ? (
              <Cells row={row} matrix={matrix} known={known} />
            ) : (
              <p class="matrix-strip">
                {row.cells.map((cell) => (
                  <MatrixSquare
                    key={cell.columnId}
                    cell={cell}
                    system={system}
                    isParentAssigned={false}
                  />
                ))}
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Cells({ row, matrix, known }: MatrixProps & { row: CoverageRow }) {
  const isRouted = matrix.settings.withinMinutes !== null
  const name = rowName(row, known)
  return (
    <ul>
      {row.cells.map((cell) => {
        const column = matrix.columns.find(({ id }) => id === cell.columnId)
        if (!column) return null
        return (
          <li key={cell.columnId}>
            <button
              type="button"
              data-column={cell.columnId}
              title={cellWords(cell, name, columnName(column), isRouted)}
              onClick={() => changeMatrix({ cell: { rowId: row.id, columnId: cell.columnId } })}
            >
              <MatrixSquare
                cell={cell}
                system={systemOf(known, row)}
                isParentAssigned={row.kind !== 'segment'}
              />
              <span>{columnName(column)}</span>
              <span class="visually-hidden">
                {cellWords(cell, name, columnName(column), isRouted)}
              </span>
              <small>{column.duration ? minutesWords(column.duration) : ''}</small>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
