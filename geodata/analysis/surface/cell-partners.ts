// To whom and from whom does every cell drive? The partners that siting gives an exact place, shared by all cells.
//
// Few places are searched from and many read: one search from each partner, and every cell reads its cost
// where it meets the roads, or it is nearer over local roads.
import { type Cloud, DIRECT_LIMIT_METERS } from '#geodata/analysis/doubt/clouds.ts'
import type { Drawing } from '#geodata/analysis/doubt/drawing.ts'
import { placeOf } from '#geodata/analysis/facts.ts'
import { leastWhereTheyOverlap } from '#geodata/analysis/ground/duration.ts'
import {
  type End,
  endOf,
  type Ground,
  type Place,
  spreadFrom,
} from '#geodata/analysis/ground/trips.ts'
import type { SitingContext } from '#geodata/analysis/siting/criterion.ts'
import { type Partner, type Partners, partnersOf } from '#geodata/analysis/siting/partners.ts'
import type { Cells } from '#geodata/analysis/surface/cells.ts'
import type { Company, Hub } from '#geodata/contract/collections.ts'
import { greatCircleMeters } from '#geodata/model/lng-lat.ts'
import { PRECISION_RADIUS_KILOMETERS } from '#geodata/model/precision.ts'
import type { Direction } from '#geodata/network/hierarchy.ts'
import { UNREACHED } from '#geodata/network/road-network.ts'

/** Deciseconds of every cell; UNREACHED where there is no way. */
export type Row = Uint32Array

/** A firm, plant or hub of known place; `partner` is the one object that stands for it in every list. */
export type CellPartner = {
  partner: Partner
  feature: Company | Hub
  place: Place
  /** From the cells to it (outward), or from it to them. */
  direction: Direction
  /** Where it may be; null: nobody draws. */
  cloud: Cloud | null
  point: Uint8Array | null
}

export type CellPartners = {
  partners: Partners
  all: CellPartner[]
  /** undefined: its place is unknown. */
  of: (partner: Partner) => CellPartner | undefined
}

/** The partners of any cell as siting lists them; each object is the same wherever it is listed. */
export function cellPartners(
  context: SitingContext,
  { ids, ends }: Cells,
  drawing: Drawing | null,
): CellPartners {
  const { companies, hubs } = context.facts
  const features = new Map(
    [...companies, ...hubs].map((feature) => [feature.properties.id, feature]),
  )
  const here = { lngLat: ends[0]?.lngLat ?? ([0, 0] as const), radiusKilometers: 0 }
  const [of] = partnersOf(context.ground, context, [candidateOf(ids[0] ?? '', here)], drawing)
  const all = new Map<string, CellPartner>()
  const shared = (direction: Direction) => (partner: Partner) => {
    const key = `${direction} ${partner.id}`
    const known = all.get(key)
    if (known) return known.partner
    const feature = features.get(partner.id)
    const place = feature && placeOf(feature)
    if (!place) return partner
    const cloud = drawing?.clouds.of(place) ?? null
    const isExact = !drawing || cloud?.ends.length === 1
    const point = isExact ? null : drawing.draws.pointOf(partner.id)
    all.set(key, { partner, feature, place, direction, cloud, point })
    return partner
  }
  const [to, from] = [shared('outward'), shared('inward')]
  const partners: Partners = {
    doubt: null,
    point: null,
    plants: (of?.plants ?? []).map(to),
    hubs: (of?.hubs ?? []).map(to),
    sameTrade: (of?.sameTrade ?? []).map((one) => ({ ...one, partner: to(one.partner) })),
    rivals: (of?.rivals ?? []).map((one) => ({ ...one, partner: to(one.partner) })),
    inputs: (of?.inputs ?? []).map(({ input, makers }) => ({
      input,
      makers: makers.map((maker) => ({ ...maker, partner: from(maker.partner) })),
    })),
  }
  const byPartner = new Map([...all.values()].map((one) => [one.partner, one]))
  return {
    partners,
    all: [...all.values()],
    of: (partner) => byPartner.get(partner),
  }
}

/** A cell as siting would have a pin at its centre. */
export function candidateOf(id: string, place: Place) {
  return { id, kind: 'pin' as const, nameZh: id, nameEn: id, place, park: null, site: null }
}

/** Rows are searched for when they are first asked for; `told` is called for each. */
export function cellRows(
  ground: Ground,
  cells: Cells,
  told: () => void = () => {},
): (of: CellPartner) => Row {
  const kept = new Map<CellPartner, Row>()
  return (of) => {
    const known = kept.get(of)
    if (known) return known
    const row = rowOf(ground, of, cells)
    kept.set(of, row)
    told()
    return row
  }
}

/** What it costs between every cell and the stated place. */
function rowOf(ground: Ground, { place, direction }: CellPartner, cells: Cells): Row {
  const there = endOf(ground, place)
  const { costs } = spreadFrom(ground, there, direction === 'outward' ? 'inward' : 'outward')
  const radiusMeters = 1000 * (place.radiusKilometers ?? PRECISION_RADIUS_KILOMETERS.district ?? 0)
  const least = leastWhereTheyOverlap({ radiusMeters }, { radiusMeters: 0 })
  const row: Row = new Uint32Array(cells.ids.length).fill(UNREACHED)
  cells.ends.forEach((cell, index) => {
    let best = UNREACHED
    if (costs && cell.meeting.kind === 'met') {
      for (const start of cell.meeting.starts[direction]) {
        const road = costs.costDeciseconds[start.node] ?? UNREACHED
        if (road !== UNREACHED) best = Math.min(best, road + start.costDeciseconds)
      }
    }
    const cost = orDirect(ground, cell, there, direction, best)
    row[index] = cost < least && isOver(cell, there, radiusMeters) ? least : cost
  })
  return row
}

/** Whether the place may be in the middle of the cell itself. */
function isOver(cell: End, place: Place, radiusMeters: number): boolean {
  return greatCircleMeters(cell.lngLat, place.lngLat) < radiusMeters
}

/** The cost, or that of the direct way where one may be taken and takes less. */
export function orDirect(
  { roads }: Ground,
  cell: End,
  place: End,
  direction: Direction,
  best: number,
): number {
  if (!couldBeNearer(cell, place, best)) return best
  const direct =
    direction === 'outward' ? roads.directWay(cell, place) : roads.directWay(place, cell)
  return direct ? Math.min(best, direct.costDeciseconds) : best
}

/** No truck is faster than this over local roads or streets; a degree of latitude is at least so long. */
const FASTEST_METERS_PER_DECISECOND = 3
const LEAST_METERS_PER_DEGREE = 110_000

/** Whether a way over local roads could beat the cost: compared by latitude first, which is cheap. */
function couldBeNearer(cell: End, place: End, best: number): boolean {
  const reach = Math.min(DIRECT_LIMIT_METERS, best * FASTEST_METERS_PER_DECISECOND)
  const apart = Math.abs(cell.lngLat[1] - place.lngLat[1]) * LEAST_METERS_PER_DEGREE
  return apart <= reach && greatCircleMeters(cell.lngLat, place.lngLat) <= reach
}
