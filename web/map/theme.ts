// Gives the map on the page the colours of another theme, in place: nothing is drawn anew.
import { effect, signal, untracked } from '@preact/signals'
import type { LayerSpecification, Map as MapLibre } from 'maplibre-gl'
import { strengthenLabels } from '#web/map/bases/imagery.ts'
import { hillshade } from '#web/map/bases/terrain.ts'
import { tileGround, tileLabels } from '#web/map/bases/tile-layers.ts'
import { DRAWN, layersIn } from '#web/map/drawn/drawn.ts'
import { type Paint, paintOf } from '#web/map/symbols.ts'
import { language } from '#web/messages/index.ts'
import { drawnBasemap } from '#web/state/region/basemaps.ts'

const root = () => document.documentElement
/** By its name; what is painted in it follows. */
const themeShown = signal('')

/** Reads a design token; whatever is filled with it is filled anew when the theme changes. */
export function paintOfTheme(): Paint {
  const read = paintOf(root())
  themeShown.value = root().dataset.theme ?? ''
  return (name) => {
    themeShown.value
    return read(name)
  }
}

/** Follows the theme of the page; returns what stops that. */
export function keepTheme(map: MapLibre, paint: Paint): () => void {
  const read = () => {
    themeShown.value = root().dataset.theme ?? ''
  }
  // The page names its theme again with whatever it shows: only another name is a change.
  const watching = new MutationObserver(read)
  watching.observe(root(), { attributeFilter: ['data-theme'] })
  let drawnIn = themeShown.peek()
  const stop = effect(() => {
    if (themeShown.value === drawnIn) return
    drawnIn = themeShown.value
    untracked(() => {
      root().dataset.mapIdle = 'false'
      repaint(map, paint)
      strengthenLabels(map, paint, drawnBasemap.peek()?.imagery === true)
      map.triggerRepaint()
    })
  })
  return () => {
    watching.disconnect()
    stop()
  }
}

/** Gives every layer on the map that is ours its colours, and the pictures that layers name. */
export function repaint(map: MapLibre, paint: Paint): void {
  for (const { id, paint: colours } of everyLayer(paint)) {
    if (!map.getLayer(id)) continue
    for (const [name, value] of Object.entries(colours ?? {})) {
      const now = map.getPaintProperty(id, name as never)
      if (JSON.stringify(now) !== JSON.stringify(value))
        map.setPaintProperty(id, name as never, value as never)
    }
  }
  for (const { pictures } of DRAWN) {
    for (const [id, make] of Object.entries(pictures?.(paint) ?? {})) {
      if (map.hasImage(id)) map.updateImage(id, make().image)
    }
  }
}

function everyLayer(paint: Paint): Pick<LayerSpecification, 'id' | 'paint'>[] {
  const late = DRAWN.flatMap(({ lateLayers }) => Object.values(lateLayers?.(paint) ?? {}).flat())
  const tiles = [...tileGround(paint), ...tileLabels(paint, language.peek())]
  return [...layersIn(paint), ...late, ...tiles.map(({ layer }) => layer), hillshade(paint)]
}
