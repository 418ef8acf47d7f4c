// Which tables hold nothing but what people write, and which columns has each?
import { z } from 'zod'
import { EDITABLE, EDITABLE_IDS } from '#geodata/contract/editable/editable.ts'
import type { Layer } from '#scripts/geodata/layers.ts'
import type { Column } from '#server/store/sqlite/geopackage.ts'
import { snake, tableOf } from '#server/store/sqlite/rows.ts'

/** Every table of the registry that no source file fills: empty, with a column per field of its draft. */
export function ownTables(filled: ReadonlySet<string>): {
  layers: Layer[]
  attributes: { table: string; columns: Column[] }[]
} {
  const own = EDITABLE_IDS.filter((id) => !filled.has(tableOf(id))).map((id) => ({
    table: tableOf(id),
    geometryType: EDITABLE[id].layer,
    columns: [{ name: 'id', type: 'TEXT' } as Column, ...columnsOf(EDITABLE[id].properties)],
  }))
  return {
    layers: own.flatMap(({ geometryType, ...table }) =>
      geometryType === null ? [] : [{ ...table, geometryType, rows: [] }],
    ),
    attributes: own.filter(({ geometryType }) => geometryType === null),
  }
}

function columnsOf(properties: z.ZodObject): Column[] {
  const schema = z.toJSONSchema(properties, { io: 'output' })
  return Object.entries(schema.properties ?? {}).map(([name, field]) => ({
    name: snake(name),
    type: typeOf(field),
  }))
}

function typeOf(field: z.core.JSONSchema._JSONSchema): Column['type'] {
  if (typeof field === 'boolean') return 'TEXT'
  const types = [field, ...(field.anyOf ?? [])].map((one) => one.type)
  if (types.includes('integer')) return 'INTEGER'
  return types.includes('number') ? 'REAL' : 'TEXT'
}
