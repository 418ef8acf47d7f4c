// The clouds and ways of each network, kept from question to question.
import { type Clouds, cloudsOver } from '#geodata/analysis/doubt/clouds.ts'
import { earthOf, type RegionFacts } from '#geodata/analysis/facts.ts'
import type { Ground } from '#geodata/analysis/ground/trips.ts'

type Kept = Pick<RegionFacts, 'districts' | 'basemap'> & { clouds: Clouds }

/** As long as districts and rivers are the same: a firm that moves is a place of its own. */
const kept = new WeakMap<Ground, Kept>()

export function cloudsOf(
  { ground }: { ground: Ground },
  { districts, basemap }: RegionFacts,
): Clouds {
  const known = kept.get(ground)
  if (known?.districts === districts && known.basemap === basemap) return known.clouds
  const clouds = cloudsOver(ground, earthOf({ districts, basemap }))
  kept.set(ground, { districts, basemap, clouds })
  return clouds
}
