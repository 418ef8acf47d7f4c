// What does each criterion measure at one candidate, in its own unit?
import { placeOf, type RegionFacts } from '#geodata/analysis/facts.ts'
import type { Candidate, Plant, Question } from '#geodata/analysis/siting.ts'
import { SITING_CRITERIA, valueAt } from '#geodata/analysis/siting-criteria.ts'
import { type Ground, type Spread, spreadFrom, tripTo } from '#geodata/analysis/trips.ts'
import type { Company } from '#geodata/contract/collections.ts'
import type {
  CriterionId,
  SitingInputs,
  SitingResult,
  SitingTerm,
} from '#geodata/contract/processes/siting.ts'
import type { Bilingual, SecondsInterval } from '#geodata/contract/shared.ts'

export type Context = {
  ground: Ground
  facts: RegionFacts
  inputs: SitingInputs
  question: Question
  plants: Plant[]
  weights: Record<CriterionId, number>
}

type Entry = SitingResult['ranking'][number]
export type MeasuredCandidate = Omit<
  Entry,
  'rank' | 'rankLow' | 'rankHigh' | 'score' | 'scoreLow' | 'scoreHigh'
> &
  Pick<Candidate, 'park'>

type Raw =
  | { raw: number; low: number; high: number; source: string }
  | { unknown: Bilingual; source: string }
type Destination = {
  id: string
  nameZh: string
  nameEn: string
  lngLat: [number, number]
  duration: SecondsInterval | null
}

export function measureCandidate(context: Context, candidate: Candidate): MeasuredCandidate {
  const { ground, facts, question, inputs } = context
  const spread = spreadFrom(ground, candidate.place)
  const plants = context.plants.map(({ company }) => destination(ground, spread, company))
  const inbound = spreadFrom(ground, candidate.place, 'inward')
  const upstream = upstreamOf(context, inbound)
  const hubs = facts.hubs
    .filter(({ properties }) => properties.kind === 'port' || properties.kind === 'rail')
    .map((hub) => destination(ground, spread, hub))
    .filter((hub) => hub.duration)
    .sort(byTime)
  const raws: Record<CriterionId, Raw> = {
    plantMinutes: meanMinutes(plants, context),
    plantsWithin: countWithin(plants, inputs.plantWindowMinutes, '整车厂名录 plants.csv'),
    upstreamMinutes: upstream.raw,
    cluster: clusterOf(context, candidate, spread),
    hubMinutes: hubs[0]?.duration
      ? minutes(hubs[0].duration, networkSource(ground))
      : {
          unknown: { zh: '无可达的港口或铁路站', en: 'No port or rail terminal is reachable.' },
          source: 'hubs.csv',
        },
    segmentFit: segmentFit(context, candidate),
    land: undevelopedLand(candidate),
  }
  return {
    id: candidate.id,
    kind: candidate.kind,
    nameZh: candidate.nameZh,
    nameEn: candidate.nameEn,
    lngLat: [candidate.place.lngLat[0], candidate.place.lngLat[1]],
    park: candidate.park,
    terms: SITING_CRITERIA.map((criterion) => term(criterion, raws[criterion.id], context)),
    flags: [...flagsOf(candidate, question, inputs), ...unreachedPlants(plants)],
    plants: plants.sort(byTime),
    suppliers: upstream.suppliers,
    nearestHub: hubs[0] ?? null,
  }
}

function term(criterion: (typeof SITING_CRITERIA)[number], raw: Raw, context: Context): SitingTerm {
  const weight = context.weights[criterion.id]
  const scale =
    criterion.id === 'plantsWithin'
      ? { ...criterion, best: Math.max(1, context.plants.length) }
      : criterion
  const known = !('unknown' in raw)
  const ends = known ? [valueAt(scale, raw.low), valueAt(scale, raw.high)] : [0, 1]
  const value = known ? valueAt(scale, raw.raw) : 0.5
  const valueLow = Math.min(...ends, value)
  const valueHigh = Math.max(...ends, value)
  return {
    criterion: criterion.id,
    weight,
    raw: known ? round(raw.raw) : null,
    rawLow: known ? round(raw.low) : null,
    rawHigh: known ? round(raw.high) : null,
    unit: criterion.unit,
    value,
    valueLow,
    valueHigh,
    contribution: value * weight * 100,
    contributionLow: valueLow * weight * 100,
    contributionHigh: valueHigh * weight * 100,
    known,
    reason: known ? null : raw.unknown,
    source: raw.source,
  }
}

