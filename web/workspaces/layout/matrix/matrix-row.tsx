// One row of the matrix: its head, its squares, its suppliers and verdicts.

import { useMemo } from 'preact/hooks'
import type { CoverageCell, CoverageRow } from '#geodata/contract/processes/coverage.ts'
import { language } from '#web/messages/index.ts'
import { systemMark } from '#web/parts/words/system-mark.ts'
import { type MatrixProps, systemOf } from '#web/workspaces/layout/matrix/matrix-rows.ts'
import { cellWords, MatrixSquare } from '#web/workspaces/layout/matrix/matrix-square.tsx'
import { MatrixTags } from '#web/workspaces/layout/matrix/matrix-tags.tsx'
import { columnName, rangeText, rowName } from '#web/workspaces/layout/matrix/matrix-words.ts'

type RowProps = MatrixProps & {
  row: CoverageRow
  startsSystem: boolean
  isOpened: boolean
  openColumnId: string | null
  assigned: ReadonlySet<string> | undefined
}

/** Built again only where something of the row has changed: a table may have five thousand cells. */
export function MatrixTableRow({
  row,
  matrix,
  known,
  startsSystem,
  isOpened,
  openColumnId,
  assigned,
}: RowProps) {
  return useMemo(() => {
    const system = systemOf(known, row)
    const name = rowName(row, known)
    const isSegment = row.kind === 'segment'
    const cellIn = new Map(row.cells.map((cell): [string, CoverageCell] => [cell.columnId, cell]))
    const isRouted = matrix.settings.withinMinutes !== null
    return (
      <tr
        data-row={row.id}
        class={`${isSegment ? 'segment' : 'product'}${startsSystem ? ' starts' : ''}`}
      >
        <th
          scope="row"
          data-head="row"
          title={name}
          {...(isSegment ? { 'aria-expanded': isOpened } : {})}
        >
          <span class="row-head">
            {isSegment && (
              <b class={`chip seg-${system}`} aria-hidden={!startsSystem}>
                {startsSystem ? systemMark(system) : ''}
              </b>
            )}
            <span class="row-name">{name}</span>
            <span class="count">{row.firmIds.length}</span>
          </span>
        </th>
        {matrix.columns.map((column) => {
          const cell = cellIn.get(column.id)
          return (
            <td
              key={column.id}
              data-column={column.id}
              class={openColumnId === column.id ? 'open' : undefined}
              {...(cell
                ? { 'aria-label': cellWords(cell, name, columnName(column), isRouted) }
                : {})}
            >
              {cell && (
                <MatrixSquare
                  cell={cell}
                  system={system}
                  isParentAssigned={!isSegment && (assigned?.has(column.id) ?? false)}
                />
              )}
            </td>
          )
        })}
        <td class="end">{rangeText(row.suppliersLow, row.suppliersHigh)}</td>
        <td class="end last">
          <MatrixTags row={row} />
        </td>
      </tr>
    )
  }, [row, matrix, known, startsSystem, isOpened, openColumnId, language.value])
}
