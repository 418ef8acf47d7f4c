// What lies nearest to a place in truck time, and how much farther than the crow flies?
//
// Every row of a collection is measured twice: by the quickest truck trip (trips.ts) and by the great
// circle. Both orders are reported as ranks, 1 + the number that are nearer. Detour = length of that trip ÷
// straight line; mountains and rivers make it large. Places are discs, so both are intervals: the
// straight line by the sum of the two radii. Only where neither interval overlaps, A nearer in a
// straight line and B quicker, is the straight line said to mislead; of such pairs the one with the
// greatest ratio of times is reported.
import { placeOf, type RegionFacts } from '#geodata/analysis/facts.ts'
import { accessDoubt, accessOf } from '#geodata/analysis/ground/access-doubt.ts'
import {
  type End,
  endOf,
  type Ground,
  type Place,
  spreadFrom,
  type TooFar,
  type Trip,
  tripsBetween,
  tripTo,
} from '#geodata/analysis/ground/trips.ts'
import type { NearestInputs, NearestResult } from '#geodata/contract/processes/nearest.ts'
import type { OdMatrixInputs, OdMatrixResult } from '#geodata/contract/processes/od-matrix.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { greatCircleMeters } from '#geodata/model/lng-lat.ts'
import { PRECISION_RADIUS_KILOMETERS } from '#geodata/model/precision.ts'

type Item = NearestResult['items'][number]
type Measured = Omit<Item, 'timeRank' | 'straightRank'>

/** Rows of one collection by truck seconds from the origin, nearest first. */
export function nearest(
  ground: Ground,
  facts: RegionFacts,
  inputs: NearestInputs,
): Omit<NearestResult, 'access' | 'basis'> {
  const origin = { lngLat: inputs.origin, radiusKilometers: inputs.originRadiusKilometers }
  const spread = spreadFrom(ground, origin, inputs.direction)
  const measured: Measured[] = []
  const unmeasured: NearestResult['unmeasured'] = []
  for (const feature of candidates(facts, inputs)) {
    const { id, nameZh, nameEn } = feature.properties
    if (inputs.exceptIds.includes(id)) continue
    const place = placeOf(feature)
    const end = place && endOf(ground, place)
    const trip = end && tripTo(ground, spread, end)
    if (end && trip?.kind === 'reached') {
      measured.push({
        id,
        nameZh,
        nameEn,
        lngLat: [...end.lngLat],
        duration: trip.duration,
        lengthMeters: trip.lengthMeters,
        ...straightTo(origin, end, trip.lengthMeters),
        access: accessOf(end.meeting),
      })
    } else unmeasured.push({ id, nameZh, nameEn, reason: reasonOf(trip) })
  }
  measured.sort(
    (a, b) => a.duration.centralSeconds - b.duration.centralSeconds || (a.id < b.id ? -1 : 1),
  )
  const timeRank = ranksOf(measured.map(({ duration }) => duration.centralSeconds))
  const straightRank = ranksOf(measured.map(({ straightMeters }) => straightMeters))
  return {
    items: measured.slice(0, inputs.count).map((item, index) => ({
      ...item,
      timeRank: timeRank[index] ?? 0,
      straightRank: straightRank[index] ?? 0,
    })),
    measuredCount: measured.length,
    misleading: misleadingPair(measured),
    unmeasured,
  }
}

function straightTo(origin: Place, place: Place, lengthMeters: number) {
  const meters = Math.round(greatCircleMeters(origin.lngLat, place.lngLat))
  const doubtMeters = 1000 * (radiusOf(origin) + radiusOf(place))
  return {
    straightMeters: meters,
    straightLowMeters: Math.max(0, Math.round(meters - doubtMeters)),
    straightHighMeters: Math.round(meters + doubtMeters),
    detour: meters > doubtMeters ? lengthMeters / meters : null,
  }
}

/** As in a trip: a place of unrecorded precision counts as a district. */
function radiusOf({ radiusKilometers }: Place): number {
  return radiusKilometers ?? PRECISION_RADIUS_KILOMETERS.district ?? 0
}

/** 1 + how many are smaller. */
function ranksOf(amounts: readonly number[]): number[] {
  const sorted = amounts.toSorted((a, b) => a - b)
  return amounts.map((amount) => sorted.indexOf(amount) + 1)
}

function misleadingPair(measured: readonly Measured[]): NearestResult['misleading'] {
  let most = 0
  let pair: NearestResult['misleading'] = null
  for (const straight of measured) {
    for (const quick of measured) {
      if (straight.duration.lowSeconds <= quick.duration.highSeconds) continue
      if (straight.straightHighMeters >= quick.straightLowMeters) continue
      const times = straight.duration.centralSeconds / quick.duration.centralSeconds
      if (times <= most) continue
      most = times
      pair = { straightId: straight.id, timeId: quick.id }
    }
  }
  return pair
}

function candidates(facts: RegionFacts, { collection, kind, segmentId, productId }: NearestInputs) {
  if (collection === 'hubs')
    return facts.hubs.filter((hub) => !kind || hub.properties.kind === kind)
  if (collection === 'platforms') return facts.platforms
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
      (!segmentId || properties.segmentIds.includes(segmentId)) &&
      (!productId || properties.productIds.includes(productId)),
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
  const origins = placed(inputs.origins, inputs.originRadiusKilometers)
  const destinations = placed(inputs.destinations, inputs.destinationRadiusKilometers)
  const trips = tripsBetween(ground, origins, destinations)
  const matrix = (read: (trip: Extract<Trip, { kind: 'reached' }>) => number) =>
    trips.map((row) => row.map((trip) => (trip.kind === 'reached' ? read(trip) : null)))
  return {
    durationSeconds: matrix(({ duration }) => duration.centralSeconds),
    ...((inputs.originRadiusKilometers || inputs.destinationRadiusKilometers) && {
      durationLowSeconds: matrix(({ duration }) => duration.lowSeconds),
      durationHighSeconds: matrix(({ duration }) => duration.highSeconds),
    }),
    lengthMeters: matrix(({ lengthMeters }) => lengthMeters),
    issues: [
      ...doubtsOf(origins).map(({ index, ...doubt }) => ({ ...doubt, origin: index })),
      ...doubtsOf(destinations).map(({ index, ...doubt }) => ({ ...doubt, destination: index })),
      ...trips.flatMap((row, origin) =>
        row.flatMap((trip, destination) =>
          trip.kind === 'reached'
            ? []
            : [{ kind: trip.kind, origin, destination, detail: reasonOf(trip) }],
        ),
      ),
    ],
  }
}

function doubtsOf(ends: readonly End[]) {
  return ends.flatMap(({ meeting }, index) => {
    const doubt = accessDoubt(accessOf(meeting))
    return doubt ? [{ ...doubt, index }] : []
  })
}
