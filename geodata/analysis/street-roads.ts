// How does a place meet a street network? At the nearest point of a street a truck can enter there.
//
// The way to it is charged as local road. Two places on one street drive along it where that is
// open; two places nearer to each other than to their streets drive straight over, by local roads the
// network does not hold.
import { LOCAL_DETOUR, localDeciseconds } from '#geodata/analysis/duration.ts'
import type { End, Meeting, Roads, Way } from '#geodata/analysis/trips.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { greatCircleMeters, type LngLat } from '#geodata/model/lng-lat.ts'
import type { Start } from '#geodata/network/costs-from.ts'
import { alongStreet, type Snapped, snap, startsOf } from '#geodata/network/street/snap.ts'
import { StreetIndex } from '#geodata/network/street/street-index.ts'
import type { StreetNetwork } from '#geodata/network/street/street-network.ts'

/**
 * Farther from every street a place is too far: an extract of major roads leaves at most a few
 * kilometers to the nearest one around parks and towns, so more means it lies outside the extract.
 */
export const STREET_LIMIT_METERS = 10_000

export type StreetRoads = Roads & {
  readonly kind: 'street'
  readonly network: StreetNetwork
  readonly index: StreetIndex
}

export function streetRoads(network: StreetNetwork, title: Bilingual): StreetRoads {
  const index = new StreetIndex(network.streets)
  return {
    kind: 'street',
    title,
    network,
    index,
    hierarchy: network.hierarchy,
    meet: (lngLat, speedKmPerHour) => meet(network, index, lngLat, speedKmPerHour),
    directWay: (from, to) => directWay(network, from, to),
  }
}

function meet(
  network: StreetNetwork,
  index: StreetIndex,
  lngLat: LngLat,
  speedKmPerHour: number,
): Meeting {
  const snapped = snap(network, index, lngLat, STREET_LIMIT_METERS)
  if (snapped.kind === 'too-far') {
    const { limitMeters } = snapped
    return { kind: 'too-far', nearestMeters: null, limitMeters, entry: 'street' }
  }
  const offsetDeciseconds = localDeciseconds(snapped.offsetMeters, speedKmPerHour)
  const lengthMeters = snapped.offsetMeters * LOCAL_DETOUR
  const fromPlace = (start: Start): Start => ({
    node: start.node,
    costDeciseconds: start.costDeciseconds + offsetDeciseconds,
    lengthMeters: start.lengthMeters + lengthMeters,
  })
  return {
    kind: 'met',
    starts: {
      outward: startsOf(network, snapped, 'outward').map(fromPlace),
      inward: startsOf(network, snapped, 'inward').map(fromPlace),
    },
    access: {
      entry: 'street',
      name: nameOf(network, snapped),
      accessMeters: Math.round(lengthMeters),
      accessSeconds: offsetDeciseconds / 10,
      passedIslandMeters:
        snapped.passedIslandMeters === null ? null : Math.round(snapped.passedIslandMeters),
      isIsland: snapped.isIsland,
    },
    onStreet: { street: snapped.street, share: snapped.share },
  }
}

function directWay(network: StreetNetwork, from: End, to: End): Way | null {
  if (from.meeting.kind === 'too-far' || to.meeting.kind === 'too-far') return null
  const [a, b] = [from.meeting, to.meeting]
  const offsets = a.access.accessMeters + b.access.accessMeters
  const straightMeters = greatCircleMeters(from.lngLat, to.lngLat)
  const speed = Math.min(from.speedKmPerHour, to.speedKmPerHour)
  const over: Way | null =
    straightMeters * LOCAL_DETOUR <= offsets
      ? {
          costDeciseconds: localDeciseconds(straightMeters, speed),
          lengthMeters: straightMeters * LOCAL_DETOUR,
        }
      : null
  const along = a.onStreet && b.onStreet && alongStreet(network, a.onStreet, b.onStreet)
  if (!along) return over
  const offsetDeciseconds = Math.round(10 * (a.access.accessSeconds + b.access.accessSeconds))
  const way = {
    costDeciseconds: along.costDeciseconds + offsetDeciseconds,
    lengthMeters: along.lengthMeters + offsets,
  }
  return over && over.costDeciseconds <= way.costDeciseconds ? over : way
}

/** What the street is called: its name, else its number, else nothing. */
function nameOf({ streets, texts }: StreetNetwork, { street }: Snapped): string {
  return texts[streets.name[street] ?? 0] || texts[streets.ref[street] ?? 0] || ''
}