function destination(
  ground: Ground,
  spread: Spread,
  feature: {
    geometry: { coordinates: number[] } | null
    properties: {
      id: string
      nameZh: string
      nameEn: string
      precisionRadiusKilometers: number | null
    }
  },
): Destination {
  const place = placeOf(feature)
  const trip = place && tripTo(ground, spread, place)
  const { id, nameZh, nameEn } = feature.properties
  return {
    id,
    nameZh,
    nameEn,
    lngLat: [place?.lngLat[0] ?? 0, place?.lngLat[1] ?? 0],
    duration: trip?.kind === 'reached' ? trip.duration : null,
  }
}

function networkSource({ roads: { title } }: Ground): string {
  return `${title.zh} ${title.en}`
}

function meanMinutes(plants: Destination[], { ground, inputs, plants: rows }: Context): Raw {
  const known = rows
    .map((row) => row.capacity)
    .filter((capacity) => capacity !== null)
    .sort((a, b) => a - b)
  const median = known[Math.floor(known.length / 2)] ?? 1
  let weights = 0
  const sums = { low: 0, raw: 0, high: 0 }
  plants.forEach(({ duration }, index) => {
    if (!duration) return
    const weight = inputs.weightPlantsByCapacity ? (rows[index]?.capacity ?? median) : 1
    weights += weight
    sums.low += weight * duration.lowSeconds
    sums.raw += weight * duration.centralSeconds
    sums.high += weight * duration.highSeconds
  })
  if (weights === 0)
    return {
      unknown: { zh: '没有可达的整车厂', en: 'No vehicle plant is reachable.' },
      source: 'plants.csv',
    }
  return {
    raw: sums.raw / weights / 60,
    low: sums.low / weights / 60,
    high: sums.high / weights / 60,
    source: `${networkSource(ground)}; plants.csv`,
  }
}

function countWithin(plants: Destination[], window: number, source: string): Raw {
  const count = (key: keyof SecondsInterval) =>
    plants.filter(({ duration }) => duration && duration[key] <= window * 60).length
  return {
    raw: count('centralSeconds'),
    low: count('highSeconds'),
    high: count('lowSeconds'),
    source,
  }
}

function upstreamOf(
  { ground, facts, question }: Context,
  spread: Spread,
): { raw: Raw; suppliers: Destination[] } {
  const inputs = facts.productInputs.filter(
    (row) =>
      question.productId &&
      row.productId === question.productId &&
      (row.inputProductId || row.inputSegmentId),
  )
  if (inputs.length === 0) {
    return {
      raw: {
        unknown: {
          zh: '该产品的上游投入未知',
          en: 'What this product is made from is not recorded.',
        },
        source: 'product_inputs.csv',
      },
      suppliers: [],
    }
  }
  const nearestOf = inputs.flatMap((row) => {
    const makers = facts.companies.filter(
      ({ properties }) => row.inputProductId && properties.productIds.includes(row.inputProductId),
    )
    const firms =
      makers.length > 0
        ? makers
        : facts.companies.filter(
            ({ properties }) =>
              row.inputSegmentId && properties.segmentIds.includes(row.inputSegmentId),
          )
    const reached = firms
      .map((firm) => destination(ground, spread, firm))
      .filter(({ duration }) => duration)
    return reached.sort(byTime).slice(0, 1)
  })
  if (nearestOf.length === 0) {
    return {
      raw: {
        unknown: { zh: '没有已知的上游企业', en: 'No upstream firm is known.' },
        source: 'companies.csv',
      },
      suppliers: [],
    }
  }
  const mean = (key: keyof SecondsInterval) =>
    nearestOf.reduce((sum, { duration }) => sum + (duration?.[key] ?? 0), 0) / nearestOf.length / 60
  return {
    raw: {
      raw: mean('centralSeconds'),
      low: mean('lowSeconds'),
      high: mean('highSeconds'),
      source: `${networkSource(ground)}; product_inputs.csv`,
    },
    suppliers: [...new Map(nearestOf.map((firm) => [firm.id, firm])).values()].sort(byTime),
  }
}

