// What becomes of people's rows when the base is newer than the copy they work in?
//
// Rows are matched by id. A row that is as it last came from the base follows the base. A row that a
// person changed, added or deleted stays, whatever program they used, and what the base would now make
// of it becomes a proposal. A table without ids is one row in this sense: edited anywhere, it stays whole.
//
// What no two rows share (`unique` of the registry) is held against the rows that stay: a row of the base
// whose unified code one of them has is not brought but proposed, and its row here stays as it was.
import type Database from 'better-sqlite3'
import { EDITABLE, EDITABLE_IDS } from '#geodata/contract/editable/editable.ts'
import type { Editable } from '#geodata/contract/editable/shape.ts'
import { followShape } from '#server/store/sqlite/follow-shape.ts'
import { propose, record, withdraw } from '#server/store/sqlite/journal.ts'
import { documentOf } from '#server/store/sqlite/row-document.ts'
import { fingerprint, NOTHING, type Row, snake, tableOf } from '#server/store/sqlite/rows.ts'
import { allOf, build, firstOf, putRow, run } from '#server/store/sqlite/statements.ts'
import {
  heldBack,
  keepMemory,
  memoriesOf,
  type Schema,
  type Units,
  unitsOf,
} from '#server/store/sqlite/units.ts'

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
  const unitOf = (id: string) => {
    const mine = ours.get(id) ?? []
    const offer = theirs.get(id) ?? []
    const last = memories.get(id) ?? { base: NOTHING, stored: NOTHING }
    return { id, mine, offer, last, held: fingerprint(mine), offered: fingerprint(offer) }
  }
  const ids = new Set([...theirs.keys(), ...ours.keys(), ...memories.keys()])
  const changed = [...ids].map(unitOf).filter(({ offered, last }) => offered !== last.base)
  const followers = changed.filter(({ held, last }) => held === last.stored).map(({ id }) => id)
  const kept = keptBack(table, ours, theirs, new Set(followers))
  for (const { id, mine, offer, last, held, offered } of changed) {
    if (offered === held || offered === last.stored) {
      // The base now agrees with the edit, or went back to what the edit was made from.
      keepMemory(database, table, id, { base: offered, stored: offered })
      withdraw(database, table, id)
    } else if (held === last.stored && !kept.has(id)) {
      const stored = putRows(database, table, mine, offer)
      const what = mine.length === 0 ? 'insert' : offer.length === 0 ? 'delete' : 'update'
      record(database, { who: null, why: `base ${baseHash}` }, [
        { what, tableName: table, rowId: id, before: null, after: null },
      ])
      keepMemory(database, table, id, { base: offered, stored })
      withdraw(database, table, id)
    } else {
      const stored = kept.has(id) ? heldBack(held) : last.stored
      keepMemory(database, table, id, { base: offered, stored })
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

/**
 * Of the rows that would follow the base, those that may not: a row that stays has a value of theirs that no
 * two rows share. They stay too, with the values they have, which may keep back others again.
 */
function keptBack(
  table: string,
  ours: Units,
  theirs: Units,
  followers: ReadonlySet<string>,
): Set<string> {
  const kept = new Set<string>()
  for (const column of uniqueColumns(table)) {
    const valuesOf = (rows: Row[] = []) =>
      rows.map((row) => row[column] ?? null).filter((value) => value !== null)
    const followersWith = new Map<unknown, string[]>()
    for (const id of followers) {
      for (const value of valuesOf(theirs.get(id))) {
        followersWith.set(value, [...(followersWith.get(value) ?? []), id])
      }
    }
    const staying = [...ours.keys()].filter((id) => !followers.has(id) || kept.has(id))
    for (let at = 0; at < staying.length; at++) {
      const id = staying[at] ?? ''
      const meets = valuesOf(ours.get(id)).flatMap((value) => followersWith.get(value) ?? [])
      for (const other of meets) {
        if (other === id || kept.has(other)) continue
        kept.add(other)
        staying.push(other)
      }
    }
  }
  return kept
}

/** Columns of the table whose value no two rows share. */
function uniqueColumns(table: string): string[] {
  const collection = EDITABLE_IDS.find((id) => tableOf(id) === table)
  const { unique = [] }: Partial<Editable> = collection ? EDITABLE[collection] : {}
  return unique.map(snake)
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
