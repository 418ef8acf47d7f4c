// Are buyers and groups of plants those that the API's own matrix gives, counted by hand?
import { expect, it } from 'vitest'
import type { Company } from '#geodata/contract/collections.ts'
import type { OdMatrixResult } from '#geodata/contract/processes/od-matrix.ts'
import { PoolingResult, TransformationResult } from '#geodata/contract/processes/transformation.ts'
import { PRECISION_RADIUS_KILOMETERS } from '#geodata/model/precision.ts'
import { builtApp, sending } from '#tests/support/built-app.ts'
import { HOME } from '#tests/support/home.ts'

const built = builtApp()
async function run<T>(id: string, inputs: object): Promise<T> {
  const answer = await built.app.request(
    `/api/processes/${id}/execution`,
    sending('POST', { inputs }),
  )
  const text = await answer.text()
  expect(answer.status, text).toBe(200)
  return JSON.parse(text)
}
async function firms(): Promise<Map<string, Company>> {
  const answer = await built.app.request('/api/collections/companies/items?limit=10000')
  const { features } = (await answer.json()) as { features: Company[] }
  return new Map(features.map((one) => [one.id, one]))
}
const runningIds = async () =>
  new Set(
    ((await built.store.documents.rows(HOME, 'plants')) as Record<string, unknown>[])
      .filter(({ rowType, status }) => rowType === 'plant' && status === 'running')
      .map(({ companyId }) => String(companyId)),
  )
/** Pairs that the matrix takes at once with radii. */
const AT_ONCE = 2500

/** [low, high] seconds by the matrix, cell by cell: they hold every draw of places and speed. */
async function measured(origins: Company[], destinations: Company[]) {
  const radius = ({ properties }: Company) =>
    properties.precisionRadiusKilometers ?? PRECISION_RADIUS_KILOMETERS.district
  const rowsAtOnce = Math.floor(AT_ONCE / destinations.length)
  const lowSeconds: (number | null)[][] = []
  const highSeconds: (number | null)[][] = []
  for (let from = 0; from < origins.length; from += rowsAtOnce) {
    const some = origins.slice(from, from + rowsAtOnce)
    const part = await run<OdMatrixResult>('od-matrix', {
      origins: some.map(({ geometry }) => geometry?.coordinates),
      originRadiusKilometers: some.map(radius),
      destinations: destinations.map(({ geometry }) => geometry?.coordinates),
      destinationRadiusKilometers: destinations.map(radius),
    })
    lowSeconds.push(...(part.durationLowSeconds ?? []))
    highSeconds.push(...(part.durationHighSeconds ?? []))
  }
  return { lowSeconds, highSeconds }
}

it('counts the vehicle plants in reach of each traditional firm as the matrix has them', async () => {
  const withinMinutes = 60
  const all = await firms()
  const result = TransformationResult.parse(await run('transformation', { withinMinutes }))
  expect(result.firms.length).toBeGreaterThan(20)
  // What a product of the taxonomy needs, read off the rows themselves.
  const inputs = (await built.store.documents.rows(HOME, 'product_inputs')) as Record<
    string,
    unknown
  >[]
  const running = await runningIds()
  const placed = [...all.values()].filter(({ geometry }) => geometry)
  const traditional = placed.filter(({ id }) => result.firms.some((firm) => firm.id === id))
  const { lowSeconds, highSeconds } = await measured(traditional, placed)
  let paths = 0
  for (const [row, { id }] of traditional.entries()) {
    for (const path of result.firms.find((firm) => firm.id === id)?.paths ?? []) {
      paths += 1
      const counts = { within: 0, perhaps: 0, beyond: 0, unmeasured: 0 }
      for (const buyer of all.values()) {
        const needs = inputs.some(
          ({ inputProductId, productId }) =>
            inputProductId === path.toProductId &&
            buyer.properties.productIds.includes(String(productId)),
        )
        if (buyer.id === id || !(running.has(buyer.id) || needs)) continue
        const column = placed.findIndex((one) => one.id === buyer.id)
        const [low, high] = [lowSeconds?.[row]?.[column], highSeconds?.[row]?.[column]]
        if (low == null || high == null) counts.unmeasured += 1
        else if (high <= withinMinutes * 60) counts.within += 1
        else if (low <= withinMinutes * 60) counts.perhaps += 1
        else counts.beyond += 1
      }
      // By the radii alone: surely in time is whoever is in every draw, surely not whoever is in none.
      const { within, perhaps, beyond, unmeasured } = path.buyers
      const about = `${id} ${path.toProductId}`
      expect(unmeasured, about).toBe(counts.unmeasured)
      expect(within + perhaps + beyond, about).toBe(counts.within + counts.perhaps + counts.beyond)
      expect(within, about).toBeGreaterThanOrEqual(counts.within)
      expect(beyond, about).toBeGreaterThanOrEqual(counts.beyond)
      expect(perhaps, about).toBeLessThanOrEqual(counts.perhaps)
    }
  }
  expect(paths).toBeGreaterThan(5)
})

it('groups running plants that lie surely within the radius of one, and no group in another', async () => {
  for (const withinMinutes of [30, 90]) {
    const { groups, unplaced } = PoolingResult.parse(await run('pooling', { withinMinutes }))
    const all = await firms()
    const running = await runningIds()
    const plants = [...all.values()].filter(({ id, geometry }) => geometry && running.has(id))
    expect(unplaced.every(({ id }) => all.get(id)?.geometry === null)).toBe(true)
    const { lowSeconds, highSeconds } = await measured(plants, plants)
    const limit = withinMinutes * 60
    for (const { centreId, plants: members } of groups) {
      const centre = plants.findIndex(({ id }) => id === centreId)
      const inTime = (seconds: (number | null)[][]) =>
        plants.flatMap(({ id }, column) => {
          const most = seconds[centre]?.[column]
          return column === centre || (most != null && most <= limit) ? [id] : []
        })
      const ids = members.map(({ id }) => id)
      // By the radii alone: whoever is in time in every draw of the matrix, and nobody who is in none.
      expect(ids).toEqual(expect.arrayContaining(inTime(highSeconds)))
      expect(inTime(lowSeconds)).toEqual(expect.arrayContaining(ids))
    }
    const sets = groups.map((group) => new Set(group.plants.map(({ id }) => id)))
    for (const one of sets) {
      expect(sets.filter((other) => [...one].every((id) => other.has(id)))).toHaveLength(1)
    }
  }
})

it('says of every rule that it is a reading of ours, and knows both its products', async () => {
  const rows = (await built.store.documents.rows(HOME, 'transformation_paths')) as Record<
    string,
    string
  >[]
  const products = new Set(
    ((await built.store.documents.rows(HOME, 'taxonomy')) as Record<string, string>[]).map(
      ({ productId }) => productId,
    ),
  )
  expect(rows.length).toBeGreaterThan(0)
  for (const { fromProductId, toProductId, basis, source } of rows) {
    expect(products).toContain(fromProductId)
    expect(products).toContain(toProductId)
    if (basis === 'our_reading') expect(source).toBe('general knowledge, unverified')
  }
})
