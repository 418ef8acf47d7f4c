// Shades the ground by its heights, where the operator named a source of them.
import { effect } from '@preact/signals'
import type { LayerSpecification, Map as MapLibre } from 'maplibre-gl'
import { groundUnder, HILLSHADE } from '#web/map/bases/base.ts'
import type { Paint } from '#web/map/symbols.ts'
import { basemapList } from '#web/state/region/basemaps.ts'

const HEIGHTS = 'heights'
/** Ridges are felt, not looked at: symbols and roads are read on them. */
const EXAGGERATION = 0.28

export function keepTerrain(map: MapLibre, paint: Paint): () => void {
  return effect(() => {
    const terrain = basemapList.value?.terrain
    if (!terrain || map.getSource(HEIGHTS)) return
    const { url, encoding } = terrain
    const address = decodeURI(new URL(url, location.href).href)
    map.addSource(HEIGHTS, {
      type: 'raster-dem',
      encoding,
      tileSize: 256,
      ...(url.includes('{z}') ? { tiles: [address] } : { url: address }),
    })
    map.addLayer(hillshade(paint), groundUnder(map))
  })
}

export function hillshade(paint: Paint): LayerSpecification {
  return {
    id: HILLSHADE,
    type: 'hillshade',
    source: HEIGHTS,
    paint: {
      'hillshade-exaggeration': EXAGGERATION,
      'hillshade-shadow-color': paint('ink-3'),
      'hillshade-highlight-color': paint('map-focus'),
      'hillshade-accent-color': paint('map-border'),
    },
  }
}
