// What does a way of OpenStreetMap mean for a loaded heavy truck?
//
// Pure reading of tags: no geometry, no neighbours. What is not honoured is listed in the README,
// with its effect.
import { carpoolsAlone, truckAccess, vehicleAccess } from '#geodata/network/osm/access.ts'
import { readDurationSeconds } from '#geodata/network/osm/duration.ts'
import { postedLimitKmPerHour } from '#geodata/network/osm/maxspeed.ts'
import { flowOf } from '#geodata/network/osm/oneway.ts'
import { type RoadClass, type RoadKind, roadKind } from '#geodata/network/osm/road-classes.ts'
import type { Direction, Tags } from '#geodata/network/osm/tags.ts'
import { TRUCK, type TruckProfile } from '#geodata/network/osm/truck-profile.ts'
import {
  exceededLimit,
  type LimitKind,
  lower,
  type PostedLimits,
  postedLimits,
} from '#geodata/network/osm/vehicle-limits.ts'

export type Closure = 'oneway' | 'access' | 'construction' | LimitKind

export type DirectionRule =
  | { kind: 'open'; speedKmPerHour: number }
  | { kind: 'closed'; because: Closure }

export type WayRules = {
  roadClass: RoadClass
  /** Along the order of the way's nodes. */
  forward: DirectionRule
  backward: DirectionRule
  /** The whole crossing, when a ferry says its duration; it replaces length ÷ speed. */
  durationSeconds: number | null
  toll: boolean
  /** Motorways, motorroads, ferries and tunnels: entered at their ends, never in between. */
  entersOnlyAtEnds: boolean
  /** What carries it; null: the ground. */
  structure: 'bridge' | 'tunnel' | null
  /** The lowest of what is posted, kept although the truck passes. */
  maxHeightMeters: number | null
  maxWeightTonnes: number | null
  /** The local name, '' when unknown. */
  name: string
  /** As written, '' when unknown. */
  ref: string
}

export type WayOptions = {
  /** False where an extract draws every motorway as one line for both directions. */
  assumeMotorwayOneway?: boolean
}

/** Null: no road at all (a footway, a building). A road closed to trucks is a road, closed both ways. */
export function wayRules(
  tags: Tags,
  profile: TruckProfile = TRUCK,
  { assumeMotorwayOneway = true }: WayOptions = {},
): WayRules | null {
  const kind = roadKind(tags)
  if (kind === null) return null
  const { roadClass } = kind
  const flow = flowOf(tags, roadClass, assumeMotorwayOneway)
  const limits = {
    forward: postedLimits(tags, 'forward'),
    backward: postedLimits(tags, 'backward'),
  }
  const along = (direction: Direction): DirectionRule => {
    const because = closureOf(tags, kind, direction, limits[direction], profile)
    if (because !== null) return { kind: 'closed', because }
    if (flow !== 'both' && flow !== direction) return { kind: 'closed', because: 'oneway' }
    const planned = profile.speeds[roadClass].speedKmPerHour
    const posted = postedLimitKmPerHour(tags, direction) ?? planned
    return { kind: 'open', speedKmPerHour: Math.min(planned, posted) }
  }
  return {
    roadClass,
    forward: along('forward'),
    backward: along('backward'),
    durationSeconds: durationOf(tags, roadClass),
    toll: isToll(tags),
    entersOnlyAtEnds: entersOnlyAtEnds(tags, roadClass),
    structure: structureOf(tags),
    maxHeightMeters: lower(limits.forward.heightMeters, limits.backward.heightMeters),
    maxWeightTonnes: lower(limits.forward.weightTonnes, limits.backward.weightTonnes),
    name: tags.name ?? '',
    ref: tags.ref ?? '',
  }
}

function closureOf(
  tags: Tags,
  kind: RoadKind,
  direction: Direction,
  limits: PostedLimits,
  profile: TruckProfile,
): Closure | null {
  if (kind.underConstruction) return 'construction'
  return mayEnter(tags, kind.roadClass, direction) ? exceededLimit(limits, profile) : 'access'
}

function mayEnter(tags: Tags, roadClass: RoadClass, direction: Direction): boolean {
  // Most ferries carry people, and a lane for fire engines only those: those for trucks say so.
  if (roadClass === 'ferry') return vehicleAccess(tags, direction) === 'open'
  if (isImpassable(tags) || carpoolsAlone(tags, direction)) return false
  const access = truckAccess(tags, direction)
  if (tags.service === 'emergency_access') return access === 'open'
  return access !== 'closed'
}

/** A way that nothing on wheels gets along, whoever may. */
function isImpassable({ smoothness, impassable, passable, status }: Tags): boolean {
  return (
    smoothness === 'impassable' ||
    impassable === 'yes' ||
    passable === 'no' ||
    status === 'impassable'
  )
}

function durationOf({ duration }: Tags, roadClass: RoadClass): number | null {
  return roadClass === 'ferry' && duration !== undefined ? readDurationSeconds(duration) : null
}

/** The first that is said: for the heaviest trucks, for trucks, for all. */
function isToll(tags: Tags): boolean {
  const said = tags['toll:N3'] ?? tags['toll:hgv'] ?? tags.toll ?? 'no'
  return said !== 'no'
}

/** Galleries open at the side, and passages under buildings, have doors and yards along them. */
const ENTERED_ANYWHERE: ReadonlySet<string> = new Set([
  'no',
  'building_passage',
  'avalanche_protector',
])

function structureOf({ bridge = 'no', tunnel = 'no' }: Tags): WayRules['structure'] {
  if (bridge !== 'no') return 'bridge'
  return ENTERED_ANYWHERE.has(tunnel) ? null : 'tunnel'
}

function entersOnlyAtEnds(tags: Tags, roadClass: RoadClass): boolean {
  if (roadClass === 'motorway' || roadClass === 'motorway_link' || roadClass === 'ferry')
    return true
  return tags.motorroad === 'yes' || !ENTERED_ANYWHERE.has(tags.tunnel ?? 'no')
}
