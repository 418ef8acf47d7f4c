// How far from its stated point may a place really be?

export const PRECISIONS = ['site', 'street', 'town', 'district', 'unknown'] as const
export type Precision = (typeof PRECISIONS)[number]

/**
 * Radius of the disc that holds the true place, in kilometers; null where no place is known.
 * Our reading of the four levels: a plant's plot, a street's length, a town's built-up area, the
 * settled part of a mountain district.
 */
export const PRECISION_RADIUS_KILOMETERS: Record<Precision, number | null> = {
  site: 0.2,
  street: 0.5,
  town: 3.2,
  district: 6.5,
  unknown: null,
}
