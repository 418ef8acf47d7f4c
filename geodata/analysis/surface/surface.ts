// How does every place of the city score, not only the parks?
//
// The criteria of siting that stand on truck time alone, at the centre of every cell of the H3 grid
// (Uber's hexagons). Few places are searched from and many read: one search from each plant, firm and
// port, and every cell reads its cost where it meets the roads; or it is nearer over local roads.
// Values are those of siting for an exact place there; assignments, land and needs belong to parks and
// are not part of it. The page weighs the measured amounts, so that a moved weight sends no request.
import { namedEnds, placeOf, type RegionFacts } from '#geodata/analysis/facts.ts'
import { accessDoubt, accessOf, doubtfulEnds } from '#geodata/analysis/ground/access-doubt.ts'
import { type End, endOf, type Ground, spreadFrom } from '#geodata/analysis/ground/trips.ts'
import { sharesOf } from '#geodata/analysis/siting/criteria/plant-minutes.ts'
import { criteriaFor, scaledWeights } from '#geodata/analysis/siting/criteria.ts'
import type { SitingContext } from '#geodata/analysis/siting/criterion.ts'
import { makersOf, purchased } from '#geodata/analysis/siting/makers.ts'
import { scaleOf } from '#geodata/analysis/siting/measure.ts'
import { plantsOf, questionOf, type UnknownId } from '#geodata/analysis/siting/question.ts'
import { type Cells, cellsOf } from '#geodata/analysis/surface/cells.ts'
import type { Company, Hub } from '#geodata/contract/collections.ts'
import type { SurfaceInputs, SurfaceResult } from '#geodata/contract/processes/surface.ts'
import { greatCircleMeters } from '#geodata/model/lng-lat.ts'
import type { Direction } from '#geodata/network/hierarchy.ts'
import { UNREACHED } from '#geodata/network/road-network.ts'

type Answer = Omit<SurfaceResult, 'basis'>
type Report = (done: number, total: number) => void
/** Deciseconds of every cell; UNREACHED where there is no way. */
type Row = Uint32Array

export function surface(
  ground: Ground,
  facts: RegionFacts,
  { siting: inputs, resolution }: SurfaceInputs,
  report: Report = () => {},
): { kind: 'found'; result: Answer } | UnknownId {
  const question = questionOf(facts, inputs)
  if ('kind' in question) return question
  const plants = plantsOf(facts, inputs)
  if ('kind' in plants) return plants
  const cells = cellsOf(ground, facts.districts, resolution)
  const context: SitingContext = { ground, facts, inputs, question, plants }
  // Makers of the same product are competitors, as in siting: no part of the cluster.
  const trade = facts.companies.filter(
    ({ properties: { kind, segmentIds, productIds } }) =>
      kind !== 'oem' &&
      segmentIds.includes(question.segmentId) &&
      !(question.productId && productIds.includes(question.productId)),
  )
  const hubs = facts.hubs.filter(({ properties: { kind } }) => kind === 'port' || kind === 'rail')
  const makers = purchased(facts, question, inputs).map((one) =>
    makersOf(facts, one).flatMap(({ company, basis }) => (basis === 'product' ? [company] : [])),
  )
  const total = plants.length + trade.length + hubs.length + new Set(makers.flat()).size
  let done = 0
  const rowsOf = (features: readonly (Company | Hub)[], direction: Direction) => {
    const rows = new Map<string, Row>()
    for (const feature of features) {
      const place = placeOf(feature)
      if (!place || rows.has(feature.properties.id)) continue
      rows.set(feature.properties.id, rowOf(ground, endOf(ground, place), cells, direction))
      done += 1
      report(done, total)
    }
    return rows
  }
  const toPlants = rowsOf(
    plants.map(({ company }) => company),
    'inward',
  )
  const toTrade = rowsOf(trade, 'inward')
  const toHubs = rowsOf(hubs, 'inward')
  const fromMakers = rowsOf(makers.flat(), 'outward')
  const plantRows = plants.map(({ company }) => toPlants.get(company.properties.id))
  const raws: Answer['raws'] = {
    plantMinutes: meanMinutes(plantRows, sharesOf(plants, inputs.weightPlantsByCapacity), cells),
    plantsWithin: countWithin(plantRows, inputs.plantWindowMinutes, cells),
    upstreamMinutes: meanOfNearest(
      makers.map((firms) => firms.map(({ properties }) => fromMakers.get(properties.id))),
      cells,
    ),
    cluster: countWithin([...toTrade.values()], inputs.clusterMinutes, cells),
    hubMinutes: meanOfNearest([[...toHubs.values()]], cells),
  }
  const criteria = criteriaFor(context).filter(({ id }) => id in raws)
  const weights = scaledWeights(criteria, {})
  return {
    kind: 'found',
    result: {
      resolution,
      cells: cells.ids,
      criteria: criteria.map((criterion) => ({
        id: criterion.id,
        title: criterion.title,
        unit: criterion.unit,
        ...scaleOf(context, criterion),
        weight: weights.get(criterion.id) ?? 0,
        defaultShare: weights.get(criterion.id) ?? 0,
      })),
      raws,
      doubtfulEnds: doubtfulEnds(
        ground,
        namedEnds([...plants.map(({ company }) => company), ...trade, ...hubs, ...makers.flat()]),
      ),
      doubtfulCells: doubtfulCells(cells),
    },
  }
}

