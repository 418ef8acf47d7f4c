// How are very many rows read so that nobody waits and none is missed?
//
// By a connection of their own, which sees the data as they were when it began, whatever is written meanwhile; batch by
// batch, so that the server answers others between two.
import { setImmediate } from 'node:timers/promises'
import type { ReadableId } from '#geodata/contract/editable/editable.ts'
import type { RowFeature } from '#geodata/contract/history.ts'
import type { Query, RowSnapshot, ShownColumn } from '#server/store/row-store.ts'
import { openBeside } from '#server/store/sqlite/open-working-copy.ts'
import {
  camel,
  LIST_COLUMNS,
  NEVER_SHOWN,
  type Row,
  tableOf,
  toFeature,
} from '#server/store/sqlite/rows.ts'
import { countedOf, matchedOf, pageOf } from '#server/store/sqlite/select-features.ts'
import { tablesOf } from '#server/store/sqlite/tables.ts'

/** Some milliseconds of reading. */
const BATCH_ROWS = 250

export function snapshotOf(dataDir: string, collection: ReadableId, query: Query): RowSnapshot {
  const { database, home } = openBeside(dataDir)
  try {
    const tables = tablesOf(database, home)
    database.exec('BEGIN')
    const matched = matchedOf(tables, collection, query)
    const { sql, parameters } = pageOf(tables, collection, query).compile()
    const statement = database.prepare<unknown[], Row>(sql)
    return {
      matched,
      columns: shownColumns(database, collection),
      layer: layerOf(database, collection),
      batches: async function* () {
        let batch: RowFeature[] = []
        for (const row of statement.iterate(...parameters)) {
          batch.push(toFeature(row))
          if (batch.length < BATCH_ROWS) continue
          yield batch
          batch = []
          await setImmediate()
        }
        if (batch.length > 0) yield batch
      },
      close: () => database.close(),
    }
  } catch (error) {
    database.close()
    throw error
  }
}

type Database = ReturnType<typeof openBeside>['database']

function shownColumns(database: Database, collection: ReadableId): ShownColumn[] {
  const own = database.pragma(`main.table_info("${tableOf(collection)}")`) as {
    name: string
    type: string
  }[]
  const counted = countedOf(collection)
  const columns = own
    .filter(({ name }) => !NEVER_SHOWN.has(name) && !counted.includes(name))
    .map(({ name, type }): ShownColumn => ({ name: camel(name), kind: kindOf(name, type) }))
  return [
    ...columns,
    ...counted.map((name): ShownColumn => ({ name: camel(name), kind: 'number' })),
  ]
}

function kindOf(name: string, type: string): ShownColumn['kind'] {
  if (LIST_COLUMNS.has(name)) return 'list'
  if (/INT/i.test(type)) return 'whole'
  return /REAL|FLOA|DOUB/i.test(type) ? 'number' : 'text'
}

/** As the file declares it (GeoPackage, clause 2.1.5). */
function layerOf(database: Database, collection: ReadableId): string | null {
  const row = database
    .prepare('SELECT geometry_type_name AS kind FROM gpkg_geometry_columns WHERE table_name = ?')
    .get(tableOf(collection)) as { kind: string } | undefined
  return row?.kind ?? null
}
