// What has every row that does not say it itself?
import { cellValue } from '#geodata/analysis/importing/cell-value.ts'
import { columnsOf, type ImportColumn } from '#geodata/analysis/importing/import-column.ts'
import type { ImportGround } from '#geodata/analysis/importing/import-ground.ts'
import { EDITABLE } from '#geodata/contract/editable/editable.ts'
import type { ImportChoices, ImportEvidence } from '#geodata/contract/imports.ts'

/**
 * By property. A required column that nobody has filled yet gets a stand-in, so that each row can be judged by the rest;
 * nothing is written as long as there is one.
 */
export function fixedValues(
  ground: ImportGround,
  { fixed, evidence }: ImportChoices,
  missing: readonly ImportColumn[],
): Record<string, unknown> {
  const columns = new Map(columnsOf(ground.table).map((column) => [column.name, column]))
  const shape: Readonly<Record<string, Schema>> = EDITABLE[ground.table].properties.shape
  const given = Object.entries(fixed).flatMap(([name, value]) => {
    const column = columns.get(name)
    if (!column) return []
    const text = Array.isArray(value) ? value.join('；') : value
    const read = cellValue(column, text, '', ground.known)
    return read.kind === 'given' ? [[name, read.value]] : []
  })
  return {
    ...Object.fromEntries(missing.map(({ name }) => [name, standIn(shape[name])])),
    ...evidenceOf(evidence, shape),
    ...Object.fromEntries(given),
  }
}

type Schema = { safeParse: (value: unknown) => { success: boolean }; options?: readonly unknown[] }

function standIn(schema: Schema | undefined): unknown {
  const tried = [...(schema?.options ?? []), '—', [], 1, '2000']
  return tried.find((value) => schema?.safeParse(value).success)
}

/** A table without a date of its own keeps it with the source. */
function evidenceOf(
  { source, date, sourceClass, confidence }: ImportEvidence,
  shape: object,
): Record<string, unknown> {
  const hasDate = 'asOf' in shape
  const dated = date && !hasDate ? `${source}（${date}）` : source
  return {
    ...(source && 'source' in shape ? { source: dated } : {}),
    ...(date && hasDate ? { asOf: date } : {}),
    ...(sourceClass && 'sourceClass' in shape ? { sourceClass } : {}),
    ...('confidence' in shape ? { confidence } : {}),
  }
}
