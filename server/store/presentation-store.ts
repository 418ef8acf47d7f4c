// Presentations that are on, kept so that a restart of the server loses none of their followers.
import type { RegionId } from '#server/store/region-id.ts'

/** `text` is JSON of whoever keeps it; the store does not look into it. */
export type KeptText = { id: string; text: string }

export type PresentationStore = {
  all: (region: RegionId) => Promise<KeptText[]>
  /** In the place of what was kept under this id. */
  keep: (region: RegionId, kept: KeptText) => Promise<void>
  remove: (region: RegionId, id: string) => Promise<void>
}
