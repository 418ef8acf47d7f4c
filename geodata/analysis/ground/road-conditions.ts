// Which streets and classes does a request mean by its conditions?

import { STREET_LIMIT_METERS, type StreetRoads } from '#geodata/analysis/ground/street-roads.ts'
import type { RoadConditions } from '#geodata/contract/processes/roads.ts'
import type { RoadClass } from '#geodata/network/osm/road-classes.ts'
import type { Conditions } from '#geodata/network/street/conditions.ts'

const CLASSES: Record<Exclude<RoadConditions['avoid'][number], 'toll'>, readonly RoadClass[]> = {
  motorway: ['motorway', 'motorway_link'],
  trunk: ['trunk', 'trunk_link'],
  primary: ['primary', 'primary_link'],
  secondary: ['secondary', 'secondary_link'],
  tertiary: ['tertiary', 'tertiary_link'],
  local: ['unclassified', 'residential', 'living_street', 'service', 'track', 'road'],
  ferry: ['ferry'],
}

/** The conditions by street and class; a place to close that is near no street is reported by its index. */
export function conditionsOf(
  { index }: StreetRoads,
  { avoid, closedNear, timeFactor, timeFactorByClass }: RoadConditions,
): { kind: 'conditions'; conditions: Conditions } | { kind: 'no-street'; closedIndex: number } {
  const closed = closedNear.map((lngLat) => {
    const [lng7, lat7] = lngLat.map((degrees) => Math.round(degrees * 1e7))
    return index.nearest(lng7 ?? 0, lat7 ?? 0, STREET_LIMIT_METERS, () => true)?.street
  })
  const closedIndex = closed.indexOf(undefined)
  if (closedIndex >= 0) return { kind: 'no-street', closedIndex }
  return {
    kind: 'conditions',
    conditions: {
      closedStreets: closed.filter((street) => street !== undefined),
      avoidedClasses: avoid.flatMap((one) => (one === 'toll' ? [] : CLASSES[one])),
      avoidsToll: avoid.includes('toll'),
      timeFactor,
      timeFactorByClass: Object.fromEntries(
        Object.entries(timeFactorByClass).flatMap(([name, factor]) =>
          CLASSES[name as keyof typeof CLASSES].map((roadClass) => [roadClass, factor]),
        ),
      ),
    },
  }
}
