// Does a file of the listed rows hold these and no others?
import { expect, it } from 'vitest'
import { builtApp } from '#tests/support/built-app.ts'
import { onlyRows } from '#web/panels/table/whole-files.tsx'

const built = builtApp()

async function idsIn(search: URLSearchParams): Promise<string[]> {
  const response = await built.app.request(`/api/collections/hubs/items?f=geojson&${search}`)
  const { features } = (await response.json()) as { features: { id: string }[] }
  return features.map(({ id }) => id)
}

it('asks for the rows that filters left, for all, or for none', async () => {
  const all = await idsIn(onlyRows([], true))
  expect(all.length).toBeGreaterThan(10)
  const some = [all[1] ?? '', all[4] ?? '']
  expect(await idsIn(onlyRows(some, false))).toEqual(some)
  expect(await idsIn(onlyRows([], false))).toEqual([])
  // An id is data: a mark of quotation in it ends nothing.
  expect(await idsIn(onlyRows(["x' OR '1'='1"], false))).toEqual([])
})
