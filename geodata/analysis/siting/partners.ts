// Who is near each candidate, in truck time? All candidates in one matrix each way.
import {
  type Drawing,
  type DrawnWays,
  drawnWays,
  type Named,
  pointOf,
} from '#geodata/analysis/doubt/drawing.ts'
import { placeOf, type RegionFacts } from '#geodata/analysis/facts.ts'
import { type AccessDoubt, accessDoubt, accessOf } from '#geodata/analysis/ground/access-doubt.ts'
import {
  type End,
  endOf,
  type Ground,
  type Trip,
  tripsBetween,
} from '#geodata/analysis/ground/trips.ts'
import { type Maker, makersOf, type Purchased, purchased } from '#geodata/analysis/siting/makers.ts'
import type { Candidate, Plant, Question } from '#geodata/analysis/siting/question.ts'
import type { Company, Hub, Platform } from '#geodata/contract/collections.ts'
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
  /** Its ways where places are drawn; null: nobody draws, or it is not reached. */
  drawn: DrawnWays | null
}

/** A maker of an input, and in which draws it makes it. */
export type InputMaker = Pick<Maker, 'basis' | 'chance'> & {
  partner: Partner
  /** Even numbers 0 … 1: below its chance, it makes the input. null: nobody draws, or it surely does. */
  drawnChance: Float64Array | null
  /** The draws in which it makes the input; null: all. */
  makingDraws: Uint16Array | null
}

/** Those of one candidate; lists whose order does not matter are in the order of the facts. */
export type Partners = {
  /** What to know of where the candidate itself meets the roads. */
  doubt: AccessDoubt | null
  /** At which of its points the candidate is in every draw; null: it is known exactly, or nobody draws. */
  point: Uint8Array | null
  /** In the order of the plants asked for. */
  plants: Partner[]
  /** The inputs of the product with their makers, towards the candidate. */
  inputs: { input: Purchased; makers: InputMaker[] }[]
  /** Firms of the segment, vehicle makers left out; those of unknown place among them. */
  sameTrade: { partner: Partner; company: Company }[]
  /** Who makes the same product, and who may; none where only a segment is asked for. */
  rivals: (InputMaker & { company: Company })[]
  /** Ports and rail terminals. */
  hubs: Partner[]
}

type Asked = {
  facts: RegionFacts
  question: Question
  plants: readonly Plant[]
  inputs: Pick<SitingInputs, 'upstream' | 'doubt'>
}

/** The partners of every candidate, in their order. */
export function partnersOf(
  ground: Ground,
  { facts, question, plants, inputs }: Asked,
  candidates: readonly Candidate[],
  drawing: Drawing | null = null,
): Partners[] {
  const makers = (input: Purchased) =>
    makersOf(facts, input, inputs.doubt.makerChance).map((maker) => {
      const drawnChance =
        maker.basis !== 'product' && drawing
          ? drawing.draws.evenly(makesName(maker.company.properties.id, input))
          : null
      return { ...maker, drawnChance, makingDraws: drawnChance && drawsBelow(drawnChance, maker) }
    })
  const bought = purchased(facts, question, inputs).map((input) => ({
    input,
    makers: makers(input),
  }))
  const { product: title, productId } = question
  const rivals = (title && productId ? makers({ productId, segmentId: null, title }) : []).filter(
    ({ company }) => company.properties.kind !== 'oem',
  )
  const trade = facts.companies.filter(
    ({ properties }) =>
      properties.kind !== 'oem' && properties.segmentIds.includes(question.segmentId),
  )
  const hubs = facts.hubs.filter(({ properties: { kind } }) => kind === 'port' || kind === 'rail')
  const sites = candidates.map(({ place }) => endOf(ground, place))
  const outward = reachable(ground, [
    ...plants.map(({ company }) => company),
    ...trade,
    ...rivals.map(({ company }) => company),
    ...hubs,
  ])
  const inward = reachable(
    ground,
    bought.flatMap(({ makers }) => makers.map(({ company }) => company)),
  )
  const there = tripsBetween(ground, sites, outward.ends)
  const here = tripsBetween(ground, inward.ends, sites)
  const drawnThere = drawnWays(ground, drawing, candidates, outward.places, 'outward')
  const drawnHere = drawnWays(ground, drawing, candidates, inward.places, 'inward')
  return sites.map(({ meeting }, site) => {
    const to = (feature: Company | Hub) => {
      const index = outward.indexOf(feature) ?? -1
      const drawn = drawnThere?.(site, index) ?? null
      return partnerOf(feature, outward.ends[index], there[site]?.[index], drawn)
    }
    const from = (feature: Company) => {
      const index = inward.indexOf(feature) ?? -1
      const drawn = drawnHere?.(site, index) ?? null
      return partnerOf(feature, inward.ends[index], here[index]?.[site], drawn)
    }
    return {
      doubt: accessDoubt(accessOf(meeting)),
      point: pointOf(drawing, candidates[site]),
      plants: plants.map(({ company }) => to(company)),
      inputs: bought.map(({ input, makers }) => ({
        input,
        makers: makers.map(({ company, ...maker }) => ({ ...maker, partner: from(company) })),
      })),
      sameTrade: trade.map((company) => ({ partner: to(company), company })),
      rivals: rivals.map((rival) => ({ ...rival, partner: to(rival.company) })),
      hubs: hubs.map(to),
    }
  })
}

function drawsBelow(even: Float64Array, { chance }: Maker): Uint16Array {
  return Uint16Array.from([...even.keys()].filter((draw) => (even[draw] ?? 1) < chance))
}

/** Whether a firm makes what is bought, as one variable; of one product several kinds may be bought. */
export function makesName(companyId: string, { productId, segmentId, title }: Purchased): string {
  return `${companyId} makes ${productId ?? segmentId ?? ''} ${title.zh}`
}

type Reached = Company | Hub | Platform

/** The ways of every candidate to further places, drawn as those to its partners are: by candidate, then by place. */
export function partnersAt(
  ground: Ground,
  candidates: readonly Candidate[],
  features: readonly Reached[],
  drawing: Drawing,
): Partner[][] {
  const { places, ends, indexOf } = reachable(ground, features)
  const sites = candidates.map(({ place }) => endOf(ground, place))
  const trips = tripsBetween(ground, sites, ends)
  const drawn = drawnWays(ground, drawing, candidates, places, 'outward')
  return candidates.map((_, site) =>
    features.map((feature) => {
      const index = indexOf(feature) ?? -1
      return partnerOf(feature, ends[index], trips[site]?.[index], drawn?.(site, index) ?? null)
    }),
  )
}

/** Each placed feature once, with where it meets the roads. */
function reachable(ground: Ground, features: readonly Reached[]) {
  const indices = new Map<string, number>()
  const places: Named[] = []
  for (const feature of features) {
    const { id } = feature.properties
    const place = placeOf(feature)
    if (!place || indices.has(id)) continue
    indices.set(id, places.length)
    places.push({ id, place })
  }
  return {
    places,
    ends: places.map(({ place }) => endOf(ground, place)),
    indexOf: (feature: Reached) => indices.get(feature.properties.id),
  }
}

function partnerOf(
  feature: Reached,
  end: End | undefined,
  trip: Trip | undefined,
  drawn: DrawnWays | null,
): Partner {
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
    drawn: isReached ? drawn : null,
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
