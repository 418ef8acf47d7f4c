// What is known of the ground on which a place may lie: every area, also beyond the region, and the rivers.
import type { KnownGround } from '#geodata/analysis/place/place-doubts.ts'
import type { District } from '#geodata/contract/collections.ts'
import type { Region } from '#server/region/region.ts'
import type { Store } from '#server/store/store.ts'

/** Kept as long as the region's districts are the same: another program may change them in the file. */
const known = new WeakMap<readonly District[], Promise<KnownGround>>()

export function knownGround(store: Pick<Store, 'rows'>, region: Region): Promise<KnownGround> {
  const { districts } = region.facts
  const ground = known.get(districts) ?? readGround(store, region)
  known.set(districts, ground)
  ground.catch(() => known.delete(districts))
  return ground
}

async function readGround(
  { rows }: Pick<Store, 'rows'>,
  { id, facts }: Region,
): Promise<KnownGround> {
  const { features } = await rows.features(id, 'districts')
  return {
    // Another program may have left an area without its outline.
    areas: features.filter(({ geometry }) => geometry) as unknown as KnownGround['areas'],
    basemap: facts.basemap,
    home: facts.home,
  }
}
