// What does a click on the map do? It selects what is meant. Where nothing is, siting sets its pin there
// and the layout lets go of what is selected.
import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl'
import { drawing } from '#web/map/current.ts'
import { POINTED } from '#web/map/drawn/drawn.ts'
import { changeView, view } from '#web/state/view/store.ts'

/** Follows clicks on the map, which takes its listeners along when it goes. */
export function keepClick(map: MapLibre): void {
  map.on('click', (event) => {
    if (drawing.peek()) return
    if (clickedThing(map, event)) return
    const { workspace, selection } = view.peek()
    if (workspace === 'site') changeView({ pin: [event.lngLat.lng, event.lngLat.lat] })
    else if (workspace === 'layout' && selection) changeView({ selection: null })
  })
}

/** False where nothing lies under the click that can be selected or opened. */
function clickedThing(map: MapLibre, { point }: MapMouseEvent): boolean {
  for (const { layer, click } of POINTED) {
    if (!click || !map.getLayer(layer)) continue
    const [hit] = map.queryRenderedFeatures(point, { layers: [layer] })
    if (!hit) continue
    const { does } = click
    if ('opens' in does) {
      does.opens(map, hit)
      return true
    }
    const id = hit.properties[does.by]
    if (!id) continue
    changeView({ selection: { collection: does.selects, id: String(id) } })
    return true
  }
  return false
}
