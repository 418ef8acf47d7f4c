// What do the roads cost when a few of them are closed? Mostly what they cost before.
//
// A cheapest way that runs over no closed edge stays the cheapest. The hierarchy of the open roads says which
// ways run over one: cost to its tail + its impedance + cost from its head is the whole cost. Only what may run
// over one is searched anew, plainly; every answer is that of the plain search, to the decisecond.
import type { Start } from '#geodata/network/costs-from.ts'
import { type RoadNetwork, UNREACHED } from '#geodata/network/road-network.ts'
import { plainSearcher, type Searcher } from '#geodata/network/searcher.ts'

/** Beyond so many the asking costs more than it spares. */
const MOST_CLOSED_EDGES = 64

export type ClosedEdge = { from: number; to: number; impedanceDeciseconds: number }

/**
 * A searcher of `closed`, the network without the edges, by `open`, that of the network with them. Starts must
 * lie on the network without them.
 */
export function closedSearcher(
  open: Searcher,
  closed: RoadNetwork,
  edges: readonly ClosedEdge[],
): Searcher {
  const plain = plainSearcher(closed)
  if (edges.length > MOST_CLOSED_EDGES) return plain
  const tails = edges.map(({ from }) => [startAt(from)])
  const heads = edges.map(({ to }) => [startAt(to)])
  return {
    path: plain.path,
    costs: (starts, direction) => {
      const costs = open.costs(starts, direction)
      const runsOver = edges.some(({ from, to, impedanceDeciseconds }) => {
        const [before, after] = direction === 'outward' ? [from, to] : [to, from]
        const reached = costs.costDeciseconds[before] ?? UNREACHED
        return (
          reached !== UNREACHED && reached + impedanceDeciseconds <= costs.costDeciseconds[after]!
        )
      })
      return runsOver ? plain.costs(starts, direction) : costs
    },
    matrix: (origins, destinations) => {
      const matrix = open.matrix(origins, destinations)
      const toTails = open.matrix(origins, tails)
      const fromHeads = open.matrix(heads, destinations)
      const mayRunOver = (cell: number, row: number, column: number) =>
        edges.some(({ impedanceDeciseconds }, edge) => {
          const before = toTails.costDeciseconds[row * edges.length + edge]!
          const after = fromHeads.costDeciseconds[edge * destinations.length + column]!
          if (before === UNREACHED || after === UNREACHED) return false
          return before + impedanceDeciseconds + after <= matrix.costDeciseconds[cell]!
        })
      const rows: number[] = []
      const columns = new Set<number>()
      origins.forEach((_, row) => {
        const touched = [...destinations.keys()].filter((column) =>
          mayRunOver(row * destinations.length + column, row, column),
        )
        if (touched.length > 0) rows.push(row)
        for (const column of touched) columns.add(column)
      })
      const anew = [...columns]
      const found = plain.matrix(
        rows.map((row) => origins[row]!),
        anew.map((column) => destinations[column]!),
      )
      rows.forEach((row, foundRow) => {
        anew.forEach((column, foundColumn) => {
          const [to, from] = [
            row * destinations.length + column,
            foundRow * anew.length + foundColumn,
          ]
          matrix.costDeciseconds[to] = found.costDeciseconds[from]!
          matrix.lengthMeters[to] = found.lengthMeters[from]!
        })
      })
      return matrix
    },
  }
}

function startAt(node: number): Start {
  return { node, costDeciseconds: 0, lengthMeters: 0 }
}
