// The matrix as a table: minutes over the columns, squares in the cells, suppliers and verdicts at the end.
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { language, t } from '#web/messages/index.ts'
import { focusCell, keepReachable, moveByKey } from '#web/parts/controls/grid-keys.ts'
import { hovered } from '#web/state/answers/hover.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { changeMatrix } from '#web/workspaces/layout/matrix/coverage.ts'
import { MatrixHead } from '#web/workspaces/layout/matrix/matrix-head.tsx'
import { MatrixTableRow } from '#web/workspaces/layout/matrix/matrix-row.tsx'
import {
  type MatrixProps,
  shownRows,
  systemOf,
  toggleSegment,
} from '#web/workspaces/layout/matrix/matrix-rows.ts'
import { cellWords } from '#web/workspaces/layout/matrix/matrix-square.tsx'
import { columnName, rowName } from '#web/workspaces/layout/matrix/matrix-words.ts'

/** So few columns have their names lying, as they are read. */
const WIDE_COLUMNS = 12

export function MatrixGrid({ matrix, known }: MatrixProps) {
  const table = useRef<HTMLTableElement>(null)
  const glow = useRef<HTMLDivElement>(null)
  const readout = useRef<HTMLParagraphElement>(null)
  const { opened, cell: openCell } = view.value.matrix
  const isRouted = matrix.settings.withinMinutes !== null
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
  useLayoutEffect(() => {
    if (table.current) keepReachable(table.current)
  })
  // What was pointed at here is not pointed at once the board is left.
  useEffect(
    () => () => {
      hovered.value = null
    },
    [],
  )
  useEffect(() => hovered.subscribe((thing) => show(thing?.id)), [view.value.selection, matrix])

  const show = (pointed: string | undefined) => {
    const { selection } = view.peek()
    const columnId = pointed ?? (selection?.collection === 'parks' ? selection.id : undefined)
    const column = [...(table.current?.tHead?.rows[0]?.cells ?? [])].find(
      (one) => columnId !== undefined && one.dataset.column === columnId,
    )
    table.current?.querySelector('[data-pointed]')?.removeAttribute('data-pointed')
    column?.setAttribute('data-pointed', '')
    if (!glow.current) return
    glow.current.hidden = !column
    if (column) {
      glow.current.style.left = `${column.offsetLeft}px`
      glow.current.style.width = `${column.offsetWidth}px`
    }
  }
  const say = (words: string | undefined) => {
    if (readout.current) readout.current.textContent = words ?? t('matrix.hint')
  }
  const point = (target: EventTarget | null) => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null
    const columnId = cell?.dataset.column
    const row = matrix.rows.find(
      ({ id }) => id === cell?.closest<HTMLElement>('[data-row]')?.dataset.row,
    )
    const column = matrix.columns.find(({ id }) => id === columnId)
    show(columnId)
    hovered.value = column?.kind === 'park' ? { collection: 'parks', id: column.id } : null
    if (row && column) {
      const its = row.cells.find((one) => one.columnId === columnId)
      say(cellWords(its, rowName(row, known), columnName(column), isRouted))
    } else say(undefined)
  }
  const act = (target: EventTarget | null) => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('th, td') : null
    const rowId = cell?.closest<HTMLElement>('[data-row]')?.dataset.row
    const columnId = cell?.dataset.column
    if (!cell) return
    focusCell(cell)
    if (rowId && columnId) {
      const row = matrix.rows.find(({ id }) => id === rowId)
      const isThere = row?.cells.some((one) => one.columnId === columnId)
      if (isThere) changeMatrix({ cell: { rowId, columnId } })
    } else if (rowId && cell.dataset.head) {
      const row = matrix.rows.find(({ id }) => id === rowId)
      if (row?.kind === 'segment') toggleSegment(row.segmentId)
    } else if (matrix.columns.some(({ id, kind }) => id === columnId && kind === 'park')) {
      changeView({ selection: { collection: 'parks', id: columnId ?? '' } })
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!table.current) return
    if (event.key === 'Enter' || event.key === ' ') act(event.target)
    else if (event.key === 'Escape' && view.peek().matrix.cell) changeMatrix({ cell: null })
    else if (!moveByKey(table.current, event)) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <>
      <div
        class={matrix.columns.length <= WIDE_COLUMNS ? 'matrix-scroll wide' : 'matrix-scroll'}
        style={{ '--columns': matrix.columns.length }}
      >
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA grid pattern on a table
          role="grid"
          aria-label={t('matrix.title')}
          onKeyDown={onKeyDown}
          onClick={(event) => act(event.target)}
          onPointerOver={(event) => point(event.target)}
          onPointerLeave={() => point(null)}
          onFocusCapture={(event) => point(event.target)}
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
          <tfoot>
            <tr>
              <th scope="row">{t('matrix.total')}</th>
              {matrix.columnFirms.map((count, index) => (
                <td key={matrix.columns[index]?.id}>{count || '·'}</td>
              ))}
              <td class="end">{matrix.totals.firms - matrix.totals.inNoSegment}</td>
              <td class="end last" />
            </tr>
          </tfoot>
        </table>
        <div ref={glow} class="matrix-glow" hidden />
      </div>
      <p ref={readout} class="matrix-readout">
        {t('matrix.hint')}
      </p>
    </>
  )
}
