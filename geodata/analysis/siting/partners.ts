// Who is near each candidate, in truck time? All candidates in one matrix each way.
import { placeOf, type RegionFacts } from '#geodata/analysis/facts.ts'
import { type AccessDoubt, accessDoubt, accessOf } from '#geodata/analysis/ground/access-doubt.ts'
import {
  type End,
  endOf,
  type Ground,
  type Trip,
  tripsBetween,
} from '#geodata/analysis/ground/trips.ts'
import type { Candidate, Plant, Question } from '#geodata/analysis/siting/question.ts'
import type { Company, Hub } from '#geodata/contract/collections.ts'
import type { SitingInputs } from '#geodata/contract/processes/siting.ts'
import type { SecondsInterval } from '#geodata/contract/shared.ts'

/** A firm that a truck drives to or comes from. */
export type Partner = {
  id: string
  nameZh: string
  nameEn: string
  lngLat: [number, number]
  /** null: without a place, too far from the roads, or no way. */
  duration: SecondsInterval | null
  lengthMeters: number | null
  /** What to know of where it meets the roads. */
  doubt: AccessDoubt | null
}

/** Those of one candidate; lists whose order does not matter are in the order of the facts. */
export type Partners = {
  /** What to know of where the candidate itself meets the roads. */
  doubt: AccessDoubt | null
  /** In the order of the plants asked for. */
  plants: Partner[]
  /** The makers of each input of the product that has any, towards the candidate. */
  makersByInput: Partner[][]
  /** Firms of the segment, vehicle makers left out; those of unknown place among them. */
  sameTrade: { partner: Partner; company: Company }[]
  /** Ports and rail terminals. */
  hubs: Partner[]
}

type Asked = {
  facts: RegionFacts
  question: Question
  plants: readonly Plant[]
  inputs: Pick<SitingInputs, 'upstream'>
}

/** The partners of every candidate, in their order. */
export function partnersOf(
  ground: Ground,
  { facts, question, plants, inputs }: Asked,
  candidates: readonly Candidate[],
): Partners[] {
  const makers = purchased(facts, question, inputs).map((one) => makersOf(facts, one))
  const trade = facts.companies.filter(
    ({ properties }) =>
      properties.kind !== 'oem' && properties.segmentIds.includes(question.segmentId),
  )
  const hubs = facts.hubs.filter(({ properties: { kind } }) => kind === 'port' || kind === 'rail')
  const sites = candidates.map(({ place }) => endOf(ground, place))
  const outward = reachable(ground, [...plants.map(({ company }) => company), ...trade, ...hubs])
  const inward = reachable(ground, makers.flat())
  const there = tripsBetween(ground, sites, outward.ends)
  const here = tripsBetween(ground, inward.ends, sites)
  return sites.map(({ meeting }, site) => {
    const to = (feature: Company | Hub) => {
      const index = outward.indexOf(feature) ?? -1
      return partnerOf(feature, outward.ends[index], there[site]?.[index])
    }
    const from = (feature: Company) => {
      const index = inward.indexOf(feature) ?? -1
      return partnerOf(feature, inward.ends[index], here[index]?.[site])
    }
    return {
      doubt: accessDoubt(accessOf(meeting)),
      plants: plants.map(({ company }) => to(company)),
      makersByInput: makers.map((firms) => firms.map(from)),
      sameTrade: trade.map((company) => ({ partner: to(company), company })),
      hubs: hubs.map(to),
    }
  })
}

type Purchased = { productId: string | null; segmentId: string | null }

/** What the user says is bought, or what the facts record for the product. */
export function purchased(
  { productInputs, taxonomy }: RegionFacts,
  { productId }: Question,
  { upstream }: Pick<SitingInputs, 'upstream'>,
): Purchased[] {
  if (upstream) {
    return upstream.map((one) => ({
      productId: one.productId ?? null,
      segmentId: one.segmentId ?? segmentOf(taxonomy, one.productId),
    }))
  }
  return productInputs
    .filter((row) => productId && row.productId === productId)
    .map((row) => ({ productId: row.inputProductId, segmentId: row.inputSegmentId }))
    .filter((one) => one.productId || one.segmentId)
}

function segmentOf(taxonomy: RegionFacts['taxonomy'], productId: string | undefined) {
  const holds = taxonomy.find(({ products }) => products.some((one) => one.productId === productId))
  return holds?.segmentId ?? null
}

/** Who makes a purchased input, or, where no maker is recorded, the firms of its segment. */
export function makersOf(
  { companies }: RegionFacts,
  { productId, segmentId }: Purchased,
): Company[] {
  const makers = companies.filter(
    ({ properties }) => productId && properties.productIds.includes(productId),
  )
  if (makers.length > 0) return makers
  return companies.filter(
    ({ properties }) => segmentId && properties.segmentIds.includes(segmentId),
  )
}

/** Each placed feature once, with where it meets the roads. */
function reachable(ground: Ground, features: readonly (Company | Hub)[]) {
  const places = new Map<string, number>()
  const ends: End[] = []
  for (const feature of features) {
    const place = placeOf(feature)
    if (!place || places.has(feature.properties.id)) continue
    places.set(feature.properties.id, ends.length)
    ends.push(endOf(ground, place))
  }
  return { ends, indexOf: (feature: Company | Hub) => places.get(feature.properties.id) }
}

function partnerOf(feature: Company | Hub, end: End | undefined, trip: Trip | undefined): Partner {
  const { id, nameZh, nameEn } = feature.properties
  const [lng, lat] = placeOf(feature)?.lngLat ?? [0, 0]
  const isReached = trip?.kind === 'reached'
  return {
    id,
    nameZh,
    nameEn,
    lngLat: [lng, lat],
    duration: isReached ? trip.duration : null,
    lengthMeters: isReached ? trip.lengthMeters : null,
    doubt: end ? accessDoubt(accessOf(end.meeting)) : null,
  }
}

/** The soonest first; who cannot be reached comes last. */
export function byTime(a: Partner, b: Partner): number {
  return (
    (a.duration?.centralSeconds ?? Infinity) - (b.duration?.centralSeconds ?? Infinity) ||
    (a.id < b.id ? -1 : 1)
  )
}

export function nearestHub({ hubs }: Partners): Partner | null {
  return hubs.filter(({ duration }) => duration).sort(byTime)[0] ?? null
}
