// How long are the ways between a cell and all the points where its partners may be?
//
// Every point is searched from once, and of what that costs only the nodes are kept at which cells meet the
// roads: a table has a row a node and a column a point, so that a cell reads its few rows from end to end.
// Cells are taken in batches that meet so few nodes that a table stays small.
import { type Cloud, closeGaps, mayGoDirect, type Ways } from '#geodata/analysis/doubt/clouds.ts'
import type { DrawnWays } from '#geodata/analysis/doubt/drawing.ts'
import { type End, type Ground, spreadFrom } from '#geodata/analysis/ground/trips.ts'
import { type CellPartner, orDirect } from '#geodata/analysis/surface/cell-partners.ts'
import type { Cells } from '#geodata/analysis/surface/cells.ts'
import type { Direction } from '#geodata/network/hierarchy.ts'
import { UNREACHED } from '#geodata/network/road-network.ts'

/** Numbers in the tables of a batch: 64 MB. */
const TABLE_NUMBERS = 16_000_000

type Writable<Of> = { -readonly [Key in keyof Of]: Of[Key] }

/** The ways of one partner, written anew for every cell. */
type Column = {
  partner: CellPartner
  cloud: Cloud
  /** Its first column in the table of its direction. */
  first: number
  ways: Writable<Ways>
  drawn: Writable<DrawnWays>
}

type Table = { rowOf: Map<number, number>; costs: Uint32Array; width: number }

/** The cells over the open roads, and what the roads asked for change between a cell and a partner. */
export type WaysAsked = {
  ground: Ground
  cells: Cells
  isReached: (partner: CellPartner, cell: number) => boolean
  /** The factor on all times; `shiftMinutes` is what else changes, null: nothing. */
  stretch: number
  shiftMinutes: ((partner: CellPartner, cell: number) => number) | null
}

/** Calls `look` with every cell in their order, once each partner has its ways from or to it as `drawn`. */
export type CellWays = (look: (cell: number) => void) => void

export function cellWays(
  { ground, cells, isReached, stretch, shiftMinutes }: WaysAsked,
  partners: readonly CellPartner[],
): CellWays {
  const widths = { outward: 0, inward: 0 }
  const places = new Map<string, number>()
  const columns = partners.flatMap((partner): Column[] => {
    const { cloud, direction, point } = partner
    if (!cloud) return []
    const key = `${direction} ${cloud.id}`
    const first = places.get(key) ?? widths[direction]
    if (!places.has(key)) widths[direction] += cloud.ends.length
    places.set(key, first)
    const minutes = new Float32Array(cloud.ends.length)
    const ways = { rows: 1, columns: minutes.length, minutes, meters: minutes }
    const atHand = { ...ways, leastMinutes: 0, mostMinutes: 0 }
    const drawn = { ways: atHand, point, stretch, shiftMinutes: 0, shiftMeters: 0 }
    return [{ partner, cloud, first, ways: atHand, drawn }]
  })
  const points = widths.outward + widths.inward
  const nodesAtOnce = Math.max(1, Math.floor(TABLE_NUMBERS / Math.max(1, points)))
  const costs = {
    outward: new Float64Array(widths.outward),
    inward: new Float64Array(widths.inward),
  }
  const read = (cell: number, tables: Readonly<Record<Direction, Table>>) => {
    const end = cells.ends[cell]
    if (!end) return
    readCosts(costs.outward, end, 'outward', tables.outward)
    readCosts(costs.inward, end, 'inward', tables.inward)
    for (const column of columns) {
      const { partner, drawn } = column
      const isJoined =
        isReached(partner, cell) && readWays(ground, end, column, costs[partner.direction])
      partner.partner.drawn = isJoined ? drawn : null
      if (shiftMinutes) drawn.shiftMinutes = shiftMinutes(partner, cell)
    }
  }
  return (look) => {
    for (const [from, to] of batchesOf(cells, nodesAtOnce)) {
      const ends = cells.ends.slice(from, to)
      const tables = {
        outward: tableOf(ground, ends, columns, 'outward', widths.outward),
        inward: tableOf(ground, ends, columns, 'inward', widths.inward),
      }
      for (let cell = from; cell < to; cell++) {
        read(cell, tables)
        look(cell)
      }
    }
  }
}

