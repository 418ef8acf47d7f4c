// Pictures of Tianditu, by way of our server.
import type { RasterLayerSpecification } from 'maplibre-gl'
import { TIANDITU_MOST_ZOOM } from '#geodata/contract/basemaps.ts'
import { at } from '#web/api/reach.ts'
import { type Base, groundUnder } from '#web/map/bases/base.ts'

/** The page at night: pictures made for white paper are dimmed, and their blues do not glow. */
const DIMMED: RasterLayerSpecification['paint'] = {
  'raster-brightness-max': 0.5,
  'raster-saturation': -0.5,
  'raster-contrast': -0.1,
}
/** By day the ground steps back a little behind the data. */
const CALM: RasterLayerSpecification['paint'] = { 'raster-saturation': -0.2 }

export const tianditu: Base<'tianditu'> = async ({ map, entry }) => {
  const dark = document.documentElement.dataset.theme === 'dark'
  const ids = entry.layers.map((layer) => {
    const id = `base-${layer}`
    map.addSource(id, {
      type: 'raster',
      tiles: [location.origin + at(`/api/basemaps/tianditu/${layer}/{z}/{x}/{y}`)],
      tileSize: 256,
      maxzoom: TIANDITU_MOST_ZOOM,
    })
    const tone = dark ? DIMMED : CALM
    map.addLayer(
      { id, type: 'raster', source: id, paint: { ...tone, 'raster-fade-duration': 0 } },
      groundUnder(map),
    )
    return id
  })
  // Its second sheet writes the names of places.
  return { layerIds: ids, sourceIds: ids, replaces: ['district-label', 'district-line'] }
}
