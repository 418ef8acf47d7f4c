// Which data are these: the base's own, or the base with which edits?

import { hashOf } from '#geodata/model/hash.ts'
import { datasetOf, memoriesOf, unitsOf } from '#server/store/base-merge.ts'
import { fingerprint, NOTHING } from '#server/store/rows.ts'
import type { Tables } from '#server/store/tables.ts'

/** The base's hash while every row is the base's; another for other data, whoever edited them. */
export function identityOf({ database }: Tables): string {
  const base = datasetOf(database).hash ?? ''
  const tables = database
    .prepare(
      `SELECT table_name FROM gpkg_contents WHERE table_name NOT IN ('dataset', 'history', 'base_rows', 'proposals') ORDER BY table_name`,
    )
    .pluck()
    .all() as string[]
  const edits = tables.flatMap((table) => {
    const memories = memoriesOf(database, table)
    const units = unitsOf(database, 'main', table)
    return [...new Set([...units.keys(), ...memories.keys()])].sort().flatMap((id) => {
      const held = fingerprint(units.get(id) ?? [])
      return held === (memories.get(id)?.stored ?? NOTHING) ? [] : [[table, id, held]]
    })
  })
  return edits.length === 0 ? base : hashOf([base, edits])
}
