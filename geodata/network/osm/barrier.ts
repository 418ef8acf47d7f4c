// Does a thing standing on the road stop a truck?
import { truckAccess, vehicleAccess } from '#geodata/network/osm/access.ts'
import type { Tags } from '#geodata/network/osm/tags.ts'
import { TRUCK, type TruckProfile } from '#geodata/network/osm/truck-profile.ts'
import { exceededLimit, postedLimits } from '#geodata/network/osm/vehicle-limits.ts'

/** Made to let vehicles through; they close only where access tags, a lock or a limit say so. */
const PASSABLE: ReadonlySet<string> = new Set([
  'no',
  'toll_booth',
  'border_control',
  'checkpoint',
  'cattle_grid',
  'entrance',
  'gate',
  'lift_gate',
  'swing_gate',
  'sliding_gate',
  'bump_gate',
  'hampshire_gate',
  'sally_port',
  'kerb',
])

/** Any other barrier (bollard, block, chain, stile …) stops a truck unless vehicles are let in. */
export function barrierCloses(tags: Tags, profile: TruckProfile = TRUCK): boolean {
  const { barrier } = tags
  if (barrier === undefined) return false
  const limits = postedLimits(tags, 'forward')
  if (exceededLimit(limits, profile) !== null) return true
  if (PASSABLE.has(barrier)) {
    const access = truckAccess(tags, 'forward')
    return access === 'closed' || (access === 'unsaid' && tags.locked === 'yes')
  }
  // A frame whose height is known and does lets the truck through; of unknown height it is low.
  if (barrier === 'height_restrictor' && limits.heightMeters !== null) return false
  return vehicleAccess(tags, 'forward') !== 'open'
}
