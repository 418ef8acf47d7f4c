// How does a survey become a network that can be searched?
import { buildHierarchy, type Hierarchy } from '#geodata/network/hierarchy.ts'
import { networkFrom } from '#geodata/network/road-network.ts'
import { largestComponent } from '#geodata/network/street/components.ts'
import { cutStreets } from '#geodata/network/street/cut-streets.ts'
import { restrictedTurns } from '#geodata/network/street/restricted-turns.ts'
import {
  type NetworkOrigin,
  STREET_IS_MAIN,
  type StreetNetwork,
} from '#geodata/network/street/street-network.ts'
import type { Survey } from '#geodata/network/street/survey.ts'
import { type TurnStates, turnStates } from '#geodata/network/street/turn-states.ts'
import { noTurningRound } from '#geodata/network/street/turning-round.ts'

/** Where the build has got to. */
export type BuildStep = 'streets' | 'turns' | 'hierarchy'

/** The survey must have read ways, then nodes, and hold a road. The same survey, the same network. */
export function buildStreetNetwork(
  survey: Survey,
  about: Pick<NetworkOrigin, 'sources' | 'dataDate'>,
  onStep: (step: BuildStep) => void = () => {},
): StreetNetwork {
  onStep('streets')
  const cut = cutStreets(survey)
  const { streets, junctionCount, junctionPoints, texts } = cut
  onStep('turns')
  const { turns, leftOut } = restrictedTurns(survey, cut)
  const town = { ...streets, junctionCount }
  const states = turnStates(town, [...turns, ...noTurningRound(town, turns)])
  markMain(streets.flags, states)
  onStep('hierarchy')
  return streetNetworkFrom({
    origin: {
      ...about,
      profile: 'truck',
      motorwaysBothWays: survey.motorwaysBothWays,
      restrictionCount: survey.restrictions.length,
      restrictionsLeftOut: leftOut,
      unreadRestrictions: survey.unreadRestrictions,
      unreadLimits: survey.unreadLimits,
    },
    junctionPoints,
    streets,
    texts,
    otherJunctions: Uint32Array.from(states.otherJunctions),
    firstEdge: states.firstEdge,
    edgeStreet: states.edgeStreet,
    neighbour: states.neighbour,
    headState: states.headState,
  })
}

/** What cannot be worked out from anything else: what a file holds. */
export type StreetNetworkParts = Pick<
  StreetNetwork,
  'origin' | 'junctionPoints' | 'streets' | 'texts' | 'edgeStreet' | 'headState'
> & {
  /** Junctions of the states from junctionCount on. */
  otherJunctions: Uint32Array
  firstEdge: Uint32Array
  neighbour: Uint32Array
}

/** Puts the parts together; without a hierarchy, builds it, which takes most of the time. */
export function streetNetworkFrom(
  parts: StreetNetworkParts,
  hierarchyOver: (network: StreetNetwork['network']) => Hierarchy = buildHierarchy,
): StreetNetwork {
  const { origin, junctionPoints, streets, texts, edgeStreet, headState } = parts
  const junctionCount = junctionPoints.length / 2
  const impedanceDeciseconds = new Uint32Array(edgeStreet.length)
  const lengthMeters = new Float64Array(edgeStreet.length)
  for (let edge = 0; edge < edgeStreet.length; edge++) {
    const directed = edgeStreet[edge]!
    impedanceDeciseconds[edge] = streets.impedanceDeciseconds[directed]!
    lengthMeters[edge] = streets.lengthDecimeters[directed >> 1]! / 10
  }
  const { firstEdge, neighbour } = parts
  const network = networkFrom({ firstEdge, neighbour, impedanceDeciseconds, lengthMeters })
  return {
    origin,
    bounds: boundsOf(junctionPoints),
    junctionCount,
    junctionPoints,
    streets,
    texts,
    ...statesByJunction(junctionCount, parts.otherJunctions),
    network,
    edgeStreet,
    headState,
    hierarchy: hierarchyOver(network),
  }
}

/** A street is main where driving it joins two states of the largest part. */
function markMain(flags: Uint8Array, { firstEdge, neighbour, edgeStreet }: TurnStates): void {
  const isMain = largestComponent(firstEdge, neighbour)
  for (let state = 0; state + 1 < firstEdge.length; state++) {
    const end = firstEdge[state + 1]!
    for (let edge = firstEdge[state]!; edge < end; edge++) {
      if (isMain[state] === 0 || isMain[neighbour[edge]!] === 0) continue
      flags[edgeStreet[edge]! >> 1]! |= STREET_IS_MAIN
    }
  }
}

function statesByJunction(junctionCount: number, otherJunctions: Uint32Array) {
  const firstOtherState = new Uint32Array(junctionCount + 1)
  for (const junction of otherJunctions) firstOtherState[junction + 1]!++
  for (let i = 0; i < junctionCount; i++) firstOtherState[i + 1]! += firstOtherState[i]!
  const next = firstOtherState.slice()
  const otherStates = new Uint32Array(otherJunctions.length)
  otherJunctions.forEach((junction, i) => {
    otherStates[next[junction]!++] = junctionCount + i
  })
  return { firstOtherState, otherStates }
}

function boundsOf(points: Int32Array): [number, number, number, number] {
  const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < points.length; i += 2) {
    bounds[0] = Math.min(bounds[0], points[i]! / 1e7)
    bounds[1] = Math.min(bounds[1], points[i + 1]! / 1e7)
    bounds[2] = Math.max(bounds[2], points[i]! / 1e7)
    bounds[3] = Math.max(bounds[3], points[i + 1]! / 1e7)
  }
  return bounds
}
