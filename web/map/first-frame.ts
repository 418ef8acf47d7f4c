// How does the first picture come at once, and not in twenty frames that are each replaced?
import type { Map as MapLibre } from 'maplibre-gl'

type Painter = { render: (...frame: unknown[]) => void }

/**
 * Paints nothing until all of the sources have their tiles; frames bring the sources on meanwhile. What
 * it returns settles once the first picture is painted.
 *
 * A map that is given its sources paints with every tile that arrives. Each of these pictures costs as
 * much as the last, and none but the last stays. MapLibre has no switch for it: the painter of this one
 * map is silenced, and frames run as they always do, so that no change can be missed.
 *
 * Tiles of others are not waited for: they may never come.
 */
export function holdPaint(map: MapLibre): (sources: readonly string[]) => Promise<void> {
  const painter = Reflect.get(map, 'painter') as Painter
  painter.render = () => {}
  return (sources) =>
    new Promise((resolve) => {
      const look = () => {
        if (!sources.every((id) => map.getSource(id) && map.isSourceLoaded(id))) return
        map.off('render', look)
        // The method of its class again.
        Reflect.deleteProperty(painter, 'render')
        map.once('render', () => resolve())
        map.triggerRepaint()
      }
      map.on('render', look)
      map.triggerRepaint()
    })
}
