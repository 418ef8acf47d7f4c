// What lies nearest to a place in truck time, and how much farther than the crow flies?
//
// Every row of a collection is measured twice: by the quickest truck trip (trips.ts) and by the great
// circle. Both orders are reported as ranks, 1 + the number that are nearer. Detour = length of that trip ÷
// straight line; mountains and rivers make it large. Places are discs: minutes are drawn as everywhere
// (siting/told-pairs.ts), the straight line is bounded by the sum of the two radii. Only where A is surely nearer
// in a straight line and B quicker in 95 % of the draws is the straight line said to mislead; of such pairs the
// one with the greatest ratio of times is reported.
import { doubtTold } from '#geodata/analysis/doubt/assumptions.ts'
import { type Clouds, cloudsOver } from '#geodata/analysis/doubt/clouds.ts'
import type { Named } from '#geodata/analysis/doubt/drawing.ts'
import { TOLD_APART_SHARE } from '#geodata/analysis/doubt/standings.ts'
import { earthOf, placeOf, type RegionFacts } from '#geodata/analysis/facts.ts'
import { accessDoubt, accessOf } from '#geodata/analysis/ground/access-doubt.ts'
import {
  type End,
  endOf,
  type Ground,
  type Place,
  type TooFar,
  type Trip,
  tripsBetween,
} from '#geodata/analysis/ground/trips.ts'
import type { Doubt } from '#geodata/analysis/siting/criterion.ts'
import { doubtOf } from '#geodata/analysis/siting/doubt-of.ts'
import { minutesOf } from '#geodata/analysis/siting/drawn-ways.ts'
import { type ToldPair, toldPairs } from '#geodata/analysis/siting/told-pairs.ts'
import { DoubtAsked } from '#geodata/contract/processes/doubt.ts'
import type { NearestInputs, NearestResult } from '#geodata/contract/processes/nearest.ts'
import type { OdMatrixInputs, OdMatrixResult } from '#geodata/contract/processes/od-matrix.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { greatCircleMeters } from '#geodata/model/lng-lat.ts'
import { PRECISION_RADIUS_KILOMETERS } from '#geodata/model/precision.ts'

type Item = NearestResult['items'][number]
type Measured = Omit<Item, 'timeRank' | 'straightRank'> & { pair: ToldPair }

/** Rows of one collection by truck seconds from the origin, nearest first. */
export function nearest(
  ground: Ground,
  facts: RegionFacts,
  inputs: NearestInputs,
  clouds: Clouds = cloudsOver(ground, earthOf(facts)),
): Omit<NearestResult, 'access' | 'basis'> {
  const origin = { lngLat: inputs.origin, radiusKilometers: inputs.originRadiusKilometers }
  const doubt = doubtOf(inputs.doubt)
  const sought = candidates(facts, inputs).filter(
    ({ properties }) => !inputs.exceptIds.includes(properties.id),
  )
  const placed = sought.flatMap((feature) => {
    const place = placeOf(feature)
    return place ? [{ id: feature.properties.id, place }] : []
  })
  const here = namedAt(facts, origin)
  const [pairs = []] = toldPairs(ground, { clouds, doubt }, [here], placed, inputs.direction)
  const pairOf = new Map(placed.map(({ id, place }, index) => [id, { place, pair: pairs[index] }]))
  const measured: Measured[] = []
  const unmeasured: NearestResult['unmeasured'] = []
  for (const {
    properties: { id, nameZh, nameEn },
  } of sought) {
    const { place, pair } = pairOf.get(id) ?? {}
    if (place && pair?.duration && pair.trip.kind === 'reached') {
      const { duration, likelyMinutes, trip } = pair
      const { lengthMeters } = trip
      const there = endOf(ground, place)
      measured.push({
        id,
        nameZh,
        nameEn,
        lngLat: [...place.lngLat],
        duration,
        likelyMinutes,
        lengthMeters,
        ...straightTo(origin, place, lengthMeters),
        access: accessOf(there.meeting),
        pair,
      })
    } else unmeasured.push({ id, nameZh, nameEn, reason: reasonOf(pair?.trip ?? null) })
  }
  measured.sort(
    (a, b) => a.duration.centralSeconds - b.duration.centralSeconds || (a.id < b.id ? -1 : 1),
  )
  const timeRank = ranksOf(measured.map(({ duration }) => duration.centralSeconds))
  const straightRank = ranksOf(measured.map(({ straightMeters }) => straightMeters))
  return {
    items: measured.slice(0, inputs.count).map(({ pair: _, ...item }, index) => ({
      ...item,
      timeRank: timeRank[index] ?? 0,
      straightRank: straightRank[index] ?? 0,
    })),
    measuredCount: measured.length,
    misleading: misleadingPair(measured, doubt),
    unmeasured,
    doubt: doubtTold(inputs.doubt, ['place', 'speed']),
  }
}

type Known = Pick<RegionFacts, 'parks' | 'companies' | 'hubs' | 'platforms'>

