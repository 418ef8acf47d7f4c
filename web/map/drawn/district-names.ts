// The names of districts and cities, but for those that a cable names already.

import { toWorld, worldPixelsAt } from '#geodata/geometry/point-groups.ts'
import { cablesShown } from '#web/map/drawn/cable-layers.ts'
import type { DrawnThing } from '#web/map/drawn-thing.ts'
import { get, halo, text } from '#web/map/expressions.ts'
import { collect, point } from '#web/map/geojson.ts'
import { sightOn } from '#web/map/shapes/covered.ts'
import { isDrawn } from '#web/map/shapes/districts-drawn.ts'
import { roomOf, sharedPixels } from '#web/map/shapes/label-sides.ts'
import { standingZoom } from '#web/map/shapes/park-places.ts'
import { nameOf } from '#web/messages/index.ts'
import { districts } from '#web/state/region/lists.ts'

const LABEL_PIXELS = 11

export const districtNames: DrawnThing = {
  switchedBy: 'districts',
  sources: { labels: nameFeatures },
  layers: (paint) => ({
    names: [
      {
        id: 'district-label',
        type: 'symbol',
        source: 'labels',
        minzoom: 6.6,
        layout: { ...text(get('name'), LABEL_PIXELS), 'text-padding': 6 },
        paint: { 'text-color': paint('map-label'), ...halo(paint) },
      },
    ],
  }),
  letters: () =>
    districts.value.map(({ properties: { nameZh, nameEn } }) => nameZh + (nameEn ?? '')),
}

/** None under what floats over the map. */
function nameFeatures() {
  const worldPixels = worldPixelsAt(standingZoom.value)
  const { covered } = sightOn(worldPixels)
  const isCovered = (name: string, lngLat: [number, number]) => {
    const { x, y } = toWorld(lngLat)
    const { width, height } = roomOf(name, LABEL_PIXELS, Number.POSITIVE_INFINITY)
    const [left, top] = [x * worldPixels - width / 2, y * worldPixels - height / 2]
    const box = { left, top, right: left + width, bottom: top + height }
    return covered.some((one) => sharedPixels(box, one) > 0)
  }
  const named = new Set(cablesShown.value.map(({ pair }) => pair.split('-')[1] ?? ''))
  return collect(
    districts.value
      .filter((district) => isDrawn(district) && !named.has(district.properties.adcode))
      .flatMap(({ properties }) => {
        const at: [number, number] = [properties.labelLng, properties.labelLat]
        const name = nameOf(properties)
        return isCovered(name, at) ? [] : [point(at, { name })]
      }),
  )
}
