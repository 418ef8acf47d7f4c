// Which layers are to be seen: what is switched on, and has not given way to something else?
import type { Map as MapLibre } from 'maplibre-gl'
import { givenWay } from '#web/map/bases/keep-base.ts'
import { BASE_SWITCHES } from '#web/map/bases/switches.ts'
import { DRAWN, layersOf } from '#web/map/drawn/drawn.ts'
import { drawnNetworkId } from '#web/map/drawn/network-roads.ts'
import type { DrawnThing } from '#web/map/drawn-thing.ts'
import { focus, isSwitchedOff } from '#web/map/focus.ts'

export function showLayers(map: MapLibre): void {
  const off = new Set([...DRAWN.filter(isOff).flatMap(layersOf), ...givenWay.value])
  for (const [layer, switchedBy] of Object.entries(BASE_SWITCHES)) {
    if (isSwitchedOff(switchedBy)) off.add(layer)
  }
  // The same numbers stand on the roads of the network.
  if (drawnNetworkId.value) off.add('tile-shield')
  for (const id of map.getLayersOrder()) {
    const wanted = off.has(id) ? 'none' : 'visible'
    if ((map.getLayoutProperty(id, 'visibility') ?? 'visible') !== wanted) {
      map.setLayoutProperty(id, 'visibility', wanted)
    }
  }
}

function isOff({ switchedBy, shownFor, isHidden }: DrawnThing): boolean {
  return (
    (switchedBy !== undefined && isSwitchedOff(switchedBy)) ||
    (shownFor !== undefined && !shownFor.includes(focus.value)) ||
    isHidden?.() === true
  )
}
