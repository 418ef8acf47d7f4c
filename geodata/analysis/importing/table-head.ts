// Where does the table of a sheet begin and end, and what are its columns called?
//
//   2026年重点企业名录                          title, over all columns
//   填报单位：某区          单位：万元           remarks
//   序号 | 企业名称 |   坐标        | 产品      upper row of headers, a cell merged over two
//        |          | 经度  | 纬度  |           lower row
//   1    | …
//   合计 | 300 …                                foot

import { cellText } from '#geodata/analysis/importing/cell-text.ts'
import { namesKnown } from '#geodata/analysis/importing/header-mapping.ts'
import type { ImportColumn } from '#geodata/analysis/importing/import-column.ts'
import type { Cell } from '#geodata/formats/import/foreign/piece.ts'

/** Cells merged into one, from 0, ends included. */
export type MergedCells = { top: number; left: number; bottom: number; right: number }

export type TableHead = {
  /** Rows of the file, from 0, in which headers stand. */
  headerRows: readonly number[]
  headers: string[]
  firstRow: number
  /** What stands above the headers: titles and remarks. */
  above: string[]
}

/** A head lies within so many rows. */
const MOST_ABOVE = 20

const FOOT =
  /^(合\s*计|总\s*计|小\s*计|共\s*计|累\s*计|平\s*均|sub)?\s*(total|sum|average|合\s*计|总\s*计|小\s*计|共\s*计)?\s*[:：]?$/i
const REMARK =
  /^(注|备注|说明|填表人|填报人|制表|审核|联系人|联系电话|数据来源|note|source|remarks?)\s*[:：]/i

/** Null: no row of the first twenty reads like headers. */
export function tableHead(
  rows: readonly (readonly Cell[])[],
  columns: readonly ImportColumn[],
  merged: readonly MergedCells[] = [],
): TableHead | null {
  const top = rows.slice(0, MOST_ABOVE).map((row, at) => textsOf(row, at, merged))
  const known = top.map((texts) => namesKnown(texts.filter(Boolean), columns))
  const best = Math.max(0, ...known)
  const at = best > 0 ? known.indexOf(best) : firstFullRow(top)
  if (at < 0) return null
  const pair = pairOf(top, known, at, merged, columns)
  const headers = pair ? joined(top[pair[0]] ?? [], top[pair[1]] ?? []) : (top[at] ?? [])
  const headerRows = pair ?? [at]
  return {
    headerRows,
    headers: trimmed(headers),
    firstRow: (headerRows.at(-1) ?? at) + 1,
    above: top.slice(0, headerRows[0]).flatMap((texts) => [...new Set(texts.filter(Boolean))]),
  }
}

/** By what the first cell of a row of a template begins that only shows how to fill it in. */
export const EXAMPLE_MARK = { zh: '示例：', en: 'Example: ' } as const
const EXAMPLE = /^(示例|example)\s*[:：]/i

/** Whose the data are, as it stands below the rows of a table that was downloaded here. */
const CREDIT = /^#\s/

/** A sum, an average, a remark or a template's example; never a row that bears a name. */
export function isFoot(row: readonly Cell[]): boolean {
  const texts = row.map(cellText).filter(Boolean)
  const [first = ''] = texts
  if (texts.length === 0) return false
  if (EXAMPLE.test(first)) return true
  if (CREDIT.test(first)) return texts.length === 1
  if (REMARK.test(first)) return texts.length <= 3
  if (!FOOT.test(first)) return false
  return texts.slice(1).every((text) => /^[-+\d.,%％\s]*$/.test(text.normalize('NFKC')))
}

export const isBlank = (row: readonly Cell[]) => row.every((cell) => cellText(cell) === '')

/** A merged cell says in each of its columns what it says in its first. */
function textsOf(row: readonly Cell[], at: number, merged: readonly MergedCells[]): string[] {
  const texts = row.map(cellText)
  for (const { top, bottom, left, right } of merged) {
    if (top > at || bottom < at || top !== at) continue
    for (let column = left; column <= right; column++) texts[column] ||= texts[left] ?? ''
  }
  return Array.from(texts, (text) => text ?? '')
}

/** Where no name is known: the first row of three texts or more, all different, with no number among them. */
function firstFullRow(top: readonly string[][]): number {
  return top.findIndex((texts) => {
    const given = texts.filter(Boolean)
    const isWords = given.every((text) => Number.isNaN(Number(text)))
    return given.length >= 3 && isWords && new Set(given).size === given.length
  })
}

/** The two rows of headers, where the row beside belongs to them: its cells stand over or under merged ones. */
function pairOf(
  top: readonly string[][],
  known: readonly number[],
  at: number,
  merged: readonly MergedCells[],
  columns: readonly ImportColumn[],
): [number, number] | null {
  const spansRow = (row: number) =>
    merged.some(
      (one) => one.top === row && one.right > one.left && one.right - one.left < MOST_SPAN,
    )
  const isTall = (row: number) => merged.some((one) => one.top === row && one.bottom === row + 1)
  const below = top[at + 1] ?? []
  const adds = (texts: readonly string[]) => namesKnown(texts.filter(Boolean), columns) > 0
  if ((spansRow(at) || isTall(at)) && adds(below) && isHeaderRow(below)) return [at, at + 1]
  if (at > 0 && (spansRow(at - 1) || isTall(at - 1)) && (known[at - 1] ?? 0) > 0)
    return [at - 1, at]
  return null
}

/** A title spans more. */
const MOST_SPAN = 8

const isHeaderRow = (texts: readonly string[]) =>
  texts.filter(Boolean).every((text) => Number.isNaN(Number(text.normalize('NFKC'))))

function joined(upper: readonly string[], lower: readonly string[]): string[] {
  const width = Math.max(upper.length, lower.length)
  return Array.from({ length: width }, (_, column) => {
    const [above = '', below = ''] = [upper[column], lower[column]]
    // 经度 under 坐标 says it all; 高 under 高程 does not: the lower alone where it is longer than a letter.
    if (!below || above === below) return above
    return below.length > 1 || !above ? below : `${above} ${below}`
  })
}

function trimmed(headers: readonly string[]): string[] {
  const end = headers.findLastIndex((header) => header !== '')
  return headers.slice(0, end + 1)
}
