// What do the columns of a file fill? Found by their headers, corrected by whoever knows better.
import { cellText } from '#geodata/analysis/importing/cell-text.ts'
import {
  headerKey,
  type MappedHeader,
  mapHeaders,
} from '#geodata/analysis/importing/header-mapping.ts'
import { columnsOf, type ImportColumn } from '#geodata/analysis/importing/import-column.ts'
import type { FileColumn } from '#geodata/analysis/importing/judge-row.ts'
import { type MergedCells, tableHead } from '#geodata/analysis/importing/table-head.ts'
import type { ImportTableId } from '#geodata/contract/importing/field-words.ts'
import type { Cell } from '#geodata/formats/import/foreign/piece.ts'

export type HeadRow = { line: number; cells: readonly Cell[] }

export type FileColumns = {
  headerLines: number[]
  /** Of the rows, from 0, the first below the headers. */
  firstRow: number
  above: string[]
  headers: MappedHeader[]
  filled: FileColumn[]
}

/** `declared`: names that the format gives its columns; null: they stand in one of the first rows. */
export function fileColumns(
  table: ImportTableId,
  declared: readonly string[] | null,
  head: readonly HeadRow[],
  merged: readonly string[],
  byHand: Readonly<Record<string, string | null>>,
): FileColumns {
  const columns = columnsOf(table)
  const found = declared
    ? null
    : tableHead(
        head.map(({ cells }) => cells),
        columns,
        merged.flatMap((range) => mergedCells(range, head)),
      )
  const names = declared ?? found?.headers ?? namesByPlace(head)
  const remembered = Object.fromEntries(
    Object.entries(byHand).map(([header, column]) => [headerKey(header), column]),
  )
  const headers = mapHeaders(names, columns, remembered)
  return {
    headerLines: (found?.headerRows ?? []).map((at) => head[at]?.line ?? at + 1),
    firstRow: found?.firstRow ?? 0,
    above: found?.above ?? [],
    headers,
    filled: filledBy(headers, columns),
  }
}

function filledBy(
  headers: readonly MappedHeader[],
  columns: readonly ImportColumn[],
): FileColumn[] {
  return headers.flatMap(({ column, aside }, at) => {
    const filled = columns.find(({ name }) => name === column)
    return filled ? [{ column: filled, at, unit: aside }] : []
  })
}

/** No row reads like headers: columns are called A, B, C, and whoever knows says what they are. */
function namesByPlace(head: readonly HeadRow[]): string[] {
  const width = Math.max(0, ...head.map(({ cells }) => cells.length))
  return Array.from({ length: width }, (_, at) => letters(at))
}

function letters(at: number): string {
  const last = String.fromCharCode(65 + (at % 26))
  return at < 26 ? last : letters(Math.floor(at / 26) - 1) + last
}

const RANGE = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/

/** By the rows that came: one that the file leaves out takes no place among them. */
function mergedCells(range: string, head: readonly HeadRow[]): MergedCells[] {
  const [, left = '', top = '', right = '', bottom = ''] = RANGE.exec(range) ?? []
  const rowOf = (line: string) => head.findIndex((row) => row.line === Number(line))
  const first = rowOf(top)
  if (first < 0) return []
  const last = head.findLastIndex(({ line }) => line <= Number(bottom))
  return [
    { top: first, left: columnAt(left), bottom: Math.max(first, last), right: columnAt(right) },
  ]
}

function columnAt(name: string): number {
  return [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

const MOST_SAMPLES = 3

/** The first values below a header, each once. */
export function samplesBelow(at: number, rows: readonly HeadRow[]): string[] {
  const texts = rows.map(({ cells }) => cellText(cells[at])).filter(Boolean)
  return [...new Set(texts)].slice(0, MOST_SAMPLES).map((text) => text.slice(0, 60))
}
