// How are the region's plan, its centre and the examples in forms called in the view's language?
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { say, t } from '#web/messages/index.ts'
import { home } from '#web/state/region/home.ts'

/** How the plan is cited. */
export function planName(): string {
  return home.value ? say(home.value.plan) : t('common.unknown')
}

/** A road and a place that can be found here; empty until the region is known. */
export function exampleOfStretch(): { road: string; place: string } {
  const { roadRef: road, placeZh: place } = home.value?.example ?? { roadRef: '', placeZh: '' }
  return { road, place }
}

/** A place of the region as a person would write it: longitude, latitude. */
export function exampleLngLat(digits: number): string {
  const { lngLat }: { lngLat: LngLat } = home.value?.example ?? { lngLat: [0, 0] }
  return lngLat.map((degrees) => degrees.toFixed(digits)).join(', ')
}
