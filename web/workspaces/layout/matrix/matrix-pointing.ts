// What is pointed at in the matrix, shown above and below it, and what do a click and the keys do?
import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect } from 'preact/hooks'
import { t } from '#web/messages/index.ts'
import { focusCell, keepReachable, moveByKey } from '#web/parts/controls/grid-keys.ts'
import { hovered } from '#web/state/answers/hover.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { changeMatrix } from '#web/workspaces/layout/matrix/coverage.ts'
import { type MatrixProps, toggleSegment } from '#web/workspaces/layout/matrix/matrix-rows.ts'
import { cellWords } from '#web/workspaces/layout/matrix/matrix-square.tsx'
import { columnName, rowName } from '#web/workspaces/layout/matrix/matrix-words.ts'

export type MatrixParts = {
  table: RefObject<HTMLTableElement | null>
  /** Lies over the column that is pointed at. */
  glow: RefObject<HTMLDivElement | null>
  readout: RefObject<HTMLParagraphElement | null>
}

/** Keeps the pointed column marked; what it returns are the listeners of the table. */
export function useMatrixPointing({ matrix, known }: MatrixProps, parts: MatrixParts) {
  const { table, readout } = parts
  const isRouted = matrix.settings.withinMinutes !== null
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
  useEffect(
    () => hovered.subscribe((thing) => showColumn(parts, thing?.id)),
    [view.value.selection, matrix],
  )

  const announce = (words: string | undefined) => {
    if (readout.current) readout.current.textContent = words ?? t('matrix.hint')
  }
  const point = (target: EventTarget | null) => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null
    const columnId = cell?.dataset.column
    const row = matrix.rows.find(
      ({ id }) => id === cell?.closest<HTMLElement>('[data-row]')?.dataset.row,
    )
    const column = matrix.columns.find(({ id }) => id === columnId)
    showColumn(parts, columnId)
    hovered.value = column?.kind === 'park' ? { collection: 'parks', id: column.id } : null
    if (row && column) {
      const its = row.cells.find((one) => one.columnId === columnId)
      announce(cellWords(its, rowName(row, known), columnName(column), isRouted))
    } else announce(undefined)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!table.current) return
    if (event.key === 'Enter' || event.key === ' ') act(event.target, matrix)
    else if (event.key === 'Escape' && view.peek().matrix.cell) changeMatrix({ cell: null })
    else if (!moveByKey(table.current, event)) return
    event.preventDefault()
    event.stopPropagation()
  }
  return {
    onKeyDown,
    onClick: (event: MouseEvent) => act(event.target, matrix),
    onPointerOver: (event: PointerEvent) => point(event.target),
    onPointerLeave: () => point(null),
    onFocusCapture: (event: FocusEvent) => point(event.target),
  }
}

/** Marks the column of the thing that is pointed at, else of the selected park. */
function showColumn({ table, glow }: MatrixParts, pointed: string | undefined): void {
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

/** Opens what was clicked: a cell, a segment or a park. */
function act(target: EventTarget | null, matrix: MatrixProps['matrix']): void {
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
