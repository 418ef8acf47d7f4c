// What lies nearest to a place in truck time, and how much farther than the crow flies?
import { placeOf, type RegionFacts } from '#geodata/analysis/facts.ts'
import { endOf, type Ground, spreadFrom, type Trip, tripTo } from '#geodata/analysis/trips.ts'
import type {
  NearestInputs,
  NearestResult,
  OdMatrixInputs,
  OdMatrixResult,
} from '#geodata/contract/processes.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { greatCircleMeters } from '#geodata/model/lng-lat.ts'

/** Rows of one collection by truck seconds from the origin, nearest first. */
export function nearest(
  ground: Ground,
  facts: RegionFacts,
  inputs: NearestInputs,
): Omit<NearestResult, 'basis'> {
  const spread = spreadFrom(ground, { lngLat: inputs.origin, radiusKilometers: 0 })
  const items: NearestResult['items'] = []
  const unmeasured: NearestResult['unmeasured'] = []
  for (const feature of candidates(facts, inputs)) {
    const { id, nameZh, nameEn } = feature.properties
    const place = placeOf(feature)
    const trip = place && tripTo(ground, spread, place)
    if (place && trip?.kind === 'reached') {
      items.push({
        id,
        nameZh,
        nameEn,
        lngLat: [...place.lngLat],
        duration: trip.duration,
        lengthMeters: trip.lengthMeters,
        straightMeters: Math.round(greatCircleMeters(inputs.origin, place.lngLat)),
      })
    } else unmeasured.push({ id, nameZh, nameEn, reason: reasonOf(trip) })
  }
  items.sort(
    (a, b) => a.duration.centralSeconds - b.duration.centralSeconds || (a.id < b.id ? -1 : 1),
  )
  return { items: items.slice(0, inputs.count), unmeasured }
}

function candidates(facts: RegionFacts, { collection, kind, segmentId }: NearestInputs) {
  if (collection === 'hubs')
    return facts.hubs.filter((hub) => !kind || hub.properties.kind === kind)
  if (collection === 'parks') {
    return facts.parks.filter(
      ({ properties }) =>
        (!kind || properties.role === kind) &&
        (!segmentId || properties.segmentIds.includes(segmentId)),
    )
  }
  return facts.companies.filter(
    ({ properties }) =>
      (!kind || properties.kind === kind) &&
      (!segmentId || properties.segmentIds.includes(segmentId)),
  )
}

function reasonOf(trip: Trip | null): Bilingual {
  if (!trip)
    return {
      zh: '坐标未知，无法测算',
      en: 'Its coordinates are unknown, so it cannot be measured.',
    }
  if (trip.kind === 'too-far') {
    const kilometers = Math.round(trip.nearestMeters / 1000)
    return {
      zh: `离最近的互通 ${kilometers} 公里，超过 40 公里`,
      en: `The nearest interchange is ${kilometers} km away, beyond 40 km.`,
    }
  }
  return { zh: '路网不通', en: 'The network has no way between them.' }
}

/** Seconds and meters from every origin to every destination, row per origin. */
export function odMatrix(ground: Ground, inputs: OdMatrixInputs): Omit<OdMatrixResult, 'basis'> {
  const placed = (lngLats: OdMatrixInputs['origins'], radii: number[] | undefined) =>
    lngLats.map((lngLat, index) => endOf(ground, { lngLat, radiusKilometers: radii?.[index] ?? 0 }))
  const destinations = placed(inputs.destinations, inputs.destinationRadiusKilometers)
  const trips = placed(inputs.origins, inputs.originRadiusKilometers).map((origin) => {
    const spread = spreadFrom(ground, origin)
    return destinations.map((destination) => tripTo(ground, spread, destination))
  })
  const matrix = (read: (trip: Extract<Trip, { kind: 'reached' }>) => number) =>
    trips.map((row) => row.map((trip) => (trip.kind === 'reached' ? read(trip) : null)))
  return {
    durationSeconds: matrix(({ duration }) => duration.centralSeconds),
    durationLowSeconds: matrix(({ duration }) => duration.lowSeconds),
    durationHighSeconds: matrix(({ duration }) => duration.highSeconds),
    lengthMeters: matrix(({ lengthMeters }) => lengthMeters),
    issues: trips.flatMap((row, origin) =>
      row.flatMap((trip, destination) =>
        trip.kind === 'reached'
          ? []
          : [{ kind: trip.kind, origin, destination, detail: reasonOf(trip) }],
      ),
    ),
  }
}
