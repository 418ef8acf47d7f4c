// How far a truck gets from a candidate, on the roads and under the conditions of its siting.
import type { ProcessResult } from '#geodata/contract/processes/index.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import type { SitingAsked } from '#server/maps/world.ts'
import { isochroneProcess } from '#server/processes/isochrone.ts'
import type { Region } from '#server/region/region.ts'

export function ringsAround(
  region: Region,
  { network, conditions, profile }: SitingAsked,
  origin: LngLat,
  cutoffMinutes: readonly number[],
): ProcessResult<'isochrone'> {
  return isochroneProcess.run(region, {
    origin,
    cutoffMinutes: [...cutoffMinutes],
    direction: 'outward',
    profile,
    ...(network === undefined ? {} : { network }),
    ...(conditions === undefined ? {} : { conditions }),
  })
}
