// How much ground do two areas share, and how much has only one of them?
import { feature, featureCollection } from '@turf/helpers'
import { union } from '@turf/union'
import { type Area, multiPolygonOf } from '#geodata/geometry/orient.ts'
import { squareKilometersOf } from '#geodata/geometry/square-kilometers.ts'

/** Square kilometers. */
export type Overlap = { onlyFirst: number; onlySecond: number; both: number }

/** By the union of the two, so that no sliver of their edges is counted twice. */
export function overlapOf(first: Area, second: Area): Overlap {
  const united = union(featureCollection<Area>([feature(first), feature(second)]))
  const all = united ? squareKilometersOf(multiPolygonOf(united.geometry).coordinates) : 0
  const [own, other] = [first, second].map((area) =>
    squareKilometersOf(multiPolygonOf(area).coordinates),
  ) as [number, number]
  const atLeastZero = (area: number) => Math.max(0, area)
  return {
    onlyFirst: atLeastZero(all - other),
    onlySecond: atLeastZero(all - own),
    both: atLeastZero(own + other - all),
  }
}