function clusterOf(
  { ground, facts, question, inputs }: Context,
  candidate: Candidate,
  spread: Spread,
): Raw {
  const same = facts.companies.filter((company) => sameTrade(company, question))
  const placed = same.map((company) => destination(ground, spread, company))
  const inPark = same.filter(
    ({ properties, geometry }) => !geometry && properties.parkId === candidate.id,
  ).length
  const counted = countWithin(placed, inputs.clusterMinutes, 'companies.csv')
  if ('unknown' in counted) return counted
  return {
    ...counted,
    raw: counted.raw + inPark,
    low: counted.low + inPark,
    high: counted.high + inPark,
  }
}

function sameTrade({ properties }: Company, question: Question): boolean {
  return properties.kind !== 'oem' && properties.segmentIds.includes(question.segmentId)
}

/** 1: the park is assigned the segment; 0.5: another park of its district is; 0: neither. */
function segmentFit({ facts, question }: Context, { park }: Candidate): Raw {
  const source = 'parks.csv'
  if (!park)
    return { unknown: { zh: '图钉没有园区分工', en: 'A pin has no park assignment.' }, source }
  if (park.properties.segmentIds.length === 0)
    return { unknown: { zh: '园区分工未知', en: 'The park’s assignment is unknown.' }, source }
  if (park.properties.segmentIds.includes(question.segmentId))
    return { raw: 1, low: 1, high: 1, source }
  const inDistrict = facts.parks.some(
    ({ properties }) =>
      properties.adcode !== null &&
      properties.adcode === park.properties.adcode &&
      properties.segmentIds.includes(question.segmentId),
  )
  const share = inDistrict ? 0.5 : 0
  return { raw: share, low: share, high: share, source }
}

function undevelopedLand({ park }: Candidate): Raw {
  const source = park?.properties.source ?? 'parks.csv'
  const planned = park?.properties.plannedAreaSquareKilometers ?? null
  const developed = park?.properties.developedAreaSquareKilometers ?? null
  if (planned === null || developed === null) {
    return { unknown: { zh: '未开发用地未知', en: 'Undeveloped land is unknown.' }, source }
  }
  const land = planned - developed
  return { raw: land, low: land, high: land, source }
}

function flagsOf({ park }: Candidate, question: Question, inputs: SitingInputs): Bilingual[] {
  const flags: Bilingual[] = []
  if (inputs.constraints.powerMegavoltAmperes !== undefined) {
    flags.push({
      zh: `可供电力未知，须核实 ≥ ${inputs.constraints.powerMegavoltAmperes} MVA`,
      en: `Available power is unknown; check ≥ ${inputs.constraints.powerMegavoltAmperes} MVA.`,
    })
  }
  const landKnown =
    park?.properties.plannedAreaSquareKilometers != null &&
    park.properties.developedAreaSquareKilometers != null
  if (inputs.constraints.areaHectares !== undefined && !landKnown) {
    flags.push({
      zh: `可用地未知，须核实 ≥ ${inputs.constraints.areaHectares} 公顷`,
      en: `Available land is unknown; check ≥ ${inputs.constraints.areaHectares} ha.`,
    })
  }
  if (question.matchedBy === 'segment' && question.productId) {
    flags.push({
      zh: '没有企业登记到产品，按环节计',
      en: 'No firm is recorded for the product; counted by segment.',
    })
  }
  return flags
}

/** Plants without an answer are left out of the mean: the reader must know. */
function unreachedPlants(plants: Destination[]): Bilingual[] {
  const count = plants.filter(({ duration }) => duration === null).length
  if (count === 0) return []
  return [
    {
      zh: `${count} 家整车厂无法测算，未计入平均`,
      en: `${count} plants cannot be measured and are left out of the mean.`,
    },
  ]
}

function minutes(duration: SecondsInterval, source: string): Raw {
  return {
    raw: duration.centralSeconds / 60,
    low: duration.lowSeconds / 60,
    high: duration.highSeconds / 60,
    source,
  }
}

function byTime(a: Destination, b: Destination): number {
  return (
    (a.duration?.centralSeconds ?? Infinity) - (b.duration?.centralSeconds ?? Infinity) ||
    (a.id < b.id ? -1 : 1)
  )
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
