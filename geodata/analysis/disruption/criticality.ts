// Which stretches of road does the supply chain depend on most?
//
// Pairs are recorded makers of what plants take in and those plants, each pair once with the number of
// products that move. Every stretch is closed in turn, alone, and every pair measured again, exactly
// (network/losses.ts). A stretch is ranked by Σ products × minutes lost; a pair without any way left
// counts as `cutMinutes`, and leaves the window like one that comes too late. Minutes are the middle of
// trips; where both ends are close, the way over local roads does not use the stretch and stays.

import { type Links, linksOf } from '#geodata/analysis/disruption/links.ts'
import type { PlaceName } from '#geodata/analysis/disruption/stretch-names.ts'
import { firmsAndParks, placeOf, type RegionFacts } from '#geodata/analysis/facts.ts'
import { doubtfulEnds } from '#geodata/analysis/ground/access-doubt.ts'
import type { SkeletonRoads } from '#geodata/analysis/ground/skeleton-roads.ts'
import type { StreetRoads } from '#geodata/analysis/ground/street-roads.ts'
import { type End, endOf, type Ground, tripsBetween } from '#geodata/analysis/ground/trips.ts'
import { siteOf } from '#geodata/analysis/jit/site.ts'
import { sourcingKnown } from '#geodata/analysis/sourcing/known.ts'
import type { DisruptionInputs, DisruptionResult } from '#geodata/contract/processes/disruption.ts'
import type { SourcingKnown } from '#geodata/contract/processes/local-sourcing.ts'
import { lossesOf } from '#geodata/network/losses.ts'
import type { RoadClass } from '#geodata/network/osm/road-classes.ts'
import { UNREACHED } from '#geodata/network/road-network.ts'

type StreetOrSkeleton = Ground & { roads: SkeletonRoads | StreetRoads }
type Answer = Omit<DisruptionResult, 'basis'>
type Pair = { origin: number; destination: number; products: number }
type Outcome =
  | { kind: 'found'; result: Answer }
  | { kind: 'unknown-id'; pointer: string; id: string }

const CLASSES: Record<DisruptionInputs['classes'], readonly RoadClass[]> = {
  motorway: ['motorway', 'motorway_link'],
  main: ['motorway', 'motorway_link', 'trunk', 'trunk_link'],
}
const PAIRS_TOLD = 12

export function disruption(
  ground: StreetOrSkeleton,
  facts: RegionFacts,
  inputs: DisruptionInputs,
  report: (done: number, total: number) => void = () => {},
  places: readonly PlaceName[] = [],
): Outcome {
  const outcome = sourcingKnown(ground, facts, inputs)
  if (outcome.kind === 'unknown-id') return outcome
  const { known } = outcome
  const placed = new Map(
    facts.companies.flatMap((firm) => {
      const place = placeOf(firm)
      return place ? [[firm.properties.id, endOf(ground, place)] as const] : []
    }),
  )
  const makers = makersOf(ground, facts, inputs, known, placed)
  if ('kind' in makers) return makers
  const [own] = isOneSite(inputs) ? makers : []
  const plants = known.plants.flatMap((plant) => {
    const end = placed.get(plant.id)
    return end ? [{ plant, end }] : []
  })
  const links = linksOf(ground.roads, CLASSES[inputs.classes], places)
  const linkId = inputs.linkId ?? null
  const wantedGroup = linkId === null ? null : links.groupOfId(linkId)
  if (linkId !== null && wantedGroup === null) {
    return { kind: 'unknown-id', pointer: '/inputs/linkId', id: linkId }
  }
  const pairs = new Map<string, Pair & { directDeciseconds: number }>()
  makers.forEach(({ end, products }, origin) => {
    plants.forEach((plant, destination) => {
      const direct = ground.roads.directWay(end, plant.end)
      const directDeciseconds = direct?.costDeciseconds ?? UNREACHED
      pairs.set(`${origin} ${destination}`, { origin, destination, products, directDeciseconds })
    })
  })
  const found = new Map<number, Found>()
  lossesOf(
    links.rows,
    links.groupOf,
    makers.map(({ end }) => startsOf(end, 'outward')),
    plants.map(({ end }) => startsOf(end, 'inward')),
    ({ group, origin, destination, beforeDeciseconds, afterDeciseconds }) => {
      const pair = pairs.get(`${origin} ${destination}`)
      if (!pair) return
      const before = Math.min(beforeDeciseconds, pair.directDeciseconds)
      const after = Math.min(afterDeciseconds, pair.directDeciseconds)
      addLoss(found, group, pair, { before, after }, inputs)
    },
    report,
  )
  const ranked = [...found].sort(([a, one], [b, other]) => other.total - one.total || a - b)
  const wanted = wantedGroup === null ? ranked[0] : ranked.find(([group]) => group === wantedGroup)
  const trips = tripsBetween(
    ground,
    makers.map(({ end }) => end),
    plants.map(({ end }) => end),
  )
  const inWindow = [...pairs.values()].reduce((sum, { origin, destination, products }) => {
    const trip = trips[origin]?.[destination]
    const isIn =
      trip?.kind === 'reached' && trip.duration.centralSeconds <= inputs.withinMinutes * 60
    return sum + (isIn ? products : 0)
  }, 0)
  return {
    kind: 'found',
    result: {
      site: own ? namedOf(own.firm) : null,
      linkCount: links.count,
      pairCount: pairs.size,
      productsInWindow: inWindow,
      links: ranked.slice(0, inputs.count).map(([group, one]) => ({
        ...links.linkAt(group),
        lostProductMinutes: Math.round(one.total),
        mostMinutes: round(one.most),
        productsLeaving: one.out,
        productsCut: one.cut,
        pairCount: one.pairs.length,
        restsOn: restsOn(one, makers, plants),
      })),
      doubtfulEnds: doubtfulEnds(
        ground,
        firmsAndParks(
          facts,
          makers.map(({ firm }) => firm),
          plants.map(({ plant }) => plant),
        ),
      ),
      detail: wanted ? detailOf(ground, links, wanted, makers, plants) : null,
    },
  }
}

