// What becomes of people's rows when the base is newer than the copy they work in?
//
// Rows are matched by id. A row that is as it last came from the base follows the base. A row that a
// person changed, added or deleted stays, whatever program they used, and what the base would now make
// of it becomes a proposal. A table without ids is one row in this sense: edited anywhere, it stays whole.
import type Database from 'better-sqlite3'
import { followShape } from '#server/store/sqlite/follow-shape.ts'
import { propose, record, withdraw } from '#server/store/sqlite/journal.ts'
import { documentOf } from '#server/store/sqlite/row-document.ts'
import { fingerprint, NOTHING, type Row } from '#server/store/sqlite/rows.ts'
import { allOf, build, firstOf, putRow, run } from '#server/store/sqlite/statements.ts'
import { keepMemory, memoriesOf, type Schema, unitsOf } from '#server/store/sqlite/units.ts'

/** What says which base it is. */
const NOT_MERGED = 'dataset'

/** Brings the copy up to the base, in one transaction; does nothing when both hold the same data. */
export function mergeBase(database: Database.Database, base: string): void {
  database.prepare('ATTACH ? AS base').run(base)
  try {
    database.transaction(() => merge(database)).immediate()
  } finally {
    database.exec('DETACH base')
  }
}

export function datasetOf(
  database: Database.Database,
  schema: Schema = 'main',
): Record<string, string> {
  const rows = build.withSchema(schema).selectFrom('dataset').select(['key', 'value'])
  return Object.fromEntries(
    allOf<{ key: string; value: string }>(database, rows).map(({ key, value }) => [key, value]),
  )
}

function merge(database: Database.Database): void {
  const newHash = datasetOf(database, 'base').hash ?? ''
  const isNewer = newHash !== datasetOf(database).hash
  const tables = (
    database.prepare('SELECT table_name AS name FROM base.gpkg_contents').all() as {
      name: string
    }[]
  ).filter(({ name }) => name !== NOT_MERGED)
  for (const { name } of tables) followShape(database, name)
  if (!firstOf(database, build.selectFrom('base_rows').select('fid').limit(1))) {
    // A copy without base_rows: of its own base they are known; of an older base nothing counts as edited.
    const filled = tables.filter(({ name }) =>
      firstOf(database, build.withSchema('base').selectFrom(name).select('fid').limit(1)),
    )
    for (const { name } of filled) remember(database, name, isNewer ? 'main' : 'base')
  }
  if (!isNewer) return
  for (const { name } of tables) mergeTable(database, name, newHash)
  run(database, build.deleteFrom('dataset'))
  const theirs = build.withSchema('base').selectFrom('dataset').select(['key', 'value'])
  run(database, build.insertInto('dataset').columns(['key', 'value']).expression(theirs))
}

function remember(database: Database.Database, table: string, schema: Schema): void {
  for (const [id, rows] of unitsOf(database, schema, table)) {
    const print = fingerprint(rows)
    keepMemory(database, table, id, { base: print, stored: print })
  }
}

function mergeTable(database: Database.Database, table: string, baseHash: string): void {
  const ours = unitsOf(database, 'main', table)
  const theirs = unitsOf(database, 'base', table)
  const memories = memoriesOf(database, table)
  for (const id of new Set([...theirs.keys(), ...ours.keys(), ...memories.keys()])) {
    const mine = ours.get(id) ?? []
    const offer = theirs.get(id) ?? []
    const held = fingerprint(mine)
    const offered = fingerprint(offer)
    const last = memories.get(id) ?? { base: NOTHING, stored: NOTHING }
    if (offered === last.base) continue
    if (held === last.stored) {
      const stored = putRows(database, table, mine, offer)
      const what = mine.length === 0 ? 'insert' : offer.length === 0 ? 'delete' : 'update'
      record(database, { who: null, why: `base ${baseHash}` }, [
        { what, tableName: table, rowId: id, before: null, after: null },
      ])
      keepMemory(database, table, id, { base: offered, stored })
      withdraw(database, table, id)
    } else if (offered === held || offered === last.stored) {
      // The base now agrees with the edit, or went back to what the edit was made from.
      keepMemory(database, table, id, { base: offered, stored: offered })
      withdraw(database, table, id)
    } else {
      keepMemory(database, table, id, { base: offered, stored: last.stored })
      propose(database, {
        tableName: table,
        rowId: id,
        kind: offer.length === 0 ? 'removal' : 'change',
        document: JSON.stringify(offer.map(documentOf)),
        baseHash,
        proposedAt: new Date().toISOString(),
      })
    }
  }
}

/** Puts the base's rows in place of the copy's; the fingerprint of what then lies there. */
function putRows(database: Database.Database, table: string, mine: Row[], offer: Row[]): string {
  const columns = (
    database.prepare(`PRAGMA main.table_info("${table}")`).all() as { name: string }[]
  )
    .map(({ name }) => name)
    .filter((name) => name !== 'fid')
  const [only] = mine
  // A row that stays keeps its fid, so that it keeps its place in every list.
  const inPlace = mine.length === 1 && offer.length === 1
  if (!inPlace) {
    for (const { fid } of mine) run(database, build.deleteFrom(table).where('fid', '=', fid))
  }
  return fingerprint(
    offer.map((row) => {
      const cells = Object.fromEntries(columns.map((name) => [name, row[name] ?? null]))
      return putRow(database, table, cells, inPlace ? only?.fid : null)
    }),
  )
}
