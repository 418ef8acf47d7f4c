// Where do parks, plants and districts lie in the small drawings of the gap board?
import { supplyCells } from '#geodata/analysis/sourcing/rates.ts'
import type { SourcingKnown } from '#geodata/contract/processes/local-sourcing.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { type Frame, frameAround, pathOf } from '#web/charts/frame.ts'
import type { PlantMark } from '#web/charts/supply-map.tsx'
import { firmOf } from '#web/state/region/firms.ts'
import { districts, parks } from '#web/state/region/lists.ts'

/** Of a park or a firm; null: no place is known. */
export function lngLatOf(id: string): LngLat | null {
  const found = parks.value.find(({ properties }) => properties.id === id) ?? firmOf(id)
  const [lng, lat] = found?.geometry?.coordinates ?? []
  return lng === undefined || lat === undefined ? null : [lng, lat]
}

/** The one frame that holds them all. */
export function frameOf(
  ids: readonly string[],
  marginKilometers: number,
  width: number,
  height: number,
): Frame {
  const places = ids.flatMap((id) => {
    const lngLat = lngLatOf(id)
    return lngLat ? [lngLat] : []
  })
  return frameAround(places, marginKilometers, width, height)
}

/** The outlines of the districts as one path. */
export function groundOf(frame: Frame): string {
  return districts.value.map(({ geometry }) => pathOf(frame, geometry.coordinates)).join('')
}

/** Who has the product today, who would newly have it from a supplier that is in time, who goes without. */
export function plantMarks(
  known: SourcingKnown,
  productId: string,
  inTime: readonly string[],
  withinMinutes: number,
): PlantMark[] {
  const products = known.products.filter((one) => one.productId === productId)
  const [cells = []] = supplyCells({ ...known, products }, withinMinutes)
  return known.plants.flatMap(({ id }, plant) => {
    const lngLat = lngLatOf(id)
    const isServed = (cells[plant]?.central ?? 0) > 0
    const state = isServed ? 'served' : inTime.includes(id) ? 'gained' : 'open'
    return lngLat ? [{ id, lngLat, state }] : []
  })
}
