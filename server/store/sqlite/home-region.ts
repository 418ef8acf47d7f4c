// Which region are these data of? The base says so, beside its hash.
import type Database from 'better-sqlite3'
import { HomeRegionShape } from '#geodata/contract/region.ts'
import type { HomeRegion } from '#geodata/model/region.ts'
import { datasetOf } from '#server/store/sqlite/base-merge.ts'

/** Null: a base of an older version, which does not say. */
export function homeRegionOf(database: Database.Database): HomeRegion | null {
  const parsed = HomeRegionShape.safeParse(JSON.parse(datasetOf(database).region ?? 'null'))
  return parsed.success ? parsed.data : null
}
