// Names of the map take their sides anew.
import type { Map as MapLibre } from 'maplibre-gl'

/**
 * MapLibre leaves a name on the side that was free when it came, so that the same ground is named in other ways
 * after another way there. What it remembers of that is forgotten here, as it does itself with a new style.
 */
export function placeNamesAnew(map: MapLibre): void {
  Object.assign(map.style, { placement: undefined, pauseablePlacement: undefined })
  map.triggerRepaint()
}
