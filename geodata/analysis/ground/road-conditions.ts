// Which streets and classes does a request mean by its conditions?

import { STREET_LIMIT_METERS, type StreetRoads } from '#geodata/analysis/ground/street-roads.ts'
import type { RoadConditions } from '#geodata/contract/processes/roads.ts'
import { ROAD_CLASSES, type RoadClass } from '#geodata/network/osm/road-classes.ts'
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

type Class = keyof typeof CLASSES
type Asked = RoadConditions['avoid'][number]

/** What cannot be asked of this network: where it stands in the conditions, and why. */
type Refused = { path: string; why: 'no-street' | 'no-such-road' }

/** The conditions by street and class, or all that this network knows nothing of. */
export function conditionsOf(
  roads: StreetRoads,
  { avoid, closedNear, timeFactor, timeFactorByClass }: RoadConditions,
): { kind: 'conditions'; conditions: Conditions } | { kind: 'refused'; refused: Refused[] } {
  const closed = closedNear.map((lngLat) => {
    const [lng7, lat7] = lngLat.map((degrees) => Math.round(degrees * 1e7))
    return roads.index.nearest(lng7 ?? 0, lat7 ?? 0, STREET_LIMIT_METERS, () => true)?.street
  })
  const factors = Object.entries(timeFactorByClass) as [Class, number][]
  const knows = knownTo(roads)
  const refused: Refused[] = [
    ...avoid.flatMap((one, at): Refused[] =>
      knows(one) ? [] : [{ path: `avoid/${at}`, why: 'no-such-road' }],
    ),
    ...closed.flatMap((street, at): Refused[] =>
      street === undefined ? [{ path: `closedNear/${at}`, why: 'no-street' }] : [],
    ),
    ...factors.flatMap(([one]): Refused[] =>
      knows(one) ? [] : [{ path: `timeFactorByClass/${one}`, why: 'no-such-road' }],
    ),
  ]
  if (refused.length > 0) return { kind: 'refused', refused }
  return {
    kind: 'conditions',
    conditions: {
      closedStreets: closed.filter((street) => street !== undefined),
      avoidedClasses: avoid.flatMap((one) => (one === 'toll' ? [] : CLASSES[one])),
      avoidsToll: avoid.includes('toll'),
      timeFactor,
      timeFactorByClass: Object.fromEntries(
        factors.flatMap(([name, factor]) => CLASSES[name].map((one) => [one, factor])),
      ),
    },
  }
}

/** Whether the network holds a road of the kind; of tolls, whether it says of any that it takes one. */
function knownTo({ network, tellsTolls }: StreetRoads): (one: Asked) => boolean {
  const held = new Set<RoadClass | undefined>()
  for (const index of network.streets.roadClass) held.add(ROAD_CLASSES[index])
  return (one) => (one === 'toll' ? tellsTolls : CLASSES[one].some((name) => held.has(name)))
}
