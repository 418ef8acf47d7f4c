// How does the keyboard move in a grid? One cell at a time can be tabbed to; arrows move it.
//
// The table keeps this itself: a move touches two cells and renders nothing. A cell that is pressed by a
// button in it has the focus there.
import { useLayoutEffect, useRef } from 'preact/hooks'

const CELL = 'th, td'
/** Not those of a row that explains another. */
const CELL_BUTTON = ':is(th, td):not([colspan]) > button'
/** What of a cell takes the focus. */
const stopOf = (cell: HTMLElement) => cell.querySelector<HTMLElement>(':scope > button') ?? cell

/** Makes the cell the one that Tab reaches, and moves there. */
export function focusCell(cell: HTMLElement): void {
  const table = cell.closest('table')
  for (const earlier of table?.querySelectorAll('[tabindex="0"]') ?? []) {
    earlier.setAttribute('tabindex', '-1')
  }
  const stop = stopOf(cell)
  stop.tabIndex = 0
  stop.focus()
}

/** Rows come and go: there is always one cell that Tab reaches. */
export function keepReachable(table: HTMLTableElement): void {
  if (table.querySelector('[tabindex="0"]')) return
  const first = table.tBodies[0]?.rows[0]?.cells[0]
  if (first) first.tabIndex = 0
}

const ROWS_OF_A_PAGE = 6

/** Moves by the key that was pressed; false: it is no key of a grid. */
export function moveByKey(table: HTMLTableElement, event: KeyboardEvent): boolean {
  const from = (event.target as HTMLElement).closest<HTMLTableCellElement>(CELL)
  const row = from?.closest('tr')
  if (!from || !row) return false
  // A row that is one wide cell explains the row above it.
  const rows = [...table.rows].filter(({ cells }) => cells.length > 1)
  const at = { row: rows.indexOf(row), column: from.cellIndex }
  const last = { row: rows.length - 1, column: row.cells.length - 1 }
  const to = target(event, at, last)
  if (!to) return false
  const cell = rows[clamp(to.row, last.row)]?.cells[clamp(to.column, last.column)]
  if (cell) focusCell(cell)
  return true
}

type Spot = { row: number; column: number }

function target({ key, ctrlKey, metaKey }: KeyboardEvent, at: Spot, last: Spot): Spot | null {
  const all = ctrlKey || metaKey
  switch (key) {
    case 'ArrowLeft':
      return { ...at, column: at.column - 1 }
    case 'ArrowRight':
      return { ...at, column: at.column + 1 }
    case 'ArrowUp':
      return { ...at, row: at.row - 1 }
    case 'ArrowDown':
      return { ...at, row: at.row + 1 }
    case 'PageUp':
      return { ...at, row: at.row - ROWS_OF_A_PAGE }
    case 'PageDown':
      return { ...at, row: at.row + ROWS_OF_A_PAGE }
    case 'Home':
      return { row: all ? 0 : at.row, column: 0 }
    case 'End':
      return { row: all ? last.row : at.row, column: last.column }
    default:
      return null
  }
}

function clamp(index: number, last: number): number {
  return Math.max(0, Math.min(last, index))
}

/** What a table takes whose cells hold buttons: one stop of Tab in all of it, the arrows move in it. */
export function useButtonGrid() {
  const ref = useRef<HTMLTableElement>(null)
  useLayoutEffect(() => {
    const table = ref.current
    if (!table) return
    for (const button of table.querySelectorAll<HTMLElement>(CELL_BUTTON)) {
      if (!button.hasAttribute('tabindex')) button.tabIndex = -1
    }
    if (table.querySelector('[tabindex="0"]')) return
    const first = table.tBodies[0]?.querySelector<HTMLElement>(CELL_BUTTON)
    if (first) first.tabIndex = 0
  })
  return {
    ref,
    role: 'grid' as const,
    onKeyDown: (event: KeyboardEvent) => {
      if (!(event.target as Element).matches(`${CELL}, ${CELL_BUTTON}`)) return
      if (!ref.current || !moveByKey(ref.current, event)) return
      event.preventDefault()
      event.stopPropagation()
    },
  }
}
