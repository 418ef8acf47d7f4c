// How is a place of a scenario told? By the name it was given, or by how far it is from what has one.
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { greatCircleMeters, type LngLat } from '#geodata/model/lng-lat.ts'

export type NamedFacts = Pick<RegionFacts, 'parks' | 'hubs' | 'districts'>

/** Whoever types a name gets its place to five digits of a degree, which is about a meter. */
const SAME_PLACE_METERS = 20
/** Farther from anything that has a name, its degrees say more. */
const NEAR_METERS = 100_000

type Named = { name: Bilingual; lngLat: LngLat }

/** In the order in which a typed name is looked up: parks, districts, hubs. */
function* namedIn({ parks, hubs, districts }: NamedFacts): Iterable<Named> {
  for (const { properties: p, geometry } of parks) {
    const [lng = 0, lat = 0] = geometry.coordinates
    yield { name: { zh: p.labelZh, en: p.labelEn }, lngLat: [lng, lat] }
  }
  for (const { properties: p } of districts) {
    yield { name: { zh: p.nameZh, en: p.nameEn || p.nameZh }, lngLat: [p.labelLng, p.labelLat] }
  }
  for (const { properties: p, geometry } of hubs) {
    const [lng = 0, lat = 0] = geometry.coordinates
    yield { name: { zh: p.nameZh, en: p.nameEn || p.nameZh }, lngLat: [lng, lat] }
  }
}

/** The park, district or hub that stands there; else the nearest and how far it is; far from all, degrees. */
export function placeTold(facts: NamedFacts, at: LngLat): Bilingual {
  let nearest: (Named & { meters: number }) | null = null
  for (const one of namedIn(facts)) {
    const meters = greatCircleMeters(at, one.lngLat)
    if (!nearest || meters < nearest.meters) nearest = { ...one, meters }
  }
  if (!nearest || nearest.meters > NEAR_METERS) {
    const degrees = `${at[0].toFixed(3)}, ${at[1].toFixed(3)}`
    return { zh: degrees, en: degrees }
  }
  const { name, meters } = nearest
  if (meters <= SAME_PLACE_METERS) return name
  const kilometers = (meters / 1000).toFixed(1)
  return { zh: `距${name.zh} ${kilometers} 公里处`, en: `a point ${kilometers} km from ${name.en}` }
}
