// How many known firms lie within a ring, and how many of them make vehicles?
//
// Counted where the map shows them, as the outline says. Firms whose place is not known are not counted.
import type { Company } from '#geodata/contract/collections.ts'
import {
  type FlatArea,
  marksInside,
  type PlacesByLatitude,
  placesByLatitude,
} from '#geodata/geometry/places-inside.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'

type Placed = { places: PlacesByLatitude; isPlant: boolean[] }

/** As long as the firms are the same: rings change many times a second, firms with an edit. */
const known = new WeakMap<readonly Company[], Placed>()

export function countedWithin(
  companies: readonly Company[],
  area: FlatArea,
): { companies: number; vehiclePlants: number } {
  const placed = known.get(companies) ?? placedOf(companies)
  known.set(companies, placed)
  const counted = { companies: 0, vehiclePlants: 0 }
  marksInside(placed.places, area).forEach((isInside, index) => {
    counted.companies += isInside
    if (placed.isPlant[index]) counted.vehiclePlants += isInside
  })
  return counted
}

function placedOf(companies: readonly Company[]): Placed {
  const placed = companies.filter(({ geometry }) => geometry !== null)
  return {
    places: placesByLatitude(
      placed.map(({ geometry }) => (geometry?.coordinates ?? []) as unknown as LngLat),
    ),
    isPlant: placed.map(({ properties }) => properties.kind === 'oem'),
  }
}
