// Which turns may be taken, when some may not, and how does a search over nodes obey?
//
// A restriction watches a path of directed streets: a trip that has driven all of it may then not
// leave by some streets ("no"), or only by some ("only"). A state is a junction together with the
// watched paths a trip is on at that moment; without any it is the plain junction. Driving a street
// moves every watched path on, lets it go, or starts one, so the states and the edges between them
// are a finite automaton and any search over them obeys every restriction exactly, those over
// several streets and those that overlap as well. Extra states are few: one for each street that
// enters a restriction.
//
//        b                no turn a → b at x:   a leads to state x′, which is left by c alone;
//   a ── x ── c           every other street leads to x, which is left by b and c
//
// A truck turns round at any junction where no restriction says otherwise, those of turning-round.ts
// among them.
import { CLOSED, type Streets } from '#geodata/network/street/street-network.ts'

export type TurnRestriction = {
  kind: 'no' | 'only'
  /** Directed streets driven one after the other: the street come from, then those of the via way. */
  path: readonly number[]
  /** Directed streets forbidden afterwards, or the only ones allowed. */
  to: readonly number[]
}

export type TurnStates = {
  stateCount: number
  /** For states from junctionCount on: the junction they stand for. */
  otherJunctions: number[]
  /** Edges leaving a state lie together, in the order of states. */
  firstEdge: Uint32Array
  edgeStreet: Uint32Array
  neighbour: Uint32Array
  /** By directed street: the state a trip is in that started on the street itself. */
  headState: Uint32Array
}

export type TurnTown = { junctionCount: number } & Pick<
  Streets,
  'count' | 'from' | 'to' | 'impedanceDeciseconds'
>

/** Room for the progress along one path; no via way is cut into more streets. */
const MOST_STREETS = 1024

export function headOf(streets: Pick<Streets, 'from' | 'to'>, directed: number): number {
  return directed & 1 ? streets.from[directed >> 1]! : streets.to[directed >> 1]!
}

export function tailOf(streets: Pick<Streets, 'from' | 'to'>, directed: number): number {
  return headOf(streets, directed ^ 1)
}

/** States and edges of a town whose restrictions name only open streets that follow one another. */
export function turnStates(town: TurnTown, restrictions: readonly TurnRestriction[]): TurnStates {
  const { junctionCount, impedanceDeciseconds } = town
  const { firstLeaving, leaving } = leavingByJunction(town)
  const startedBy = Map.groupBy(restrictions.keys(), (rule) => restrictions[rule]!.path[0]!)
  const watched: number[][] = []
  const otherJunctions: number[] = []
  const stateByKey = new Map<string, number>()
  const stateFor = (junction: number, paths: number[]): number => {
    if (paths.length === 0) return junction
    const key = `${junction}:${paths.sort((a, b) => a - b).join()}`
    const known = stateByKey.get(key)
    if (known !== undefined) return known
    const state = junctionCount + otherJunctions.length
    otherJunctions.push(junction)
    watched.push(paths)
    stateByKey.set(key, state)
    return state
  }
  const mayLeave = (paths: readonly number[], directed: number): boolean =>
    paths.every((path) => {
      const { kind, path: streets, to } = restrictions[Math.floor(path / MOST_STREETS)]!
      if (path % MOST_STREETS < streets.length) return true
      return to.includes(directed) === (kind === 'only')
    })
  const stateAfter = (paths: readonly number[], directed: number): number => {
    const next: number[] = []
    for (const path of paths) {
      const { path: streets } = restrictions[Math.floor(path / MOST_STREETS)]!
      if (streets[path % MOST_STREETS] === directed) next.push(path + 1)
    }
    for (const rule of startedBy.get(directed) ?? []) next.push(rule * MOST_STREETS + 1)
    return stateFor(headOf(town, directed), next)
  }

  const headState = new Uint32Array(impedanceDeciseconds.length)
  for (let directed = 0; directed < headState.length; directed++) {
    if (impedanceDeciseconds[directed] !== CLOSED) headState[directed] = stateAfter([], directed)
  }
  const edgeStreets: number[] = []
  const neighbours: number[] = []
  const firstEdges = [0]
  // States found on the way are appended and visited in their turn.
  for (let state = 0; state < junctionCount + otherJunctions.length; state++) {
    const paths = state < junctionCount ? [] : watched[state - junctionCount]!
    const junction = state < junctionCount ? state : otherJunctions[state - junctionCount]!
    for (let i = firstLeaving[junction]!; i < firstLeaving[junction + 1]!; i++) {
      const directed = leaving[i]!
      if (!mayLeave(paths, directed)) continue
      edgeStreets.push(directed)
      neighbours.push(paths.length > 0 ? stateAfter(paths, directed) : headState[directed]!)
    }
    firstEdges.push(edgeStreets.length)
  }
  return {
    stateCount: junctionCount + otherJunctions.length,
    otherJunctions,
    firstEdge: Uint32Array.from(firstEdges),
    edgeStreet: Uint32Array.from(edgeStreets),
    neighbour: Uint32Array.from(neighbours),
    headState,
  }
}

/** Open directed streets by the junction they leave. */
export function leavingByJunction(town: TurnTown): {
  firstLeaving: Uint32Array
  leaving: Uint32Array
} {
  const { junctionCount, impedanceDeciseconds } = town
  const firstLeaving = new Uint32Array(junctionCount + 1)
  for (let directed = 0; directed < impedanceDeciseconds.length; directed++) {
    if (impedanceDeciseconds[directed] !== CLOSED) firstLeaving[tailOf(town, directed) + 1]!++
  }
  for (let i = 0; i < junctionCount; i++) firstLeaving[i + 1]! += firstLeaving[i]!
  const next = firstLeaving.slice()
  const leaving = new Uint32Array(firstLeaving[junctionCount]!)
  for (let directed = 0; directed < impedanceDeciseconds.length; directed++) {
    if (impedanceDeciseconds[directed] === CLOSED) continue
    leaving[next[tailOf(town, directed)]!++] = directed
  }
  return { firstLeaving, leaving }
}
