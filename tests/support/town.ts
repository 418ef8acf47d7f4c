// Draws small towns for tests: one street per line, `from to 90s`, `<->` or `->` between the names.
import { costsFrom } from '#geodata/network/costs-from.ts'
import {
  buildNetwork,
  type DirectedEdge,
  type RoadNetwork,
  UNREACHED,
} from '#geodata/network/road-network.ts'

export type Town = {
  network: RoadNetwork
  names: string[]
  /** Seconds by name from (outward) or to (inward) the starts; names out of reach are left out. */
  costsFrom: (
    start: string | Record<string, number>,
    options?: { cutoffSeconds?: number; direction?: 'outward' | 'inward' },
  ) => Record<string, number>
}

/**
 * A town from a drawing: `gate depot 90s` or `gate <-> depot 90s` both ways alike, `gate -> depot
 * 90s` one way. A lone name is a place without a road.
 */
export function roads(drawing: string): Town {
  const names: string[] = []
  const indexOf = (name: string) => {
    if (!names.includes(name)) names.push(name)
    return names.indexOf(name)
  }
  const edges: DirectedEdge[] = []
  for (const line of drawing.split('\n').filter((text) => text.trim())) {
    const match = /^\s*(\S+)(?:\s+(?:(->|<->)\s+)?(\S+)\s+([\d.]+)s)?\s*$/.exec(line)
    if (!match) throw new Error(`“${line}” is no street; “gate depot 90s” expected.`)
    const [, fromName = '', arrow, toName, seconds] = match
    const from = indexOf(fromName)
    if (toName === undefined) continue
    const to = indexOf(toName)
    const impedanceDeciseconds = Math.round(Number(seconds) * 10)
    const lengthMeters = impedanceDeciseconds
    edges.push({ from, to, impedanceDeciseconds, lengthMeters })
    if (arrow !== '->') edges.push({ from: to, to: from, impedanceDeciseconds, lengthMeters })
  }
  const network = buildNetwork(names.length, edges)
  return {
    network,
    names,
    costsFrom: (start, { cutoffSeconds, direction = 'outward' } = {}) => {
      const starts = Object.entries(typeof start === 'string' ? { [start]: 0 } : start)
      const { costDeciseconds } = costsFrom(
        network[direction],
        starts.map(([name, seconds]) => ({
          node: names.indexOf(name),
          costDeciseconds: seconds * 10,
          lengthMeters: 0,
        })),
        cutoffSeconds === undefined ? undefined : cutoffSeconds * 10,
      )
      const reached = names.map((name, node) => [name, costDeciseconds[node] ?? UNREACHED] as const)
      return Object.fromEntries(
        reached.filter(([, cost]) => cost !== UNREACHED).map(([name, cost]) => [name, cost / 10]),
      )
    },
  }
}