/** First cell of each batch, and the one after its last: no more nodes are met in it than may be. */
function batchesOf({ ends }: Cells, nodesAtOnce: number): [from: number, to: number][] {
  const batches: [number, number][] = []
  let from = 0
  let nodes = new Set<number>()
  ends.forEach((end, cell) => {
    const met = nodesOf(end)
    if (nodes.size + met.length > nodesAtOnce && cell > from) {
      batches.push([from, cell])
      from = cell
      nodes = new Set()
    }
    for (const node of met) nodes.add(node)
  })
  return from < ends.length ? [...batches, [from, ends.length]] : batches
}

function nodesOf({ meeting }: End): number[] {
  if (meeting.kind !== 'met') return []
  return [...meeting.starts.outward, ...meeting.starts.inward].map(({ node }) => node)
}

function tableOf(
  ground: Ground,
  ends: readonly End[],
  columns: readonly Column[],
  direction: Direction,
  width: number,
): Table {
  const rowOf = new Map<number, number>()
  for (const { meeting } of ends) {
    if (meeting.kind !== 'met') continue
    for (const { node } of meeting.starts[direction]) {
      if (!rowOf.has(node)) rowOf.set(node, rowOf.size)
    }
  }
  const nodes = [...rowOf.keys()]
  const costs = new Uint32Array(nodes.length * width).fill(UNREACHED)
  const done = new Set<number>()
  for (const { partner, cloud, first } of columns) {
    if (partner.direction !== direction || done.has(first)) continue
    done.add(first)
    cloud.ends.forEach((end, point) => {
      const { costs: found } = spreadFrom(
        ground,
        end,
        direction === 'outward' ? 'inward' : 'outward',
      )
      if (!found) return
      for (let row = 0, at = first + point; row < nodes.length; row++, at += width) {
        costs[at] = found.costDeciseconds[nodes[row] ?? 0] ?? UNREACHED
      }
    })
  }
  return { rowOf, costs, width }
}

/** Writes, for every point searched from, what it costs between it and the cell by road: deciseconds. */
function readCosts(into: Float64Array, { meeting }: End, direction: Direction, table: Table): void {
  const { rowOf, costs, width } = table
  into.fill(UNREACHED)
  if (meeting.kind !== 'met') return
  for (const { node, costDeciseconds } of meeting.starts[direction]) {
    const from = (rowOf.get(node) ?? 0) * width
    for (let point = 0; point < width; point++) {
      const road = costs[from + point] ?? UNREACHED
      // What is not reached stays more than what is.
      const cost = road + costDeciseconds
      if (cost < (into[point] ?? 0)) into[point] = cost
    }
  }
}

/** Writes the ways between a cell and a partner; false: no point of it is joined with the cell. */
function readWays(
  ground: Ground,
  cell: End,
  { partner: { direction }, cloud, first, ways }: Column,
  costs: Float64Array,
): boolean {
  const { minutes } = ways
  const isNear = mayGoDirect({ place: cell, radiusMeters: 0 }, cloud)
  for (let point = 0; point < minutes.length; point++) {
    const there = cloud.ends[point]
    let best = costs[first + point] ?? UNREACHED
    if (isNear && there) best = orDirect(ground, cell, there, direction, best)
    minutes[point] = best >= UNREACHED ? Infinity : best / 600
  }
  const ends = closeGaps(minutes, null)
  if (!ends) return false
  ways.leastMinutes = ends.leastMinutes
  ways.mostMinutes = ends.mostMinutes
  return true
}
