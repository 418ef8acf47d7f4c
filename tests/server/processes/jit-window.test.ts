// Are the windows of the API those of its own matrix and rows, worked out by hand?
import { expect, it } from 'vitest'
import type { Park } from '#geodata/contract/collections.ts'
import { JitWindowResult } from '#geodata/contract/processes/jit-window.ts'
import type { OdMatrixResult } from '#geodata/contract/processes/od-matrix.ts'
import { builtApp, problemOf, sending } from '#tests/support/built-app.ts'
import { changing } from '#tests/support/edits.ts'
import { HOME } from '#tests/support/home.ts'

const built = builtApp()
const ask = (id: string, inputs: unknown) =>
  built.app.request(`/api/processes/${id}/execution`, sending('POST', { inputs }))
async function windows(inputs: object): Promise<JitWindowResult> {
  const response = await ask('jit-window', inputs)
  const text = await response.text()
  expect(response.status, text).toBe(200)
  expect(await (await ask('jit-window', inputs)).text()).toBe(text)
  return JitWindowResult.parse(JSON.parse(text))
}
const HAND = { loadingLow: 15, loadingHigh: 25, dockLow: 10 + 15, dockHigh: 30 + 25 }

it('takes every product to every running plant of the city at every hour in one request', async () => {
  const { parts, plants, hours, cells } = await windows({ parkId: await aPark() })
  const running = (
    (await built.store.documents.rows(HOME, 'plants')) as Record<string, unknown>[]
  ).filter(({ rowType, status }) => rowType === 'plant' && status === 'running')
  expect(plants.length).toBeGreaterThan(5)
  expect(plants.length).toBeLessThanOrEqual(running.length)
  expect(hours).toEqual([...Array(24).keys()])
  expect(cells.length).toBe(parts.length * plants.length)
  for (const { verdicts, slackMinutes, onTimeShare } of cells) {
    expect([verdicts.length, slackMinutes.length, onTimeShare.length]).toEqual([24, 24, 24])
  }
})

it('leaves a part without a budget unknown everywhere, and never in time', async () => {
  const { parts, cells } = await windows({ parkId: await aPark(), hours: [8] })
  const mapped = new Set(
    ((await built.store.documents.rows(HOME, 'jit_parts')) as { productId: string }[]).map(
      (row) => row.productId,
    ),
  )
  expect(
    parts
      .filter(({ budget }) => budget)
      .map(({ productId }) => productId)
      .sort(),
  ).toEqual([...mapped].sort())
  for (const { productId, verdicts, onTimeShare } of cells) {
    expect(verdicts[0] === 'unknown', productId).toBe(!mapped.has(productId))
    expect(onTimeShare[0] === null).toBe(!mapped.has(productId))
  }
})

it('leaves the slack of the rows and of the matrix, slower in the hours said to be slow', async () => {
  const hourFactors = Array(24).fill(1)
  hourFactors[8] = 1.5
  const parkId = await aPark()
  const { plants, cells, parts } = await windows({
    parkId,
    productIds: ['seat'],
    hours: [3, 8],
    hourFactors,
    doubt: { speedLow: 1, speedHigh: 1 },
  })
  const response = await built.app.request(`/api/collections/parks/items/${parkId}`)
  const park = (await response.json()) as Park
  const firms = (await Promise.all(
    plants.map(async ({ id }) =>
      (await built.app.request(`/api/collections/companies/items/${id}`)).json(),
    ),
  )) as Park[]
  const matrix = (await (
    await ask('od-matrix', {
      origins: [park.geometry.coordinates],
      originRadiusKilometers: [park.properties.precisionRadiusKilometers],
      destinations: firms.map(({ geometry }) => geometry.coordinates),
      destinationRadiusKilometers: firms.map(
        ({ properties }) => properties.precisionRadiusKilometers,
      ),
      doubt: { speedLow: 1, speedHigh: 1 },
    })
  ).json()) as OdMatrixResult
  expect(parts[0]?.budget?.minutes).toEqual({ low: 120, high: 240 })
  plants.forEach((plant, index) => {
    const low = (matrix.durationLowSeconds?.[0]?.[index] ?? Number.NaN) / 60
    const high = (matrix.durationHighSeconds?.[0]?.[index] ?? Number.NaN) / 60
    const cell = cells.find(({ plantId }) => plantId === plant.id)
    for (const [entry, factor] of [
      [0, 1],
      [1, 1.5],
    ] as const) {
      const [, central = 0] = cell?.slackMinutes[entry] ?? []
      const usual = (matrix.durationSeconds[0]?.[index] ?? Number.NaN) / 60
      expect(central, plant.id).toBeCloseTo(180 - 20 - 40 - usual * factor, 0)
      // The bounds are those of the matrix.
      const [least = 0, , most = 0] = cell?.slackMinutes[entry] ?? []
      const worst = 120 - HAND.loadingHigh - HAND.dockHigh - high * factor
      const best = 240 - HAND.loadingLow - HAND.dockLow - low * factor
      expect(least, plant.id).toBeLessThan(worst + 0.1)
      expect(most, plant.id).toBeGreaterThan(best - 0.1)
      const { lowSeconds, highSeconds } = plant.duration!
      expect(least).toBeCloseTo(worst - (highSeconds / 60 - high) * factor, 0)
      expect(most).toBeCloseTo(best + (low - lowSeconds / 60) * factor, 0)
      // And the likely range lies within, by the minutes that are told as likely.
      const [likelyLeast = 0, , likelyMost = 0] = cell?.slackLikely[entry] ?? []
      const [near, far] = plant.likelyMinutes!
      expect(likelyLeast).toBeCloseTo(worst - (far - high) * factor, 0)
      expect(likelyMost).toBeCloseTo(best + (low - near) * factor, 0)
      expect(likelyLeast).toBeGreaterThan(least - 0.1)
      expect(likelyMost).toBeLessThan(most + 0.1)
    }
  })
})