/** A bare place by its name in the draws: what is recorded just there, as imprecisely, draws as itself. */
function namedAt({ parks, companies, hubs, platforms }: Known, place: Place): Named {
  const name = place.lngLat.join()
  const there = [...parks, ...companies, ...hubs, ...platforms].find((feature) => {
    const its = placeOf(feature)
    return its?.lngLat.join() === name && radiusOf(its) === radiusOf(place)
  })
  return { id: there?.properties.id ?? `place ${name}`, place }
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

function misleadingPair(measured: readonly Measured[], doubt: Doubt): NearestResult['misleading'] {
  const seconds = ({ duration }: Measured) => duration.centralSeconds
  const pairs = measured.flatMap((straight) =>
    measured.flatMap((quick) =>
      seconds(straight) > seconds(quick) && straight.straightHighMeters < quick.straightLowMeters
        ? [{ straight, quick, times: seconds(straight) / seconds(quick) }]
        : [],
    ),
  )
  const drawn = new Map<string, Float64Array>()
  const minutes = ({ id, pair }: Measured) => {
    const known = drawn.get(id) ?? new Float64Array(doubt.draws.count)
    if (!drawn.has(id)) minutesOf(known, pair.here, pair, doubt)
    drawn.set(id, known)
    return known
  }
  const found = pairs
    .sort((a, b) => b.times - a.times)
    .find(({ straight, quick }) => {
      const [slow, fast] = [minutes(straight), minutes(quick)]
      let slower = 0
      for (let draw = 0; draw < slow.length; draw++)
        if ((slow[draw] ?? 0) > (fast[draw] ?? 0)) slower += 1
      return slower >= TOLD_APART_SHARE * slow.length
    })
  return found ? { straightId: found.straight.id, timeId: found.quick.id } : null
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

/** Where no radius is given nothing is drawn. */
type MatrixAsked = Omit<OdMatrixInputs, 'doubt'> & Partial<Pick<OdMatrixInputs, 'doubt'>>

const NOTHING_KNOWN = {
  parks: [],
  companies: [],
  hubs: [],
  platforms: [],
  districts: [],
  basemap: [],
}

/**
 * Seconds and meters from every origin to every destination, row per origin. With radii the seconds have the
 * bounds and the likely range that any other question tells of the same pair.
 */
export function odMatrix(
  ground: Ground,
  inputs: MatrixAsked,
  facts: Known & Parameters<typeof earthOf>[0] = NOTHING_KNOWN,
  clouds: Clouds = cloudsOver(ground, earthOf(facts)),
): Omit<OdMatrixResult, 'basis'> {
  const placed = (lngLats: OdMatrixInputs['origins'], radii: number[] | undefined) =>
    lngLats.map((lngLat, index) => ({ lngLat, radiusKilometers: radii?.[index] ?? 0 }))
  const from = placed(inputs.origins, inputs.originRadiusKilometers)
  const to = placed(inputs.destinations, inputs.destinationRadiusKilometers)
  const origins = from.map((place) => endOf(ground, place))
  const destinations = to.map((place) => endOf(ground, place))
  const isDoubted = inputs.originRadiusKilometers || inputs.destinationRadiusKilometers
  const { doubt: asked = DoubtAsked.parse({}) } = inputs
  const told = isDoubted
    ? toldPairs(
        ground,
        { clouds, doubt: doubtOf(asked) },
        from.map((place) => namedAt(facts, place)),
        to.map((place) => namedAt(facts, place)),
        'outward',
      )
    : null
  const trips = told
    ? told.map((row) => row.map(({ trip }) => trip))
    : tripsBetween(ground, origins, destinations)
  const matrix = (read: (trip: Extract<Trip, { kind: 'reached' }>) => number) =>
    trips.map((row) => row.map((trip) => (trip.kind === 'reached' ? read(trip) : null)))
  return {
    durationSeconds: matrix(({ duration }) => duration.centralSeconds),
    ...(told && drawnMatrices(told)),
    ...(told && { doubt: doubtTold(asked, ['place', 'speed']) }),
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

function drawnMatrices(told: readonly (readonly ToldPair[])[]) {
  const matrix = (read: (pair: ToldPair) => number | null | undefined) =>
    told.map((row) => row.map((pair) => read(pair) ?? null))
  const seconds = (minutes: number | undefined) => (minutes === undefined ? null : minutes * 60)
  return {
    durationLowSeconds: matrix(({ duration }) => duration?.lowSeconds),
    durationHighSeconds: matrix(({ duration }) => duration?.highSeconds),
    durationLikelyLowSeconds: matrix(({ likelyMinutes }) => seconds(likelyMinutes?.[0])),
    durationLikelyHighSeconds: matrix(({ likelyMinutes }) => seconds(likelyMinutes?.[1])),
  }
}

function doubtsOf(ends: readonly End[]) {
  return ends.flatMap(({ meeting }, index) => {
    const doubt = accessDoubt(accessOf(meeting))
    return doubt ? [{ ...doubt, index }] : []
  })
}
