// Tiles that are asked for twice before the first answer: the map waits for both.
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl'
import { expect, it } from 'vitest'
import { countTiles, tilesAwaited } from '#web/map/tiles-awaited.ts'

/** A source whose answers come when they are sent. */
function source() {
  const answers: PromiseWithResolvers<void>[] = []
  const loadTile = () => {
    const answer = Promise.withResolvers<void>()
    answers.push(answer)
    return answer.promise
  }
  return { answers, source: { loadTile } as unknown as GeoJSONSource }
}

it('waits for every answer, those that fail included, and paints once more after the last', async () => {
  let painted = 0
  const map = { triggerRepaint: () => (painted += 1) } as unknown as MapLibre
  const [parks, hubs] = [source(), source()]
  countTiles(map, parks.source)
  countTiles(map, hubs.source)
  const tile = {} as never
  const loads = [
    parks.source.loadTile(tile),
    parks.source.loadTile(tile),
    hubs.source.loadTile(tile),
  ]
  expect(tilesAwaited(map)).toBe(3)
  parks.answers[0]!.resolve()
  hubs.answers[0]!.reject(new Error('cut off'))
  await loads[0]
  await expect(loads[2]).rejects.toThrow('cut off')
  expect([tilesAwaited(map), painted]).toEqual([1, 0])
  parks.answers[1]!.resolve()
  await loads[1]
  expect([tilesAwaited(map), painted]).toEqual([0, 1])
})

it('awaits nothing on a map whose sources are not counted', () => {
  expect(tilesAwaited({} as MapLibre)).toBe(0)
})
