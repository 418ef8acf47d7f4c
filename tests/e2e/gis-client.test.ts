// Does a GIS client that speaks OGC API – Features read every collection whole?
import { afterAll, beforeAll, expect, it } from 'vitest'
import { COLLECTIONS } from '#geodata/contract/collections.ts'
import { type RunningAtlas, startAtlas } from '#scripts/running-atlas.ts'
import { ogrinfo } from '#tests/support/ogrinfo.ts'

let atlas: RunningAtlas
beforeAll(async () => {
  atlas = await startAtlas()
})
afterAll(() => atlas?.stop())

it('is read by GDAL with the right counts and no warning', async (context) => {
  const dataset = await (await fetch(`${atlas.origin}/api/dataset`)).json()
  for (const collection of COLLECTIONS) {
    const { said, warned } = ogrinfo(context, '-so', `OAPIF:${atlas.origin}/api`, collection)
    expect(warned, collection).toBe('')
    const count = Number(said.match(/Feature Count: (\d+)/)?.[1])
    expect(count, collection).toBe(dataset.counts[collection])
  }
  expect(dataset.counts).toMatchObject({ parks: 52, companies: 184, links: 37, hubs: 23 })
})
