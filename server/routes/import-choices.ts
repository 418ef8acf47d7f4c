// What of the choices for an import cannot be: names of what is not there, values that fit no column.
import { hypothesisOf } from '#geodata/analysis/coordinates/hypothesis-key.ts'
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import { cellValue } from '#geodata/analysis/importing/cell-value.ts'
import { columnsOf } from '#geodata/analysis/importing/import-column.ts'
import { nameablesOf } from '#geodata/analysis/importing/import-ground.ts'
import type { ImportTableId } from '#geodata/contract/importing/field-words.ts'
import type { Import, ImportChoicesPatch } from '#geodata/contract/imports.ts'
import type { FieldError } from '#geodata/contract/problem.ts'

/** Choices of what is not there. */
export function vainChoices(patch: ImportChoicesPatch, { sheets, columns }: Import): FieldError[] {
  const faults: FieldError[] = []
  if (patch.system && !hypothesisOf(patch.system)) faults.push(noSystem('/system', patch.system))
  if (patch.sheet !== undefined && sheets.length > 0 && patch.sheet >= sheets.length) {
    faults.push({
      pointer: '/sheet',
      detail: `${patch.sheet} came; the file has ${sheets.length} tables, counted from 0`,
      detailZh: `收到 ${patch.sheet}；文件只有 ${sheets.length} 张表，从 0 数起`,
    })
  }
  const known = new Set(columns.map(({ name }) => name))
  const named = [
    ...Object.entries(patch.mapping ?? {}).map(([header, name]) => ['mapping', header, name]),
    ...Object.keys(patch.fixed ?? {}).map((name) => ['fixed', name, name]),
  ]
  for (const [part, key, name] of named) {
    if (!name || known.size === 0 || known.has(name)) continue
    faults.push({
      pointer: `/${part}/${key}`,
      detail: `“${name}” is no column of this table`,
      detailZh: `此表没有“${name}”这一列`,
    })
  }
  return faults
}

/** A value for every row is read as a cell of its column would be. */
export function unfitValues(
  { fixed = {} }: ImportChoicesPatch,
  { table, columns }: Import,
  facts: RegionFacts,
): FieldError[] {
  const of = new Map(columnsOf(table as ImportTableId).map((column) => [column.name, column]))
  const known = nameablesOf(table as ImportTableId, facts)
  return Object.entries(fixed).flatMap(([name, value]) => {
    const column = of.get(name)
    const text = Array.isArray(value) ? value.join('；') : value
    const read = column && cellValue(column, text, '', known)
    if (read?.kind !== 'refused') return []
    const words = columns.find((one) => one.name === name)?.words ?? { zh: name, en: name }
    return {
      pointer: `/fixed/${name}`,
      detail: `${words.en}: “${read.came}” came for every row. ${read.fits.en}`,
      detailZh: `${words.zh}：各行统一填写的是“${read.came}”。${read.fits.zh}`,
    }
  })
}

export function noSystem(pointer: string, key: string): FieldError {
  return {
    pointer,
    detail: `“${key}” is no system of coordinates that is known here`,
    detailZh: `没有名为“${key}”的坐标系`,
  }
}
