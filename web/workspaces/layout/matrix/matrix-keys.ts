// Which cell of the matrix stands for a row and a column?

/** The cell that stands for a row and a column, in the table or in the list. */
export function cellOf(rowId: string, columnId: string): HTMLElement | null {
  const [row, column] = [rowId, columnId].map((id) => CSS.escape(id))
  return document.querySelector(`.matrix-main [data-row="${row}"] [data-column="${column}"]`)
}

export function rowHeadOf(rowId: string): HTMLElement | null {
  return document.querySelector(`.matrix-main [data-row="${CSS.escape(rowId)}"] [data-head]`)
}
