// Which texts may the cells of a column be chosen from, and how does a workbook offer them?
//
// A list is written out on a hidden sheet and the cells refer to it: a check of its own holds 255 characters. A column
// that takes several things, or that understands more than its list has, offers the list and refuses nothing.
import {
  type Nameable,
  type Nameables,
  nameablesFor,
} from '#geodata/analysis/importing/cell-value.ts'
import type { ImportColumn } from '#geodata/analysis/importing/import-column.ts'
import type { FormCell, FormCheck, FormSheet } from '#geodata/formats/export/format.ts'

export type Language = 'zh' | 'en'

const LISTS = { zh: '选项', en: 'Lists' } as const
/** Rows of a sheet for which a list is offered. */
const LAST_ROW = 20_000
const LONGEST_HINT = 255

/** None: any text. */
export function choicesOf(column: ImportColumn, known: Nameables, language: Language): string[] {
  if (column.choices.length > 0) return column.choices.map(({ words }) => words[language])
  const things = nameablesFor(column, known) ?? []
  return [...new Set(things.map((thing) => nameIn(thing, language)))]
}

/** By the name of that language, where it has one. */
export function nameIn({ id, names }: Nameable, language: Language): string {
  const [first = id] = names
  if (language === 'zh') return first
  return names.find((name) => name !== '' && !/\p{Script=Han}/u.test(name)) ?? first
}

/** A column of a sheet, in the order of its cells; null: none of the table. */
export type ListedColumn = { column: ImportColumn | null; hint: string }

/** Checks of the columns from the row (from 1) on, and the hidden sheet that they refer to; null: no list is needed. */
export function choiceLists(
  columns: readonly ListedColumn[],
  firstRow: number,
  known: Nameables,
  language: Language,
): { checks: FormCheck[]; lists: FormSheet | null } {
  const name = LISTS[language]
  const lists: string[][] = []
  const checks = columns.flatMap(({ column, hint }, at): FormCheck[] => {
    if (!column) return []
    const letter = columnLetters(at)
    const range = `${letter}${firstRow}:${letter}${LAST_ROW}`
    const told = hint.slice(0, LONGEST_HINT)
    const choices = choicesOf(column, known, language)
    if (choices.length === 0) return told ? [{ range, allows: { anything: true }, hint: told }] : []
    lists.push(choices)
    const own = columnLetters(lists.length - 1)
    const listedIn = `'${name}'!$${own}$1:$${own}$${choices.length}`
    return [{ range, allows: { listedIn, isOpen: column.kind !== 'choice' }, hint: told }]
  })
  return { checks, lists: lists.length > 0 ? listSheet(name, lists) : null }
}

function listSheet(name: string, lists: readonly string[][]): FormSheet {
  const longest = Math.max(...lists.map((list) => list.length))
  const cellOf = (text: string | undefined): FormCell | null =>
    text === undefined ? null : { value: text, look: 'cellText' }
  return {
    name,
    widths: lists.map(() => 24),
    rows: Array.from({ length: longest }, (_, row) => ({
      cells: lists.map((list) => cellOf(list[row])),
    })),
    isHidden: true,
  }
}

/** 0 → A, 26 → AA. */
export function columnLetters(at: number): string {
  const last = String.fromCharCode(65 + (at % 26))
  return at < 26 ? last : columnLetters(Math.floor(at / 26) - 1) + last
}
