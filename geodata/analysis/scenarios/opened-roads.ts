// How long are ways once a stretch of road is opened that the network does not hold?
//
// A cheapest way uses a new two-way stretch not at all, or once, in one direction: so its cost is the least of the way
// as it was and of the way to one end, over the stretch, and on from the other end. That is exact for one stretch; a
// second is laid over the first.
import type { Ground, Meeting } from '#geodata/analysis/ground/trips.ts'
import { localSpeedKmPerHour } from '#geodata/analysis/ground/trips.ts'
import { greatCircleMeters, type LngLat } from '#geodata/model/lng-lat.ts'
import type { CostMatrix } from '#geodata/network/cost-matrix.ts'
import type { Start } from '#geodata/network/costs-from.ts'
import { UNREACHED } from '#geodata/network/road-network.ts'
import type { Searcher } from '#geodata/network/searcher.ts'
import { TRUCK_SPEEDS } from '#geodata/network/skeleton.ts'

export type Stretch = { from: LngLat; to: LngLat; roadClass: 'motorway' | 'trunk' }

/** A road that is still to be drawn winds by so much: a planning assumption. */
const WINDING = 1.2

/** What a truck takes for the stretch, in free flow. */
export function stretchWay({ from, to, roadClass }: Stretch) {
  const lengthMeters = greatCircleMeters(from, to) * WINDING
  const { speedKmPerHour } = TRUCK_SPEEDS[roadClass]
  return {
    lengthMeters,
    speedKmPerHour,
    costDeciseconds: Math.round((lengthMeters * 36) / speedKmPerHour),
  }
}

/** The ground with the stretch open; null: an end of it is too far from every road. */
export function withStretch(ground: Ground, stretch: Stretch): Ground | null {
  const meet = (lngLat: LngLat) => ground.roads.meet(lngLat, localSpeedKmPerHour(ground, lngLat))
  const ends = [meet(stretch.from), meet(stretch.to)]
  const [from, to] = ends.map((meeting) => (meeting.kind === 'met' ? meeting.starts : null))
  if (!from || !to) return null
  const way = stretchWay(stretch)
  const charged = { ...way, costDeciseconds: way.costDeciseconds * ground.roads.timeFactor }
  const cost = { ...charged, costDeciseconds: Math.round(charged.costDeciseconds) }
  return {
    ...ground,
    roads: { ...ground.roads, searcher: over(ground.roads.searcher, from, to, cost) },
  }
}

type Starts = (Meeting & { kind: 'met' })['starts']
type Way = Pick<ReturnType<typeof stretchWay>, 'costDeciseconds' | 'lengthMeters'>
type Places = readonly (readonly Start[])[]

function over(base: Searcher, from: Starts, to: Starts, way: Way): Searcher {
  return {
    ...base,
    matrix: (origins, destinations) => {
      const there = base.matrix(origins, [...destinations, from.inward, to.inward])
      const onward = base.matrix([from.outward, to.outward], destinations)
      return cheaperOf(origins, destinations, { there, onward, way })
    },
  }
}

type Legs = { there: CostMatrix; onward: CostMatrix; way: Way }

function cheaperOf(
  origins: Places,
  destinations: Places,
  { there, onward, way }: Legs,
): CostMatrix {
  const columns = destinations.length
  const wide = columns + 2
  const costDeciseconds = new Uint32Array(origins.length * columns)
  const lengthMeters = new Float64Array(origins.length * columns)
  const read = ({ costDeciseconds: costs, lengthMeters: lengths }: CostMatrix, at: number) => ({
    cost: costs[at] ?? UNREACHED,
    length: lengths[at] ?? 0,
  })
  for (let row = 0; row < origins.length; row++) {
    for (let column = 0; column < columns; column++) {
      let best = read(there, row * wide + column)
      for (const [entry, exit] of [
        [0, 1],
        [1, 0],
      ] as const) {
        const before = read(there, row * wide + columns + entry)
        const after = read(onward, exit * columns + column)
        if (before.cost === UNREACHED || after.cost === UNREACHED) continue
        const cost = before.cost + way.costDeciseconds + after.cost
        if (cost >= best.cost) continue
        best = { cost, length: before.length + way.lengthMeters + after.length }
      }
      costDeciseconds[row * columns + column] = best.cost
      lengthMeters[row * columns + column] = best.length
    }
  }
  return { costDeciseconds, lengthMeters }
}
