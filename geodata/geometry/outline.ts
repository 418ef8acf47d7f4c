// Which lines surround a group of districts? The edges that only one of them has.

type Position = number[]
type Area = { type: string; coordinates: unknown[] }

/** About a metre: neighbours that share a border share its points to this many decimals. */
const DECIMALS = 5

/**
 * The outer border of areas that share their inner borders point by point, as lines. An edge that
 * two areas have is inside; where neighbours disagree about a point, a short inner line remains.
 */
export function outlineOf(areas: readonly Area[]): Position[][] {
  const edges = new Map<string, [Position, Position] | null>()
  for (const ring of areas.flatMap(ringsOf)) {
    for (let index = 1; index < ring.length; index++) {
      const [from, to] = [ring[index - 1], ring[index]]
      if (!from || !to) continue
      const [a, b] = [keyOf(from), keyOf(to)]
      if (a === b) continue
      const key = a < b ? `${a} ${b}` : `${b} ${a}`
      edges.set(key, edges.has(key) ? null : [from, to])
    }
  }
  return joined([...edges.values()].filter((edge) => edge !== null))
}

/** Every ring of polygons and multipolygons. */
export function ringsOf(area: Area): Position[][] {
  return (area.type === 'Polygon' ? area.coordinates : area.coordinates.flat(1)) as Position[][]
}

/** Edges chained end to start into as long lines as there are. */
function joined(edges: [Position, Position][]): Position[][] {
  const from = Map.groupBy(edges, ([start]) => keyOf(start))
  const used = new Set<[Position, Position]>()
  const starts = new Set(edges.map(([, end]) => keyOf(end)))
  const inOrder = [...edges].sort(
    (a, b) => Number(starts.has(keyOf(a[0]))) - Number(starts.has(keyOf(b[0]))),
  )
  const lines: Position[][] = []
  for (const first of inOrder) {
    if (used.has(first)) continue
    const line = [...first]
    used.add(first)
    for (;;) {
      const end = line.at(-1)
      const next = end && from.get(keyOf(end))?.find((edge) => !used.has(edge))
      if (!next) break
      used.add(next)
      line.push(next[1])
    }
    lines.push(line)
  }
  return lines
}

function keyOf(position: Position): string {
  return `${position[0]?.toFixed(DECIMALS)},${position[1]?.toFixed(DECIMALS)}`
}
