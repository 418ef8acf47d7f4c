// What lies nearest to a place in truck time, and how much farther than the crow flies?
import { placeOf, type RegionFacts } from '#geodata/analysis/facts.ts'
import {
  endOf,
  type Ground,
  spreadFrom,
  type TooFar,
  type Trip,
  tripsBetween,
  tripTo,
} from '#geodata/analysis/trips.ts'
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

/** Why there is no trip, in words; null: the place itself is unknown. */
export function reasonOf(trip: Trip | null): Bilingual {
  if (!trip)
    return {
      zh: '坐标未知，无法测算',
      en: 'Its coordinates are unknown, so it cannot be measured.',
    }
  if (trip.kind === 'too-far') return tooFarReason(trip)
  return { zh: '路网不通', en: 'The network has no way between them.' }
}

/** Says how far the nearest entry is, or that none is within the limit. */
export function tooFarReason({ entry, nearestMeters, limitMeters }: TooFar): Bilingual {
  const limit = limitMeters / 1000
  if (entry === 'street') {
    return {
      zh: `${limit} 公里内没有卡车可进入的道路`,
      en: `No street a truck can enter is within ${limit} km.`,
    }
  }
  const kilometers = Math.round((nearestMeters ?? 0) / 1000)
  return {
    zh: `离最近的互通 ${kilometers} 公里，超过 ${limit} 公里`,
    en: `The nearest interchange is ${kilometers} km away, beyond ${limit} km.`,
  }
}

/** Seconds and meters from every origin to every destination, row per origin. */
export function odMatrix(ground: Ground, inputs: OdMatrixInputs): Omit<OdMatrixResult, 'basis'> {
  const placed = (lngLats: OdMatrixInputs['origins'], radii: number[] | undefined) =>
    lngLats.map((lngLat, index) => endOf(ground, { lngLat, radiusKilometers: radii?.[index] ?? 0 }))
  const trips = tripsBetween(
    ground,
    placed(inputs.origins, inputs.originRadiusKilometers),
    placed(inputs.destinations, inputs.destinationRadiusKilometers),
  )
  const matrix = (read: (trip: Extract<Trip, { kind: 'reached' }>) => number) =>
    trips.map((row) => row.map((trip) => (trip.kind === 'reached' ? read(trip) : null)))
  return {
    durationSeconds: matrix(({ duration }) => duration.centralSeconds),
    ...((inputs.originRadiusKilometers || inputs.destinationRadiusKilometers) && {
      durationLowSeconds: matrix(({ duration }) => duration.lowSeconds),
      durationHighSeconds: matrix(({ duration }) => duration.highSeconds),
    }),
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
