// What makes a park's ring large? Known firms, or ground; what is not known is the smallest, dashed.
import type { Park } from '#geodata/contract/collections.ts'

/** What sizes are made of; the stage is none of it. */
type Sized = Pick<
  Park['properties'],
  'companyCount' | 'plannedAreaSquareKilometers' | 'plantOutputVehicles'
>

type Measure = {
  /** Null: not known. */
  valueOf: (park: Sized) => number | null
  /** How many pixels the ring grows by the root of one unit: areas are compared, not radii. */
  pixelsByRoot: number
  /** What the legend draws beside its ring. */
  example: number
}

/** By their name in the address; another measure is another line. */
export const PARK_SIZES = {
  firms: { valueOf: (park) => park.companyCount, pixelsByRoot: 1.75, example: 9 },
  area: { valueOf: (park) => park.plannedAreaSquareKilometers, pixelsByRoot: 1.1, example: 50 },
  output: { valueOf: (park) => park.plantOutputVehicles, pixelsByRoot: 0.025, example: 50_000 },
} satisfies Record<string, Measure>

export type ParkSize = keyof typeof PARK_SIZES
export const PARK_SIZE_IDS = Object.keys(PARK_SIZES) as ParkSize[]

export const LEAST_RING_PIXELS = 5.2
/** A ring without a value: small, yet large enough that its dashes are seen as dashes. */
export const UNKNOWN_RING_PIXELS = 6.4
/** The largest joint park covers a whole district; its ring must not. */
const MOST_RING_PIXELS = 20

/** How large is the ring of a park, in pixels? Null: its value is not known. */
export function ringPixels(park: Sized, by: ParkSize): number | null {
  const value = PARK_SIZES[by].valueOf(park)
  return value === null ? null : ringPixelsOf(value, by)
}

export function ringPixelsOf(value: number, by: ParkSize): number {
  const grown = LEAST_RING_PIXELS + PARK_SIZES[by].pixelsByRoot * Math.sqrt(value)
  return Math.min(grown, MOST_RING_PIXELS)
}
