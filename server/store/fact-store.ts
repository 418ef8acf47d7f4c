// Which data are these, and what was written since somebody last looked?
import type { HomeRegion } from '#geodata/model/region.ts'
import type { RegionId } from '#server/store/region-id.ts'

/** Only the store that gave it can read it. */
export type Revision = string & { readonly revision: unique symbol }

export type Touched = { table: string; id: string }

export type FactStore = {
  /** What is particular to the region, beside its rows. */
  home: (region: RegionId) => Promise<HomeRegion>
  revision: (region: RegionId) => Promise<Revision>
  /** Rows that may be others now, whoever wrote them; 'any' when nobody can say which. */
  touchedSince: (region: RegionId, revision: Revision) => Promise<Touched[] | 'any'>
  /** The base's hash while every row is the base's; another for other data, whoever edited them. */
  identity: (region: RegionId) => Promise<string>
}
