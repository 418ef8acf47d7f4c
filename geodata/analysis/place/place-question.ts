// What is there to ask about the place of a row that somebody wants to save?
import type { Park } from '#geodata/contract/collections.ts'
import type { EditableId } from '#geodata/contract/editable/editable.ts'
import { labelPoint } from '#geodata/geometry/label-point.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { PRECISION_RADIUS_KILOMETERS, type Precision } from '#geodata/model/precision.ts'

type Spot = {
  place: LngLat
  /** How far the true place may be from it; null: not stated. */
  radiusKilometers: number | null
}

export type PlaceQuestion = Spot & {
  /** Ground may reach to the water and over a border; a point may not. */
  isArea: boolean
  /** Where it was; of an area drawn for the first time, where its park is. null: it had no place. */
  was: Spot | null
  /** `was` is the place of its park. */
  isOfPark: boolean
  /** The district that the writer names beside the place. */
  namedDistrictZh: string | null
}

type Placed = { geometry: unknown; properties: Record<string, unknown> }

/** null: the row has no place, or keeps the one it had. */
export function placeQuestion(
  collection: EditableId,
  draft: Placed,
  present: Placed | null,
  parks: readonly Park[],
): PlaceQuestion | null {
  // A link lies where its ends lie.
  const spot = collection === 'links' ? null : spotOf(draft)
  if (!spot) return null
  const had = present && spotOf(present)
  if (had && JSON.stringify(had.place) === JSON.stringify(spot.place)) return null
  const park = parks.find(({ id }) => id === draft.properties.parkId)
  const ofPark = collection === 'park-areas' && park ? spotOf(park) : null
  const { districtZh } = draft.properties
  const isSaid = districtZh && districtZh !== present?.properties.districtZh
  return {
    ...spot,
    isArea: collection === 'park-areas',
    was: had ?? ofPark,
    isOfPark: !had && ofPark !== null,
    namedDistrictZh: isSaid ? String(districtZh) : null,
  }
}

function spotOf({ geometry, properties }: Placed): Spot | null {
  const place = pointIn(geometry as { type: string; coordinates: unknown } | null)
  // An outline that encloses nothing has no middle; what is wrong with it is said where it is drawn.
  if (!place?.every(Number.isFinite)) return null
  const precision = properties.coordPrecision as Precision | undefined
  return { place, radiusKilometers: (precision && PRECISION_RADIUS_KILOMETERS[precision]) ?? null }
}

function pointIn(geometry: { type: string; coordinates: unknown } | null): LngLat | null {
  switch (geometry?.type) {
    case 'Point':
      return geometry.coordinates as LngLat
    case 'Polygon':
      return labelPoint([geometry.coordinates as number[][][]])
    case 'MultiPolygon':
      return labelPoint(geometry.coordinates as number[][][][])
    default:
      return null
  }
}
