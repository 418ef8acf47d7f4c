// How does the first picture come at once, and not in twenty frames that are each replaced?
import type { Map as MapLibre } from 'maplibre-gl'

/** How long answers of the map's worker are gathered into one frame. */
const GATHERED_MILLISECONDS = 50

/**
 * Draws no frame but those that bring the sources on, until all of them have their tiles.
 *
 * A map that is given its sources draws with every tile that arrives; each frame costs as much as the
 * last, and none but the last stays. Tiles of others are not waited for: they may never come.
 */
export function holdFrames(map: MapLibre, sources: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    let gathering: ReturnType<typeof setTimeout> | undefined
    // The instance hides the method of its class until the sources are there.
    map.triggerRepaint = () => {}
    const gather = () => {
      gathering ??= setTimeout(() => {
        gathering = undefined
        map.redraw()
        if (sources.every((id) => map.getSource(id) && map.isSourceLoaded(id))) release()
      }, GATHERED_MILLISECONDS)
    }
    const release = () => {
      clearTimeout(gathering)
      map.off('sourcedata', gather)
      map.off('error', gather)
      map.off('remove', release)
      Reflect.deleteProperty(map, 'triggerRepaint')
      resolve()
    }
    map.on('sourcedata', gather)
    map.on('error', gather)
    map.on('remove', release)
    gather()
  })
}
