// How do the candidates for the vehicle park compare, each figure traceable to the rows it is made of?
//
// Suppliers drive to the park (inward); hubs and parts parks are reached from it (outward).

import { namedEnds, placeOf, type RegionFacts } from '#geodata/analysis/facts.ts'
import { doubtfulEnds } from '#geodata/analysis/ground/access-doubt.ts'
import { countWithin, medianMinutes } from '#geodata/analysis/ground/doubtful.ts'
import {
  type Ground,
  type Place,
  type Spread,
  spreadFrom,
  tripTo,
} from '#geodata/analysis/ground/trips.ts'
import { reasonOf } from '#geodata/analysis/nearest/nearest.ts'
import type { Park } from '#geodata/contract/collections.ts'
import type {
  Doubtful,
  TimedRow,
  VehicleParkCandidate,
  VehicleParkInputs,
  VehicleParkResult,
} from '#geodata/contract/processes/vehicle-park.ts'
import type { Confidence } from '#geodata/contract/shared.ts'

const HUB_KINDS = ['rail', 'port', 'airport'] as const
const isHubKind = (kind: string) => HUB_KINDS.some((one) => one === kind)

/** The comparison, or the first park id nothing in the data answers to. */
export function vehiclePark(
  ground: Ground,
  facts: RegionFacts,
  inputs: VehicleParkInputs,
):
  | { kind: 'compared'; result: Omit<VehicleParkResult, 'basis'> }
  | { kind: 'unknown-id'; id: string; pointer: string } {
  const byId = new Map(facts.parks.map((park) => [park.properties.id, park]))
  const missing = inputs.parkIds?.findIndex((id) => !byId.has(id)) ?? -1
  if (missing >= 0) {
    const id = inputs.parkIds?.[missing] ?? ''
    return { kind: 'unknown-id', id, pointer: `/inputs/parkIds/${missing}` }
  }
  const compared = inputs.parkIds
    ? inputs.parkIds.flatMap((id) => byId.get(id) ?? [])
    : facts.parks.filter(({ properties }) => properties.role === 'vehicle')
  const suppliers = facts.companies.filter(
    ({ properties: { kind, segmentIds } }) =>
      kind !== 'oem' && (!inputs.segmentId || segmentIds.includes(inputs.segmentId)),
  )
  const segmentIds = facts.taxonomy
    .filter(
      ({ system, segmentId }) =>
        system !== null && (!inputs.segmentId || segmentId === inputs.segmentId),
    )
    .map(({ segmentId }) => segmentId)
  const partsParks = facts.parks.filter(
    ({ properties }) => properties.role === 'parts' && properties.stage !== 'partner',
  )
  const context = { ground, facts, inputs, suppliers, segmentIds, partsParks }
  return {
    kind: 'compared',
    result: {
      supplierCount: suppliers.length,
      segmentCount: segmentIds.length,
      parkCount: partsParks.length,
      candidates: compared.flatMap((park) => {
        const place = placeOf(park)
        return place ? [candidateOf(context, park, place)] : []
      }),
      doubtfulEnds: doubtfulEnds(
        ground,
        namedEnds([
          ...compared,
          ...suppliers,
          ...partsParks,
          ...facts.hubs.filter(({ properties }) => isHubKind(properties.kind)),
        ]),
      ),
      assumptions: ASSUMPTIONS,
    },
  }
}

const ASSUMPTIONS = [
  {
    zh: '供应商为名录中除整车企业外的全部企业；名录不等于全部企业。',
    en: 'Suppliers are all firms of the list except vehicle makers; known is not all.',
  },
  {
    zh: '位置不明的企业可能在任何地方：计入区间上限，不计入下限。',
    en: 'Firms of unknown place may be anywhere: they count in the high end only.',
  },
]

type Context = {
  ground: Ground
  facts: RegionFacts
  inputs: VehicleParkInputs
  suppliers: RegionFacts['companies']
  segmentIds: string[]
  partsParks: Park[]
}