type Maker = { firm: NamedFirm; products: number; end: End }
type NamedFirm = { id: string; nameZh: string; nameEn: string }
type NamedPlant = { plant: NamedFirm; end: End }

/** Who delivers: the recorded makers of what plants take in, or the one site that is asked for. */
function makersOf(
  ground: StreetOrSkeleton,
  facts: RegionFacts,
  inputs: DisruptionInputs,
  known: SourcingKnown,
  placed: ReadonlyMap<string, End>,
): Maker[] | Extract<Outcome, { kind: 'unknown-id' }> {
  if (isOneSite(inputs)) {
    const site = siteOf(facts, inputs)
    if ('kind' in site) return { kind: 'unknown-id', pointer: site.pointer, id: site.id }
    const { described, place } = site
    const firm = { ...described, id: described.id ?? 'pin' }
    return place ? [{ firm, products: 1, end: endOf(ground, place) }] : []
  }
  const needed = new Set(known.products.map(({ productId }) => productId))
  return known.firms.flatMap((firm) => {
    const products = firm.productIds.filter((id) => needed.has(id)).length
    const end = placed.get(firm.id)
    return products > 0 && end ? [{ firm, products, end }] : []
  })
}

function isOneSite({ parkId, companyId, siteId, lngLat }: DisruptionInputs): boolean {
  return [parkId, companyId, siteId, lngLat].some((one) => one !== undefined)
}

/** The one maker or plant of all pairs that have no way left. */
function restsOn(
  { pairs }: Found,
  makers: readonly Maker[],
  plants: readonly NamedPlant[],
): Answer['links'][number]['restsOn'] {
  const cut = pairs.filter(({ after }) => after === UNREACHED)
  const [first] = cut
  if (!first) return null
  const isIsland = ({ meeting }: End) => meeting.kind === 'met' && meeting.access.isIsland
  const told = ({ end }: { end: End }, named: NamedFirm) => ({
    ...namedOf(named),
    isIsland: isIsland(end),
  })
  const [maker, plant] = [makers[first.origin], plants[first.destination]]
  const { origin, destination } = first
  if (plant && cut.every((one) => one.destination === destination)) return told(plant, plant.plant)
  return maker && makers.length > 1 && cut.every((one) => one.origin === origin)
    ? told(maker, maker.firm)
    : null
}

type Found = {
  total: number
  most: number
  out: number
  cut: number
  pairs: (Pair & { before: number; after: number; lostMinutes: number })[]
}

/** Counts one pair among those that lose by a stretch; a pair out of the window today has none to lose. */
function addLoss(
  found: Map<number, Found>,
  group: number,
  pair: Pair,
  { before, after }: { before: number; after: number },
  { withinMinutes, cutMinutes }: DisruptionInputs,
): void {
  const cutoff = withinMinutes * 600
  if (after <= before || before > cutoff) return
  const one = found.get(group) ?? { total: 0, most: 0, out: 0, cut: 0, pairs: [] }
  const isCut = after === UNREACHED
  const lostMinutes = isCut ? cutMinutes : (after - before) / 600
  one.total += pair.products * lostMinutes
  one.most = Math.max(one.most, lostMinutes)
  if (after > cutoff) one.out += pair.products
  if (isCut) one.cut += pair.products
  one.pairs.push({ ...pair, before, after, lostMinutes })
  found.set(group, one)
}

/** The pairs that lose most, with the way before and after. */
function detailOf(
  ground: StreetOrSkeleton,
  links: Links,
  [group, one]: [number, Found],
  makers: readonly Maker[],
  plants: readonly NamedPlant[],
): Answer['detail'] {
  const without = links.without(group)
  return {
    linkId: links.linkAt(group).id,
    pairs: one.pairs
      .toSorted((a, b) => b.lostMinutes * b.products - a.lostMinutes * a.products)
      .slice(0, PAIRS_TOLD)
      .flatMap(({ origin, destination, products, before, after }) => {
        const maker = makers[origin]
        const plant = plants[destination]
        if (!maker || !plant) return []
        const isCut = after === UNREACHED
        return [
          {
            firm: namedOf(maker.firm),
            plant: namedOf(plant.plant),
            products,
            beforeMinutes: round(before / 600),
            afterMinutes: isCut ? null : round(after / 600),
            beforeLine: ground.roads.routeBetween(maker.end, plant.end)?.lngLats ?? [],
            afterLine: isCut ? [] : (without.routeBetween(maker.end, plant.end)?.lngLats ?? []),
          },
        ]
      }),
  }
}

function namedOf({ id, nameZh, nameEn }: NamedFirm) {
  return { id, nameZh, nameEn }
}

function startsOf({ meeting }: End, direction: 'outward' | 'inward') {
  return meeting.kind === 'met' ? meeting.starts[direction] : []
}

function round(minutes: number): number {
  return Math.round(minutes * 10) / 10
}
