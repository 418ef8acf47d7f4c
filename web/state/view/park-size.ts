// What makes a park's ring large? Known firms, or ground; what is not known is the smallest, dashed.
import type { Park } from '#geodata/contract/collections.ts'

/** What sizes are made of; the stage is none of it. */
export type Sized = Pick<
  Park['properties'],
  'companyCount' | 'plannedAreaSquareKilometers' | 'plantOutputVehicles'
>

type Measure = {
  /** Null: not known. */
  valueOf: (park: Sized) => number | null
  /** How many pixels the ring grows at most by the root of one unit: areas are compared, not radii. */
  mostPixelsByRoot: number
}

/** By their name in the address; another measure is another line. */
export const PARK_SIZES = {
  firms: { valueOf: (park) => park.companyCount, mostPixelsByRoot: 1.75 },
  area: { valueOf: (park) => park.plannedAreaSquareKilometers, mostPixelsByRoot: 1.1 },
  output: { valueOf: (park) => park.plantOutputVehicles, mostPixelsByRoot: 0.025 },
} satisfies Record<string, Measure>

export type ParkSize = keyof typeof PARK_SIZES
export const PARK_SIZE_IDS = Object.keys(PARK_SIZES) as ParkSize[]

export const LEAST_RING_PIXELS = 5.2
/** A ring without a value: small, yet large enough that its dashes are seen as dashes. */
export const UNKNOWN_RING_PIXELS = 6.4
/** The largest joint park covers a whole district; its ring must not. */
const MOST_RING_PIXELS = 20

/**
 * How large is the ring of that value, in pixels, where `largest` is the largest there is? Rings of few firms stay
 * as small as they are; of many the largest takes the most room there is, and all others their part of it.
 */
export function ringPixelsOf(value: number, by: ParkSize, largest: number): number {
  const room = MOST_RING_PIXELS - LEAST_RING_PIXELS
  const pixelsByRoot = Math.min(
    PARK_SIZES[by].mostPixelsByRoot,
    room / Math.sqrt(Math.max(largest, value, 1)),
  )
  return LEAST_RING_PIXELS + pixelsByRoot * Math.sqrt(value)
}

const ROUND = [5, 2, 1]
/** The parts of the largest whose rings are far enough apart to be compared. */
const EXAMPLE_PARTS = [1, 4, 20]

/** Round figures of which the legend draws the rings, at most three, the smallest first. */
export function exampleValues(largest: number): number[] {
  const figures = EXAMPLE_PARTS.map((part) => roundBelow(largest / part)).filter((one) => one > 0)
  return [...new Set(figures)].reverse()
}

/** The largest of 1, 2, 5, 10, 20, 50 … that is not above a value; 0 below 1. */
function roundBelow(value: number): number {
  if (value < 1) return 0
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9)
  return (ROUND.find((one) => one * power <= value) ?? 1) * power
}
