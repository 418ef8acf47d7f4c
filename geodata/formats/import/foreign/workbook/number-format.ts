// Does a number in a cell of a spreadsheet mean a day, a time of day, a code, or a number?
//
// A cell holds a number and the format says how it is shown: days are counted since 1900, or since 1904 in workbooks of
// old Macintoshes (ECMA-376 part 1, 18.8.30 and 18.17.4).
import type { Cell } from '#geodata/formats/import/foreign/piece.ts'

/** A code is a number shown with so many digits, zeros in front: 00123. */
export type NumberFormat =
  | { kind: 'number' }
  | { kind: 'date' }
  | { kind: 'time' }
  | { kind: 'code'; digits: number }

const NUMBER: NumberFormat = { kind: 'number' }

/** Built-in formats are not written into the file; 27 to 58 are those of Chinese editions. */
const DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])
const TIMES = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56])

export function numberFormat(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) {
    if (DATES.has(id)) return { kind: 'date' }
    return TIMES.has(id) ? { kind: 'time' } : NUMBER
  }
  const first = code.split(';', 1)[0] ?? ''
  if (/^0{2,}$/.test(first)) return { kind: 'code', digits: first.length }
  // Words in quotes, escaped signs, colours and countries in brackets say nothing of the kind.
  const bare = first
    .toLowerCase()
    .replace(/"[^"]*"?|\\.|[_*].|general|e[+-]/g, '')
    .replace(/\[(?![hms]+\])[^\]]*\]/g, '')
  if (/[yd]|m{3}/.test(bare)) return { kind: 'date' }
  if (/[hs]/.test(bare)) return { kind: 'time' }
  return /m/.test(bare) && !/[0#?]/.test(bare) ? { kind: 'date' } : NUMBER
}

const DAY_MILLISECONDS = 86_400_000
const SECOND_MILLISECONDS = 1000
/** The count of 1900 has a 29 February that never was: number 60. */
const NEVER = 60
const LAST_DAY = 2_958_465
const MOST_DIGITS = 15

/** `lost`: a whole number of more digits than a spreadsheet keeps, given as digits. Null: no such day. */
export function numberCell(
  written: string,
  format: NumberFormat,
  is1904: boolean,
): { cell: Cell; isLost: boolean } | null {
  const value = Number(written)
  if (written.trim() === '' || !Number.isFinite(value)) return null
  if (format.kind === 'date' || format.kind === 'time') {
    const cell = dateCell(value, format.kind, is1904)
    return cell === null ? null : { cell, isLost: false }
  }
  if (Number.isInteger(value) && Math.abs(value) >= 10 ** MOST_DIGITS) {
    return { cell: plainDigits(written, value), isLost: true }
  }
  if (format.kind === 'code' && Number.isInteger(value) && value >= 0) {
    return { cell: String(value).padStart(format.digits, '0'), isLost: false }
  }
  // What is shown has fifteen digits: 0.1 + 0.2 is 0.3 there.
  const shown = written.length > MOST_DIGITS ? Number(value.toPrecision(MOST_DIGITS)) : value
  return { cell: shown, isLost: false }
}

/** As many digits as the file holds, without an exponent. */
function plainDigits(written: string, value: number): string {
  if (/^-?\d+$/.test(written.trim())) return written.trim()
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^([-+]?)(\d+)\.?(\d*)(?:[eE]\+?(\d+))?$/.exec(written.trim()) ?? []
  const digits = whole + fraction
  const length = whole.length + Number(exponent)
  if (whole === '' || length > 400 || length < digits.length) return String(value)
  return `${sign === '-' ? '-' : ''}${digits.padEnd(length, '0')}`
}

function dateCell(value: number, kind: 'date' | 'time', is1904: boolean): Cell | null {
  if (value < 0 || value >= LAST_DAY + 1) return null
  const seconds = Math.round((value * DAY_MILLISECONDS) / SECOND_MILLISECONDS)
  const day = Math.floor((seconds * SECOND_MILLISECONDS) / DAY_MILLISECONDS)
  const clock = new Date(seconds * SECOND_MILLISECONDS).toISOString().slice(11, 19)
  if (day === 0 && !is1904) return kind === 'time' ? clock : null
  if (!is1904 && day === NEVER) return null
  const first = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < NEVER ? 31 : 30)
  const date = new Date(first + day * DAY_MILLISECONDS).toISOString().slice(0, 10)
  if (kind === 'time' && day === 0) return clock
  return { date: clock === '00:00:00' ? date : `${date}T${clock}` }
}
