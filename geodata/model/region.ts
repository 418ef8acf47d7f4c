// What must the code know of the region it serves, beside the rows of its tables?
//
// Received as sources/region.json, kept in the base, served with /api/dataset. Where a region differs
// from another it differs here: no code names a code, a place or a coordinate of its own.
import type { LngLat } from '#geodata/model/lng-lat.ts'

type Words = { zh: string; en: string }

/** Rows of freight_costs.csv that say what a kind of truck costs and emits. */
export type TruckRows = { priceRowId: string; carbonRowIds: string[] }

export type HomeRegion = {
  /** The home city's short name, in Chinese as companies.csv writes it in `city`. */
  name: Words
  /** What the seat of the home city is called where roads start there. */
  centre: Words
  /** The province whose districts are in focus. */
  provinceAdcode: string
  /** The city at home; the province itself where that is a municipality. */
  cityAdcode: string
  /** Provinces that are one city each. */
  municipalities: string[]
  /** What the map opens on: west, south, east, north. One frame fits any shape of screen. */
  frame: readonly [west: number, south: number, east: number, north: number]
  /** Districts whose local roads are city streets. */
  urbanAdcodes: string[]
  /** Home and the cities linked with it: where their cables dock. */
  cities: { adcode: string; seat: LngLat }[]
  rates: {
    /** Whose tolls apply, as tolls.csv writes it in `region`. */
    tollRegion: string
    /** By kind of truck. */
    trucks: Record<string, TruckRows>
  }
  /** How the plan that is served is cited. */
  plan: Words
  /** What forms show as an example of what may be written. */
  example: { roadRef: string; placeZh: string; lngLat: LngLat }
}
