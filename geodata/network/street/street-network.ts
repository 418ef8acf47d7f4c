// What does a network built from surveyed roads hold beside its junctions and edges?
//
// A street is a stretch of road between two junctions, drawn with all its points; it has a direction
// forward (from → to) and one backward, either of which may be closed. Directed street d is street
// d >> 1, backward where d & 1.
//
// The search does not run over junctions but over states. State s < junctionCount is junction s,
// entered without a turn being forbidden; a further state is a junction entered by a road that may not
// be left by every other (see turn-states.ts). A junction costs what its cheapest state costs.
//
//   junction j     state j, then otherStates[firstOtherState[j]] up to firstOtherState[j + 1]
//   street s       points firstPoint[s] up to firstPoint[s + 1], both ends included
//   outward edge e drives directed street edgeStreet[e]
//
// Junctions and streets are numbered along a Hilbert curve, so neighbours on the ground are
// neighbours in memory.
import type { Hierarchy } from '#geodata/network/hierarchy.ts'
import type { RoadNetwork } from '#geodata/network/road-network.ts'

/** Impedance of a direction that may not be driven. */
export const CLOSED = 0xffff_ffff

export const STREET_IS_TOLL = 1
/** Entered and left at its ends alone: motorways, ferries, tunnels. */
export const STREET_ENTERS_ONLY_AT_ENDS = 2
/** Joined both ways with the largest part of the network. */
export const STREET_IS_MAIN = 4
/** A truck may not use it in any direction: it is drawn, and its places cannot be reached. */
export const STREET_IS_CLOSED = 8
/** As surveyed; a road under a building is no tunnel. */
export const STREET_IS_BRIDGE = 16
export const STREET_IS_TUNNEL = 32

export type Streets = {
  readonly count: number
  readonly from: Uint32Array
  readonly to: Uint32Array
  readonly firstPoint: Uint32Array
  /** Longitude and latitude in turn, in whole 1e-7 degrees. */
  readonly points: Int32Array
  readonly lengthDecimeters: Uint32Array
  /** By directed street; CLOSED where it may not be driven. */
  readonly impedanceDeciseconds: Uint32Array
  /** Index into ROAD_CLASSES. */
  readonly roadClass: Uint8Array
  readonly flags: Uint8Array
  /** Indexes into `texts`; text 0 is empty: unknown. */
  readonly name: Uint32Array
  readonly ref: Uint32Array
}

/** How many texts could not be read, and some of them with the element that says so. */
export type Unread = { count: number; examples: string[] }

/** Where a network comes from; every answer that used it says so. */
export type NetworkOrigin = {
  /** Names of the extracts read, without their folders. */
  sources: string[]
  /** Day of the newest extract, e.g. "2026-11-01"; null where no extract says one. */
  dataDate: string | null
  profile: 'truck'
  /** True where no motorway of the extract says its direction, so each is driven both ways. */
  motorwaysBothWays: boolean
  /** Restrictions found, and those left out because a road they name is not there or does not meet. */
  restrictionCount: number
  restrictionsLeftOut: number
  /** Restrictions in words that nobody knows; they forbid nothing. */
  unreadRestrictions: Unread
  /** Limits, speeds and durations that nobody can read; they close and slow nothing. */
  unreadLimits: Unread
}

export type StreetNetwork = {
  readonly origin: NetworkOrigin
  /** West, south, east, north of the junctions, in degrees. */
  readonly bounds: readonly [number, number, number, number]
  readonly junctionCount: number
  /** Longitude and latitude in turn, in whole 1e-7 degrees. */
  readonly junctionPoints: Int32Array
  readonly streets: Streets
  readonly texts: readonly string[]
  readonly firstOtherState: Uint32Array
  readonly otherStates: Uint32Array
  /** Rows over states. */
  readonly network: RoadNetwork
  readonly edgeStreet: Uint32Array
  /** State reached by driving a directed street from inside it; meaningless where it is closed. */
  readonly headState: Uint32Array
  readonly hierarchy: Hierarchy
}

/** Calls for every state of the junction. */
export function forEachState(
  { firstOtherState, otherStates }: Pick<StreetNetwork, 'firstOtherState' | 'otherStates'>,
  junction: number,
  call: (state: number) => void,
): void {
  call(junction)
  const end = firstOtherState[junction + 1]!
  for (let i = firstOtherState[junction]!; i < end; i++) call(otherStates[i]!)
}
