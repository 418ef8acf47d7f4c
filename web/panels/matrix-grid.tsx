// The matrix as a table: minutes over the columns, squares in the cells, suppliers and verdicts at the end.
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import type {
  CoverageCell,
  CoverageKnown,
  CoverageMatrix,
  CoverageRow,
} from '#geodata/contract/processes/coverage.ts'
import { SYSTEM_CHARACTER, type System } from '#geodata/model/system.ts'
import { language, t } from '#web/messages/index.ts'
import { MatrixHead } from '#web/panels/matrix-head.tsx'
import { focusCell, keepReachable, moveByKey } from '#web/panels/matrix-keys.ts'
import { cellWords, MatrixSquare } from '#web/panels/matrix-square.tsx'
import { MatrixTags } from '#web/panels/matrix-tags.tsx'
import { columnName, rangeText, rowName } from '#web/panels/matrix-words.ts'
import { changeMatrix } from '#web/state/coverage.ts'
import { hovered } from '#web/state/hover.ts'
import { changeView, view } from '#web/state/store.ts'

/** So few columns have their names lying, as they are read. */
const WIDE_COLUMNS = 12

export type MatrixProps = { matrix: CoverageMatrix; known: CoverageKnown }

/** Segments, and the products of those that are opened. */
export function shownRows({ rows }: CoverageMatrix, opened: readonly string[]): CoverageRow[] {
  return rows.filter(({ kind, segmentId }) => kind === 'segment' || opened.includes(segmentId))
}

export function systemOf({ segments }: CoverageKnown, { segmentId }: CoverageRow): System {
  return segments.find((one) => one.segmentId === segmentId)?.system ?? 'traditional'
}

export function toggleSegment(segmentId: string): void {
  const { opened } = view.peek().matrix
  changeMatrix({
    opened: opened.includes(segmentId)
      ? opened.filter((id) => id !== segmentId)
      : [...opened, segmentId],
  })
}

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
  useEffect(() => hovered.subscribe((thing) => show(thing?.id)), [view.value.selection, matrix])

  const show = (pointed: string | undefined) => {
    const { selection } = view.peek()
    const columnId = pointed ?? (selection?.collection === 'parks' ? selection.id : undefined)
    const column = [...(table.current?.tHead?.rows[0]?.cells ?? [])].find(
      (one) => columnId !== undefined && one.dataset.column === columnId,
    )
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
              <Row
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

type RowProps = MatrixProps & {
  row: CoverageRow
  startsSystem: boolean
  isOpened: boolean
  openColumnId: string | null
  assigned: ReadonlySet<string> | undefined
}

/** Built again only where something of the row has changed: a table may have five thousand cells. */
function Row({ row, matrix, known, startsSystem, isOpened, openColumnId, assigned }: RowProps) {
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
                {startsSystem ? SYSTEM_CHARACTER[system] : ''}
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