function candidateOf(context: Context, park: Park, place: Place): VehicleParkCandidate {
  const { ground, facts, inputs, segmentIds } = context
  const inward = spreadFrom(ground, place, 'inward')
  const outward = spreadFrom(ground, place)
  const suppliers = context.suppliers.map((firm) => timed(ground, inward, firm))
  const parks = context.partsParks
    .filter(({ properties }) => properties.id !== park.properties.id)
    .map((other) => timed(ground, outward, other))
  const timesOf = (rows: readonly TimedRow[]) => rows.map(({ duration }) => duration)
  const timesBySegment = segmentIds.map((segmentId) =>
    suppliers.flatMap(({ duration }, index) =>
      context.suppliers[index]?.properties.segmentIds.includes(segmentId) ? [duration] : [],
    ),
  )
  const { id, nameZh, nameEn, labelZh, labelEn, precisionRadiusKilometers } = park.properties
  return {
    id,
    nameZh,
    nameEn,
    labelZh,
    labelEn,
    precisionRadiusKilometers,
    medianMinutes: medianMinutes(timesOf(suppliers)),
    covered: inputs.cutoffMinutes.map((cutoffMinutes) => ({
      cutoffMinutes,
      suppliers: countWithin(timesOf(suppliers), cutoffMinutes),
      segments: segmentsWithin(timesBySegment, cutoffMinutes),
      parks: countWithin(timesOf(parks), cutoffMinutes),
    })),
    hubs: HUB_KINDS.map((kind) => ({
      kind,
      nearest:
        facts.hubs
          .filter(({ properties }) => properties.kind === kind)
          .map((hub) => timed(ground, outward, hub))
          .filter(({ duration }) => duration)
          .sort(byTime)[0] ?? null,
    })),
    plants: plantsIn(facts, id),
    land: {
      plannedSquareKilometers: park.properties.plannedAreaSquareKilometers,
      developedSquareKilometers: park.properties.developedAreaSquareKilometers,
      source: park.properties.source,
      confidence: park.properties.confidence,
    },
    suppliers: suppliers.sort(byTime),
    parks: parks.sort(byTime),
  }
}

/** A segment is covered as soon as one of its suppliers is. */
function segmentsWithin(
  timesBySegment: Parameters<typeof countWithin>[0][],
  cutoffMinutes: number,
): Doubtful {
  const counts = timesBySegment.map((times) => countWithin(times, cutoffMinutes))
  const covered = (key: 'low' | 'central' | 'high') =>
    counts.filter((count) => (count[key] ?? 0) > 0).length
  return { low: covered('low'), central: covered('central'), high: covered('high') }
}

function plantsIn(facts: RegionFacts, parkId: string): VehicleParkCandidate['plants'] {
  return facts.plants.flatMap((plant) => {
    if (plant.rowType !== 'plant') return []
    const company = facts.companies.find(({ properties }) => properties.id === plant.companyId)
    if (company?.properties.parkId !== parkId) return []
    return [
      {
        id: company.properties.id,
        nameZh: plant.nameZh,
        status: plant.status,
        capacityVehiclesPerYear: plant.designedCapacityVehiclesPerYear,
        source: plant.source,
      },
    ]
  })
}

function timed(
  ground: Ground,
  spread: Spread,
  feature: Parameters<typeof placeOf>[0] & {
    properties: {
      id: string
      nameZh: string
      nameEn: string
      source: string
      confidence: Confidence
    }
  },
): TimedRow {
  const place = placeOf(feature)
  const trip = place && tripTo(ground, spread, place)
  const { id, nameZh, nameEn, source, confidence } = feature.properties
  const reached = trip?.kind === 'reached'
  return {
    id,
    nameZh,
    nameEn,
    duration: reached ? trip.duration : null,
    reason: reached ? null : reasonOf(trip),
    source,
    confidence,
  }
}

function byTime(a: TimedRow, b: TimedRow): number {
  const seconds = ({ duration }: TimedRow) => duration?.centralSeconds ?? Number.POSITIVE_INFINITY
  const [first, second] = [seconds(a), seconds(b)]
  return first === second ? a.id.localeCompare(b.id) : first - second
}
