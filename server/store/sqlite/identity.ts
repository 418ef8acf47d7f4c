// Which data are these: the base's own, or the base with which edits?
import { createHash } from 'node:crypto'
import type { Touched } from '#server/store/fact-store.ts'
import { datasetOf } from '#server/store/sqlite/base-merge.ts'
import { NEVER, revisionOf, touchedSince } from '#server/store/sqlite/revision.ts'
import { fingerprint, NOTHING } from '#server/store/sqlite/rows.ts'
import type { Tables } from '#server/store/sqlite/tables.ts'
import { memoriesOf, memoryOf, unitAt, unitIdOf, unitsOf } from '#server/store/sqlite/units.ts'

/** Tables that do not count: the store's own records, what is saved of questions and work to do, on which no answer depends. */
const NO_DATA = [
  'dataset',
  'history',
  'base_rows',
  'proposals',
  'scenarios',
  'comparisons',
  'own_stories',
  'tasks',
]

/**
 * The base's hash while every row is the base's; another for other data, whoever edited them. Rows are
 * looked at again only where somebody wrote.
 */
export function identityOf(tables: Tables): () => string {
  const { database } = tables
  /** Fingerprints of the rows that are not as the base has them, by table and id. */
  const edits = new Map<string, string>()
  let looked = NEVER

  const keep = (table: string, id: string, held: string, stored: string) => {
    const key = JSON.stringify([table, id])
    if (held === stored) edits.delete(key)
    else edits.set(key, held)
  }
  function lookAtAll(): void {
    edits.clear()
    const names = database.prepare('SELECT table_name FROM gpkg_contents').pluck().all() as string[]
    for (const table of names.filter((name) => !NO_DATA.includes(name))) {
      const memories = memoriesOf(database, table)
      const units = unitsOf(database, 'main', table)
      for (const id of new Set([...units.keys(), ...memories.keys()])) {
        const stored = memories.get(id)?.stored ?? NOTHING
        keep(table, id, fingerprint(units.get(id) ?? []), stored)
      }
    }
  }
  function lookAt({ table, id }: Touched): void {
    if (NO_DATA.includes(table)) return
    const columns = tables.columns(table)
    const unit = unitIdOf(columns, id)
    const held = fingerprint(unitAt(database, table, columns, unit))
    keep(table, unit, held, memoryOf(database, table, unit)?.stored ?? NOTHING)
  }
  return () => {
    const now = revisionOf(database)
    const touched = touchedSince(database, looked)
    if (touched === 'any') lookAtAll()
    else for (const row of touched) lookAt(row)
    looked = now
    const base = datasetOf(database).hash ?? ''
    if (edits.size === 0) return base
    const hash = createHash('sha256').update(base)
    for (const key of [...edits.keys()].sort()) hash.update(`\n${key} ${edits.get(key)}`)
    return hash.digest('hex').slice(0, 16)
  }
}
