// Does the progress of the first load count what there is to load, and end with all of it?
import { afterEach, expect, it, vi } from 'vitest'
import { loadData, loading, parks, reloadEdited, unplaced } from '#web/state/region/lists.ts'

/** Answers every request as an empty list; notes what is asked. */
function emptyServer(): string[] {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path.replace(/\?.*$/, ''))
    const nothing = { features: [], numberMatched: 0, items: [], refused: [] }
    return new Response(JSON.stringify(nothing), {
      headers: { 'Content-Type': 'application/json' },
    })
  })
  return asked
}
afterEach(() => vi.unstubAllGlobals())

it('says one more done with each list, and never more than there are', async () => {
  const asked = emptyServer()
  const said: string[] = []
  const stop = loading.subscribe((now) => {
    said.push(now.kind === 'loading' ? `${now.done} of ${now.total}` : now.kind)
  })
  await loadData()
  stop()
  const total = asked.length
  const steps = Array.from({ length: total + 1 }, (_, done) => `${done} of ${total}`)
  expect([...new Set(said)]).toEqual([...steps, 'ready'])
})

it('reads anew after an edit the edited list, the parks and what is said of the data', async () => {
  const asked = emptyServer()
  await reloadEdited('hubs')
  expect(asked.toSorted()).toEqual([
    '/api/collections/hubs/items',
    '/api/collections/parks/items',
    '/api/dataset',
  ])
})

it('keeps a park that has no place out of the list and names it, until it has one again', async () => {
  const park = (id: string, geometry: object | null) => ({
    type: 'Feature',
    id,
    geometry,
    properties: { nameZh: `园区${id}`, nameEn: `Park ${id}` },
  })
  const place = { type: 'Point', coordinates: [106.5, 29.5] }
  let rows = [park('A', place), park('B', null)]
  vi.stubGlobal('fetch', async (path: string) => {
    const features = path.includes('/parks/') ? rows : []
    return new Response(
      JSON.stringify({ features, numberMatched: features.length, items: [], refused: [] }),
      { headers: { 'Content-Type': 'application/json' } },
    )
  })
  await loadData()
  expect(parks.value.map(({ id }) => id)).toEqual(['A'])
  expect(unplaced.value).toEqual([{ list: 'parks', id: 'B', name: { zh: '园区B', en: 'Park B' } }])
  rows = [park('A', place), park('B', place)]
  await reloadEdited('parks')
  expect(parks.value.map(({ id }) => id)).toEqual(['A', 'B'])
  expect(unplaced.value).toEqual([])
})
