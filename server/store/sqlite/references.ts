// Which rows name this one, do the rows that this one names exist, and what is left when it goes?
import { sql } from 'kysely'
import { EDITABLE, EDITABLE_IDS, isEditable } from '#geodata/contract/editable/editable.ts'
import { FIXED_REFERENCES } from '#geodata/contract/editable/fixed-references.ts'
import type { Editable, Reference } from '#geodata/contract/editable/shape.ts'
import type { Dependent } from '#geodata/contract/history.ts'
import type { FieldError } from '#geodata/contract/problem.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { list } from '#server/store/sqlite/derived.ts'
import { documentOf, type RowDocument, rowAt } from '#server/store/sqlite/row-document.ts'
import { collectionOf, LIST_COLUMNS, type Row, snake, tableOf } from '#server/store/sqlite/rows.ts'
import { allOf, build, firstOf } from '#server/store/sqlite/statements.ts'
import type { Tables } from '#server/store/sqlite/tables.ts'

type Naming = {
  table: string
  named: readonly [string, string]
  title: Bilingual | null
  reference: Reference
}
/** A row, and the references by which it names another. */
export type Found = { table: string; row: Row; references: Reference[] }

const NAMING: Naming[] = [
  ...EDITABLE_IDS.flatMap((id) =>
    EDITABLE[id].references.map((reference) => ({
      table: tableOf(id),
      named: EDITABLE[id].named,
      title: EDITABLE[id].title,
      reference,
    })),
  ),
  ...FIXED_REFERENCES.map(({ table, named, ...reference }) => ({
    table,
    named: [named, named] as const,
    title: null,
    reference,
  })),
]

/** Rows that name the row `id` of `collection`, each once. */
export function rowsNaming({ database, columns }: Tables, collection: string, id: string): Found[] {
  const found = new Map<string, Found>()
  for (const { table, reference } of NAMING) {
    const column = snake(reference.property)
    if (!reference.to.includes(collection) || !columns(table).includes(column)) continue
    const all = build.selectFrom(table).selectAll().orderBy('fid')
    const { tableIn } = reference
    const select = tableIn ? all.where(snake(tableIn), '=', collection) : all
    const naming = LIST_COLUMNS.has(column)
      ? select.where(sql<boolean>`instr(';' || ${sql.id(column)} || ';', ';' || ${id} || ';') > 0`)
      : select.where(column, '=', id)
    for (const row of allOf(database, naming)) {
      const key = `${table} ${row.fid}`
      const references = [...(found.get(key)?.references ?? []), reference]
      found.set(key, { table, row, references })
    }
  }
  return [...found.values()]
}

export function dependentsOf(tables: Tables, collection: string, id: string): Dependent[] {
  return rowsNaming(tables, collection, id).flatMap(({ table, row, references }) => {
    const { named: [zh, en] = ['', ''], title } = NAMING.find((one) => one.table === table) ?? {}
    const { id: rowId, properties } = documentOf(row)
    return references.map(({ relation }) => ({
      collection: collectionOf(table),
      id: rowId,
      nameZh: String(properties[zh] ?? title?.zh ?? rowId),
      nameEn: String(properties[en] ?? title?.en ?? rowId),
      relation,
    }))
  })
}

/** The row without the name of the one that goes: unknown, or one fewer in its list. */
export function without(document: RowDocument, { property }: Reference, id: string): RowDocument {
  const cell = document.properties[property]
  const isList = LIST_COLUMNS.has(snake(property))
  const rest = isList
    ? list(cell)
        .filter((one) => one !== id)
        .join(';')
    : null
  return { ...document, properties: { ...document.properties, [property]: rest } }
}

/** Names of rows that are not there; what the row named before is not asked again. */
export function danglingIn(
  tables: Tables,
  table: string,
  document: RowDocument,
  before: RowDocument | null,
): FieldError[] {
  const collection = EDITABLE_IDS.find((id) => tableOf(id) === table)
  if (!collection) return []
  const errors: FieldError[] = []
  const { properties } = document
  const { references, products = [] }: Editable = EDITABLE[collection]
  const check = (
    property: string,
    expected: Bilingual,
    isThere: (id: string) => boolean,
    isElsewhere = false,
  ) => {
    const isList = LIST_COLUMNS.has(snake(property))
    const held = new Set(isElsewhere ? [] : list(before?.properties[property]))
    for (const [index, id] of list(properties[property]).entries()) {
      if (held.has(id) || isThere(id)) continue
      errors.push({
        pointer: `/properties/${property}${isList ? `/${index}` : ''}`,
        detail: `“${id}” was given; the code of one of ${expected.en} is expected`,
        detailZh: `现为“${id}”，应为${expected.zh}的编号`,
      })
    }
  }
  for (const { property, to: any, tableIn, ...rest } of references) {
    const to = tableIn ? any.filter((one) => one === properties[tableIn]) : any
    // Another table is named: the id was of a row elsewhere.
    const isElsewhere =
      Boolean(tableIn) && before?.properties[tableIn ?? ''] !== properties[tableIn ?? '']
    const titles = to.map((one) => (isEditable(one) ? EDITABLE[one].title : { zh: one, en: one }))
    if (rest.orDistrict) titles.push({ zh: '区县与城市', en: 'Districts' })
    const expected = {
      en: titles.map(({ en }) => en.toLowerCase()).join(' or '),
      zh: titles.map(({ zh }) => zh).join('或'),
    }
    const isThere = (id: string) =>
      (rest.orDistrict && /^\d{6}$/.test(id)) ||
      to.some((one) => rowAt(tables.database, tableOf(one), tables.columns(tableOf(one)), id))
    check(property, expected, isThere, isElsewhere)
  }
  for (const [property, column] of [
    ['segmentIds', 'segment_id'],
    ['productIds', 'product_id'],
    ...products.map((property) => [property, 'product_id'] as const),
  ] as const) {
    check(property, { en: 'the taxonomy', zh: '产业链分类' }, (id) =>
      Boolean(
        firstOf(
          tables.database,
          build.selectFrom('taxonomy').select(column).where(column, '=', id),
        ),
      ),
    )
  }
  return errors
}