function doubtfulCells({ ends }: Cells): Answer['doubtfulCells'] {
  const doubted: Answer['doubtfulCells'] = { 'passed-island': [], 'on-island': [] }
  ends.forEach(({ meeting }, index) => {
    const doubt = accessDoubt(accessOf(meeting))
    if (doubt) doubted[doubt.kind].push(index)
  })
  return doubted
}

/** One place to or from every cell. `inward`: from the cells to it. */
function rowOf(ground: Ground, place: End, cells: Cells, direction: Direction): Row {
  const { costs } = spreadFrom(ground, place, direction)
  const way = direction === 'inward' ? 'outward' : 'inward'
  const row: Row = new Uint32Array(cells.ids.length).fill(UNREACHED)
  cells.ends.forEach((cell, index) => {
    let best = UNREACHED
    if (costs && cell.meeting.kind === 'met') {
      for (const start of cell.meeting.starts[way]) {
        const road = costs.costDeciseconds[start.node] ?? UNREACHED
        if (road !== UNREACHED) best = Math.min(best, road + start.costDeciseconds)
      }
    }
    if (couldBeNearer(cell, place, best)) {
      const direct =
        direction === 'inward'
          ? ground.roads.directWay(cell, place)
          : ground.roads.directWay(place, cell)
      if (direct) best = Math.min(best, direct.costDeciseconds)
    }
    row[index] = best
  })
  return row
}

/** No truck is faster than this over local roads or streets; a degree of latitude is at least so long. */
const FASTEST_METERS_PER_DECISECOND = 3
const LEAST_METERS_PER_DEGREE = 110_000

/** Whether a way over local roads could beat the cost: compared by latitude first, which is cheap. */
function couldBeNearer(cell: End, place: End, best: number): boolean {
  if (best === UNREACHED) return true
  const reach = best * FASTEST_METERS_PER_DECISECOND
  const apart = Math.abs(cell.lngLat[1] - place.lngLat[1]) * LEAST_METERS_PER_DEGREE
  return apart <= reach && greatCircleMeters(cell.lngLat, place.lngLat) <= reach
}

function meanMinutes(
  rows: readonly (Row | undefined)[],
  shares: readonly number[],
  { ids }: Cells,
): (number | null)[] {
  return ids.map((_, cell) => {
    let weights = 0
    let sum = 0
    rows.forEach((row, index) => {
      const cost = row?.[cell] ?? UNREACHED
      if (cost === UNREACHED) return
      const share = shares[index] ?? 0
      weights += share
      sum += share * cost
    })
    return weights === 0 ? null : rounded(sum / weights / 600)
  })
}

function countWithin(
  rows: readonly (Row | undefined)[],
  withinMinutes: number,
  { ids }: Cells,
): number[] {
  return ids.map((_, cell) => {
    let count = 0
    for (const row of rows) if ((row?.[cell] ?? UNREACHED) <= withinMinutes * 600) count += 1
    return count
  })
}

/** The mean over the groups of the nearest of each; null where every group is empty. */
function meanOfNearest(
  groups: readonly (readonly (Row | undefined)[])[],
  { ids }: Cells,
): (number | null)[] {
  return ids.map((_, cell) => {
    let sum = 0
    let count = 0
    for (const rows of groups) {
      let best = UNREACHED
      for (const row of rows) best = Math.min(best, row?.[cell] ?? UNREACHED)
      if (best === UNREACHED) continue
      sum += best
      count += 1
    }
    return count === 0 ? null : rounded(sum / count / 600)
  })
}

function rounded(minutes: number): number {
  return Math.round(minutes * 10) / 10
}
