// A table as a file that spreadsheets open as it is: UTF-8 with its mark, quoted where needed.
//
// A text that begins like a formula gets an apostrophe in front, so that opening a file runs nothing.

const MARK = '\uFEFF'

export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return `${MARK}${rows.map((row) => row.map(cellText).join(',')).join('\r\n')}\r\n`
}

function cellText(cell: string | number | null): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Hands a text to the person as a file. */
export function saveAsFile(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
