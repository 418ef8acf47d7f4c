// The matrix as a table: minutes over the columns, squares in the cells, suppliers and verdicts at the end.
import type { RefObject } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { language, t } from '#web/messages/index.ts'
import { view } from '#web/state/view/store.ts'
import { MatrixHead } from '#web/workspaces/layout/matrix/matrix-head.tsx'
import { useMatrixPointing } from '#web/workspaces/layout/matrix/matrix-pointing.ts'
import { MatrixTableRow } from '#web/workspaces/layout/matrix/matrix-row.tsx'
import { type MatrixProps, shownRows, systemOf } from '#web/workspaces/layout/matrix/matrix-rows.ts'

/** So few columns have their names lying, as they are read. */
const WIDE_COLUMNS = 12

export function MatrixGrid({ matrix, known }: MatrixProps) {
  const table = useRef<HTMLTableElement>(null)
  const glow = useRef<HTMLDivElement>(null)
  const readout = useRef<HTMLParagraphElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const isWider = useIsWider(scroller)
  const { opened, cell: openCell } = view.value.matrix
  const rows = shownRows(matrix, opened)
  const head = useMemo(
    () => <MatrixHead matrix={matrix} known={known} />,
    [matrix, known, language.value],
  )
  const assignedIn = new Map(
    matrix.rows.flatMap(({ kind, segmentId, cells }) =>
      kind === 'segment'
        ? [[segmentId, new Set(cells.flatMap((c) => (c.isAssigned ? [c.columnId] : [])))] as const]
        : [],
    ),
  )
  const listeners = useMatrixPointing({ matrix, known }, { table, glow, readout })
  return (
    <>
      {isWider && (
        <p class="matrix-more">{t('matrix.moreColumns', { count: matrix.columns.length })}</p>
      )}
      <div
        ref={scroller}
        class={matrix.columns.length <= WIDE_COLUMNS ? 'matrix-scroll wide' : 'matrix-scroll'}
        style={{ '--columns': matrix.columns.length }}
      >
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA grid pattern on a table
          role="grid"
          aria-label={t('matrix.title')}
          {...listeners}
        >
          {head}
          <tbody>
            {rows.map((row, index) => (
              <MatrixTableRow
                key={row.id}
                row={row}
                matrix={matrix}
                known={known}
                startsSystem={
                  index === 0 || systemOf(known, row) !== systemOf(known, rows[index - 1] ?? row)
                }
                isOpened={opened.includes(row.segmentId)}
                openColumnId={openCell?.rowId === row.id ? openCell.columnId : null}
                assigned={assignedIn.get(row.segmentId)}
              />
            ))}
          </tbody>
          <Totals matrix={matrix} />
        </table>
        <div ref={glow} class="matrix-glow" hidden />
      </div>
      <p ref={readout} class="matrix-readout">
        {t('matrix.hint')}
      </p>
    </>
  )
}

/** Are there columns that only scrolling brings into sight? */
function useIsWider(scroller: RefObject<HTMLElement | null>): boolean {
  const [isWider, setWider] = useState(false)
  useEffect(() => {
    const element = scroller.current
    const table = element?.querySelector('table')
    if (!element || !table) return
    const observer = new ResizeObserver(() =>
      setWider(element.scrollWidth > element.clientWidth + 1),
    )
    observer.observe(element)
    observer.observe(table)
    return () => observer.disconnect()
  }, [])
  return isWider
}

function Totals({ matrix: { columns, columnFirms, totals } }: Pick<MatrixProps, 'matrix'>) {
  return (
    <tfoot>
      <tr>
        <th scope="row">{t('matrix.total')}</th>
        {columnFirms.map((count, index) => (
          <td key={columns[index]?.id}>{count || '·'}</td>
        ))}
        <td class="end">{totals.firms - totals.inNoSegment}</td>
        <td class="end last" />
      </tr>
    </tfoot>
  )
}
