// Where do parks, plants and districts lie in the small drawings of the gap board?
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { type Frame, frameAround, pathOf } from '#web/charts/frame.ts'
import { companies, districts, parks } from '#web/state/region/lists.ts'

/** Of a park or a firm; null: no place is known. */
export function lngLatOf(id: string): LngLat | null {
  const found =
    parks.value.find(({ properties }) => properties.id === id) ??
    companies.value.find(({ properties }) => properties.id === id)
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
