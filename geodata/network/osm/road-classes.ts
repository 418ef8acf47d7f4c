// Which ways are roads, and of what rank?
import type { Tags } from '#geodata/network/osm/tags.ts'

/** Order is by rank and is part of the file format: motorway first. */
export const ROAD_CLASSES = [
  'motorway',
  'motorway_link',
  'trunk',
  'trunk_link',
  'primary',
  'primary_link',
  'secondary',
  'secondary_link',
  'tertiary',
  'tertiary_link',
  'unclassified',
  'residential',
  'living_street',
  'service',
  'track',
  'road',
  'ferry',
] as const
export type RoadClass = (typeof ROAD_CLASSES)[number]

const HIGHWAYS: ReadonlySet<string | undefined> = new Set(
  ROAD_CLASSES.filter((name) => name !== 'ferry'),
)

/** `construction` on an open road: works beside the traffic. */
const WORKS_IN_TRAFFIC: ReadonlySet<string> = new Set(['no', 'minor', 'widening'])

export type RoadKind = { roadClass: RoadClass; underConstruction: boolean }

/** Null: not a road for vehicles, or not there at all (proposed, razed, the outline of a square). */
export function roadKind(tags: Tags): RoadKind | null {
  if (tags.area === 'yes') return null
  if (tags.route === 'ferry') return { roadClass: 'ferry', underConstruction: false }
  const { highway, construction } = tags
  if (highway === 'construction') {
    const roadClass = classOf(construction ?? 'road')
    // "construction=yes" and the like: something will be driven here, its rank is not said.
    if (roadClass !== null) return { roadClass, underConstruction: true }
    return construction === 'yes' ? { roadClass: 'road', underConstruction: true } : null
  }
  const roadClass = classOf(highway)
  if (roadClass === null) return null
  const underConstruction = construction !== undefined && !WORKS_IN_TRAFFIC.has(construction)
  return { roadClass, underConstruction }
}

function classOf(highway: string | undefined): RoadClass | null {
  return HIGHWAYS.has(highway) ? (highway as RoadClass) : null
}
