// Tables without geometry, which are read whole: taxonomy, targets, stories, rates; and which data these are.
import type { RegionId } from '#server/store/region-id.ts'

export type DocumentStore = {
  /** In the order of the source: camelCase keys, empty cells null. */
  rows: (region: RegionId, table: string) => Promise<Record<string, unknown>[]>
  /** What the base says of itself: its hash, its boundaries. */
  dataset: (region: RegionId) => Promise<Record<string, string>>
}
