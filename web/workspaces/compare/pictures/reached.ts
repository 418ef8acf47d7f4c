// What lies in one catchment and not in the other: ground, firms and plants.
import { useEffect, useState } from 'preact/hooks'
import type { IsochroneResult } from '#geodata/contract/processes/isochrone.ts'
import { insideArea } from '#geodata/geometry/inside.ts'
import { multiPolygonOf } from '#geodata/geometry/orient.ts'
import { type Overlap, overlapOf } from '#geodata/geometry/overlap.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'

export type Ring = IsochroneResult['features'][number]['geometry']
/** Which of two catchments a place lies in. */
export type Part = 'first' | 'second' | 'both' | 'neither'

/** The part of each place, in their order. */
export function partsOf(first: Ring, second: Ring, places: readonly LngLat[]): Part[] {
  const [own, other] = [multiPolygonOf(first).coordinates, multiPolygonOf(second).coordinates]
  return places.map((place) => {
    const [isIn, isInOther] = [insideArea(place, own), insideArea(place, other)]
    if (isIn) return isInOther ? 'both' : 'first'
    return isInOther ? 'second' : 'neither'
  })
}

/** The areas of two rings; null while they are reckoned, which waits until the map is drawn. */
export function useOverlap(first: Ring, second: Ring): Overlap | null {
  const [found, setFound] = useState<{ of: readonly [Ring, Ring]; overlap: Overlap } | null>(null)
  useEffect(() => {
    const later = setTimeout(() => {
      setFound({ of: [first, second], overlap: overlapOf(first, second) })
    })
    return () => clearTimeout(later)
  }, [first, second])
  return found && found.of[0] === first && found.of[1] === second ? found.overlap : null
}
