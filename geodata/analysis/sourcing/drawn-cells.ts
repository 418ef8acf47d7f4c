// How many suppliers of each product are in time at each plant, draw by draw?
//
// The draws are those of siting: a place is where it is for every trip, one speed moves all minutes, and a firm of
// which only the segment is known makes a product in those draws in which its chance says so. A firm without a
// place is drawn nowhere: it counts in the outer bounds alone.
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import type { Doubt } from '#geodata/analysis/siting/criterion.ts'
import { makersOf, type Purchased } from '#geodata/analysis/siting/makers.ts'
import { makesName } from '#geodata/analysis/siting/partners.ts'
import { type ToldPair, withinIn } from '#geodata/analysis/siting/told-pairs.ts'
import type { SourcingKnown } from '#geodata/contract/processes/local-sourcing.ts'

/** The pairs behind what is known, in its order: of each firm, and of each park, to every plant. */
export type SourcingPairs = {
  firms: readonly (readonly (ToldPair | null)[])[]
  parks: readonly (readonly ToldPair[])[]
}

/** A number that is the same in every draw, and what draws add to it. */
export type DrawnCount = { always: number; more: Uint8Array | null }

/** Products × plants, and what of the parks is in time. */
export type DrawnCells = {
  draws: number
  cells: DrawnCount[][]
  /** In which draws the park reaches the plant in time, by their indices. */
  parkWithin: (park: number, plant: number) => Uint8Array | boolean
}

export function drawnCells(
  facts: RegionFacts,
  known: SourcingKnown,
  pairs: SourcingPairs,
  withinMinutes: number,
  doubt: Doubt,
): DrawnCells {
  const within = pairs.firms.map((row) =>
    row.map((pair) => (pair ? withinIn(pair, withinMinutes, doubt) : false)),
  )
  const cells = known.products.map(({ productId, segmentId, name }) => {
    const counts = known.plants.map((): DrawnCount => ({ always: 0, more: null }))
    const input = { productId, segmentId: null, title: name }
    const chances = chancesOf(facts, input, doubt)
    known.firms.forEach(({ id, productIds, onlySegmentIds }, firm) => {
      const isRecorded = productIds.includes(productId)
      const chance = onlySegmentIds.includes(segmentId) ? (chances.get(id) ?? 0) : 0
      if (!isRecorded && chance === 0) return
      const even = isRecorded ? null : doubt.draws.evenly(makesName(id, input))
      counts.forEach((count, plant) => {
        add(count, within[firm]?.[plant] ?? false, even, chance, doubt.draws.count)
      })
    })
    return counts
  })
  const parkWithin = (park: number, plant: number) => {
    const pair = pairs.parks[park]?.[plant]
    return pair ? withinIn(pair, withinMinutes, doubt) : false
  }
  return { draws: doubt.draws.count, cells, parkWithin }
}

/** The cells with one supplier more, in the draws in which it is in time. */
export function withSupplier(
  { draws, cells, parkWithin }: DrawnCells,
  product: number,
  park: number,
): DrawnCells {
  const row = (cells[product] ?? []).map(({ always, more }, plant) => {
    const count = { always, more: more && Uint8Array.from(more) }
    add(count, parkWithin(park, plant), null, 1, draws)
    return count
  })
  return { draws, cells: cells.with(product, row), parkWithin }
}

/** The chance of each firm of which only the segment is known. */
function chancesOf(facts: RegionFacts, input: Purchased, { asked }: Doubt): Map<string, number> {
  return new Map(
    makersOf(facts, input, asked.makerChance).flatMap(({ company, basis, chance }) =>
      basis === 'product' ? [] : [[company.properties.id, chance] as const],
    ),
  )
}

/** Counts a firm in time; `even`: it makes the product where that is below its chance; null: it does. */
function add(
  count: DrawnCount,
  within: Uint8Array | boolean,
  even: Float64Array | null,
  chance: number,
  draws: number,
): void {
  if (within === false) return
  if (within === true && !even) {
    count.always += 1
    return
  }
  const more = count.more ?? new Uint8Array(draws)
  for (let draw = 0; draw < draws; draw++) {
    const isInTime = within === true || within[draw] === 1
    if (isInTime && (!even || (even[draw] ?? 1) < chance)) more[draw] = (more[draw] ?? 0) + 1
  }
  count.more = more
}

/** Whether there are at least so many: always, never, or draw by draw. */
export function atLeast({ always, more }: DrawnCount, least: number): Uint8Array | boolean {
  if (always >= least) return true
  return more ? Uint8Array.from(more, (one) => (always + one >= least ? 1 : 0)) : false
}
