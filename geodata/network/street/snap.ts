// Where does a place meet the roads, and where does a trip from or to it enter the search?
//
// At the nearest point on an open street that can be entered there, in between junctions as a rule.
// Streets of the main part go before nearer ones of an island, and the answer says so. Where nothing
// else is near, the ends of motorways and ferries count.
import type { Start } from '#geodata/network/costs-from.ts'
import type { Direction } from '#geodata/network/hierarchy.ts'
import type { StreetIndex } from '#geodata/network/street/street-index.ts'
import {
  CLOSED,
  forEachState,
  STREET_ENTERS_ONLY_AT_ENDS,
  STREET_IS_CLOSED,
  STREET_IS_MAIN,
  type StreetNetwork,
} from '#geodata/network/street/street-network.ts'
import { tailOf } from '#geodata/network/street/turn-states.ts'

export type Snapped = {
  kind: 'snapped'
  street: number
  /** 0 at the street's `from`, 1 at its `to`. */
  share: number
  offsetMeters: number
  /** An island's street lies nearer, at this distance, and was passed over; else null. */
  passedIslandMeters: number | null
  /** The street is not joined with the main part of the network. */
  isIsland: boolean
}

/** Where a search starts or ends, and which part of the street is driven before or after it. */
export type StreetStart = Start & { part: readonly [fromShare: number, toShare: number] }

export type Snap = Snapped | { kind: 'too-far'; limitMeters: number }

/** Degrees in, straight meters out. */
export function snap(
  network: Pick<StreetNetwork, 'streets'>,
  index: StreetIndex,
  [lng, lat]: readonly [number, number],
  limitMeters: number,
): Snap {
  const { flags } = network.streets
  const [lng7, lat7] = [Math.round(lng * 1e7), Math.round(lat * 1e7)]
  const isOpen = (street: number) => (flags[street]! & STREET_IS_CLOSED) === 0
  const isEntered = (street: number) =>
    (flags[street]! & (STREET_IS_CLOSED | STREET_ENTERS_ONLY_AT_ENDS)) === 0
  const isMain = (street: number) => (flags[street]! & STREET_IS_MAIN) !== 0
  const main = index.nearest(lng7, lat7, limitMeters, (one) => isEntered(one) && isMain(one))
  const any = index.nearest(lng7, lat7, main?.meters ?? limitMeters, isEntered)
  const point = main ?? any ?? index.nearest(lng7, lat7, limitMeters, isOpen, true)
  if (!point) return { kind: 'too-far', limitMeters }
  return {
    kind: 'snapped',
    street: point.street,
    share: point.share,
    offsetMeters: point.meters,
    passedIslandMeters: main && any && !isMain(any.street) ? any.meters : null,
    isIsland: !isMain(point.street),
  }
}

/**
 * States where a trip from the place (outward) enters the search, or where one to it (inward) leaves
 * it, with what the way along the street charges. The way from the place to the street is not charged.
 */
export function startsOf(
  network: Omit<StreetNetwork, 'hierarchy'>,
  { street, share }: Pick<Snapped, 'street' | 'share'>,
  direction: Direction,
): StreetStart[] {
  const { streets, headState } = network
  if (share === 0 || share === 1) {
    const junction = share === 0 ? streets.from[street]! : streets.to[street]!
    const starts: StreetStart[] = []
    const part = [share, share] as const
    // A trip that starts at a junction has come by no street; one that ends there by any.
    const add = (node: number) => starts.push({ node, costDeciseconds: 0, lengthMeters: 0, part })
    if (direction === 'outward') add(junction)
    else forEachState(network, junction, add)
    return starts
  }
  const meters = streets.lengthDecimeters[street]! / 10
  const starts: StreetStart[] = []
  for (const directed of [2 * street, 2 * street + 1]) {
    const impedance = streets.impedanceDeciseconds[directed]!
    if (impedance === CLOSED) continue
    const driven = directed & 1 ? 1 - share : share
    const left = direction === 'outward' ? 1 - driven : driven
    const way = {
      costDeciseconds: Math.round(left * impedance),
      lengthMeters: left * meters,
      part:
        direction === 'outward'
          ? ([share, 1 - (directed & 1)] as const)
          : ([directed & 1, share] as const),
    }
    if (direction === 'outward') starts.push({ node: headState[directed]!, ...way })
    else forEachTailState(network, directed, (node) => starts.push({ node, ...way }))
  }
  return starts
}

/** The way along the street itself where both places lie on it; null where it may not be driven so. */
export function alongStreet(
  { streets }: Pick<StreetNetwork, 'streets'>,
  from: Pick<Snapped, 'street' | 'share'>,
  to: Pick<Snapped, 'street' | 'share'>,
): { costDeciseconds: number; lengthMeters: number } | null {
  if (from.street !== to.street) return null
  const part = Math.abs(to.share - from.share)
  const directed = 2 * from.street + (to.share < from.share ? 1 : 0)
  const impedance = part === 0 ? 0 : streets.impedanceDeciseconds[directed]!
  if (impedance === CLOSED) return null
  const lengthMeters = (part * streets.lengthDecimeters[from.street]!) / 10
  return { costDeciseconds: Math.round(part * impedance), lengthMeters }
}

/** Calls for the states of a directed street's tail that may be left by it. */
export function forEachTailState(
  network: Omit<StreetNetwork, 'hierarchy'>,
  directed: number,
  call: (state: number) => void,
): void {
  const { firstEdge } = network.network.outward
  forEachState(network, tailOf(network.streets, directed), (state) => {
    const end = firstEdge[state + 1]!
    for (let edge = firstEdge[state]!; edge < end; edge++) {
      if (network.edgeStreet[edge] === directed) return call(state)
    }
  })
}
