// Has every tile of our own sources come that was asked for?
//
// A source that is filled anew while its first tiles are on their way has them asked for twice. With the first
// answer MapLibre takes the tile for loaded, and the map rests with what the source held before.
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl'

const awaited = new WeakMap<MapLibre, number>()

/** Of the sources that are counted on a map, how many tiles were asked for and have not come. */
export const tilesAwaited = (map: MapLibre): number => awaited.get(map) ?? 0

/** Counts the tiles of a source of the map; once all that were asked for have come, the map paints once more. */
export function countTiles(map: MapLibre, source: GeoJSONSource): void {
  const load = source.loadTile.bind(source)
  const count = (more: number) => awaited.set(map, tilesAwaited(map) + more)
  source.loadTile = async (tile) => {
    count(1)
    try {
      return await load(tile)
    } finally {
      count(-1)
      if (tilesAwaited(map) === 0) map.triggerRepaint()
    }
  }
}