it('loads and unloads as each customer is said to be delivered, the limit stays', async () => {
  const asked = { parkId: await aPark(), productIds: ['seat'], hours: [3], variation: 0 }
  const { plants } = await windows(asked)
  const [racks, pallets, unsaid] = plants.map(({ id }) => id)
  const deliveries = { [racks!]: 'jis', [pallets!]: 'daily' }
  const before = await windows(asked)
  const after = await windows({ ...asked, deliveries })
  const rows = (await built.store.documents.rows(HOME, 'freight_costs')) as Record<string, number>[]
  const row = (id: string) => rows.find((one) => String(one.id) === id)!
  const slack = (result: JitWindowResult, plantId: string | undefined) =>
    result.cells.find((one) => one.plantId === plantId)!.slackMinutes[0]!
  // Seats go in racks (F22 twice); by pallets they are loaded by F20 and unloaded by F21.
  const slower = (key: string) => row('F20')[key]! + row('F21')[key]! - 2 * row('F22')[key]!
  expect(slack(after, racks)).toEqual(slack(before, racks))
  expect(slack(after, unsaid)).toEqual(slack(before, unsaid))
  const [worst, , best] = slack(after, pallets)
  expect(worst).toBeCloseTo(slack(before, pallets)[0] - slower('valueHigh'), 1)
  expect(best).toBeCloseTo(slack(before, pallets)[2] - slower('valueLow'), 1)
  expect(slower('valueHigh')).toBeGreaterThan(0)
})

it('turns the question round: from its latest place a part is as sure as asked, at the middle', async () => {
  const { parts } = await windows({
    parkId: await aPark(),
    productIds: ['seat'],
    hours: [0],
    variation: 0,
    doubt: { speedLow: 1, speedHigh: 1 },
  })
  // 180 − 20 − 40 in the middle; the ends are 120 − 25 − 55 and 240 − 15 − 25.
  expect(parts[0]?.latestMinutes).toEqual([[40, 120, 200]])
})

it('separates facts from assumptions, and compares with what is published of other plants', async () => {
  const { assumptions, comparisons } = await windows({ parkId: await aPark(), hours: [] })
  const torslanda = comparisons.find(({ plant }) => plant === 'Volvo Torslanda')
  expect(torslanda).toMatchObject({ distanceKilometers: 3, travelMinutes: 10 })
  expect(torslanda?.orderToLineMinutes).toEqual({ low: 210, high: 540 })
  for (const { source } of comparisons) expect(source).toMatch(/^http/)
  expect(assumptions.find(({ id }) => id === 'hourFactor')).toMatchObject({
    value: 1,
    kind: 'assumption',
  })
  expect(assumptions.find(({ id }) => id === 'budget.J23')).toMatchObject({
    value: 120,
    valueHigh: 240,
    kind: 'assumption',
  })
})

it('takes a firm, an own place, and says what it does not know', async () => {
  expect((await windows({ companyId: 'O008', hours: [] })).site.kind).toBe('firm')
  expect((await windows({ lngLat: [106.5, 29.6], hours: [] })).site.kind).toBe('pin')
  const none = await problemOf(await ask('jit-window', { parkId: 'nowhere' }), 404)
  expect(none.errors?.[0]?.pointer).toBe('/inputs/parkId')
  const product = await problemOf(
    await ask('jit-window', { companyId: 'O008', productIds: ['wings'] }),
    404,
  )
  expect(product.errors?.[0]?.pointer).toBe('/inputs/productIds/0')
  const plant = await problemOf(
    await ask('jit-window', { companyId: 'O008', plantIds: ['O008', 'x'] }),
    404,
  )
  expect(plant.errors?.[0]?.pointer).toBe('/inputs/plantIds/1')
  await problemOf(await ask('jit-window', { companyId: 'O008', parkId: 'P001' }), 400)
  await problemOf(await ask('jit-window', { lngLat: [0, 0] }), 422)
  await problemOf(await ask('jit-window', { companyId: 'O008', hourFactors: [1, 2] }), 400)
})

async function aPark(): Promise<string> {
  const response = await built.app.request('/api/collections/parks/items?role=parts&limit=1')
  const { features } = (await response.json()) as { features: Park[] }
  return features[0]?.id ?? ''
}

it('takes a corrected budget at once, with the minutes that its words stand for', async () => {
  const parkId = await aPark()
  const asked = { parkId, productIds: ['seat'], hours: [] }
  const url = '/api/collections/jit-practice/items/J23'
  const response = await built.app.request(url)
  const feature = (await response.json()) as { properties: Record<string, unknown> }
  const told = { orderToLineMinutes: '90-150', source: 'invented for the test' }
  const draft = { ...feature, properties: { ...feature.properties, ...told } }
  const seen = { 'If-Match': response.headers.get('ETag') ?? '' }
  const written = await built.app.request(url, changing('PUT', draft, seen))
  expect(written.status, await written.text()).toBeLessThan(300)
  const budget = (await windows(asked)).parts[0]?.budget
  expect(budget).toMatchObject({ minutes: { low: 90, high: 150 }, source: 'invented for the test' })
})
