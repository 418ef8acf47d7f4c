// Are the figures of the candidates for the "1" those of the API's own matrix?
import { expect, it } from 'vitest'
import type { Company, Park } from '#geodata/contract/collections.ts'
import type { OdMatrixResult } from '#geodata/contract/processes/od-matrix.ts'
import { VehicleParkResult } from '#geodata/contract/processes/vehicle-park.ts'
import { PRECISION_RADIUS_KILOMETERS } from '#geodata/model/precision.ts'
import { builtApp, problemOf, sending } from '#tests/support/built-app.ts'

const built = builtApp()
const run = (id: string, inputs: unknown) =>
  built.app.request(`/api/processes/${id}/execution`, sending('POST', { inputs }))
async function itemsOf<F>(collection: string): Promise<F[]> {
  const answer = await built.app.request(`/api/collections/${collection}/items?limit=10000`)
  return ((await answer.json()) as { features: F[] }).features
}
async function compared(inputs: object = {}): Promise<VehicleParkResult> {
  const answer = await run('vehicle-park', inputs)
  const text = await answer.text()
  expect(answer.status, text).toBe(200)
  return VehicleParkResult.parse(JSON.parse(text))
}

it('compares the four candidates, each figure the count of its own rows', async () => {
  const { candidates, supplierCount } = await compared()
  expect(candidates.map(({ id }) => id)).toEqual(['CQ-V01', 'CQ-V02', 'CQ-V03', 'CQ-V04'])
  const firms = await itemsOf<Company>('companies')
  expect(supplierCount).toBe(firms.filter(({ properties }) => properties.kind !== 'oem').length)
  for (const { suppliers, covered } of candidates) {
    expect(suppliers.length).toBe(supplierCount)
    for (const { cutoffMinutes, suppliers: count } of covered) {
      const within = suppliers.filter(
        ({ duration }) => duration && duration.centralSeconds <= cutoffMinutes * 60,
      )
      expect(count.central).toBe(within.length)
    }
    const shares = covered.map((one) => one.suppliers.central)
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
  }
})

it('takes its minutes from the roads as the matrix does, from the supplier to the park', async () => {
  const { candidates } = await compared({ parkIds: ['CQ-V04'] })
  const parks = await itemsOf<Park>('parks')
  const park = parks.find(({ properties }) => properties.id === 'CQ-V04')
  const placed = (await itemsOf<Company>('companies')).filter(
    ({ properties, geometry }) => geometry && properties.kind !== 'oem',
  )
  const district = PRECISION_RADIUS_KILOMETERS.district
  const matrix = (await (
    await run('od-matrix', {
      origins: placed.map(({ geometry }) => geometry?.coordinates),
      originRadiusKilometers: placed.map(
        ({ properties }) => properties.precisionRadiusKilometers ?? district,
      ),
      destinations: [park?.geometry.coordinates],
      destinationRadiusKilometers: [park?.properties.precisionRadiusKilometers ?? district],
    })
  ).json()) as OdMatrixResult
  const rows = new Map(candidates[0]?.suppliers.map((row) => [row.id, row.duration]))
  placed.forEach(({ properties }, index) => {
    const row = rows.get(properties.id)
    expect(row?.centralSeconds ?? null, properties.id).toBe(matrix.durationSeconds[index]?.[0])
    // Its bounds are those of the radii alone; the matrix holds every draw of places and speed beside.
    const [low, high] = [
      matrix.durationLowSeconds?.[index]?.[0],
      matrix.durationHighSeconds?.[index]?.[0],
    ]
    expect(low === null, properties.id).toBe(row === null || row === undefined)
    expect(row?.lowSeconds ?? 0).toBeGreaterThanOrEqual(low ?? 0)
    expect(row?.highSeconds ?? 0).toBeLessThanOrEqual(high ?? 0)
  })
})

it('counts the suppliers of one segment alone where that is asked', async () => {
  const all = await compared()
  const battery = await compared({ segmentId: 'battery' })
  expect(battery.segmentCount).toBe(1)
  expect(battery.supplierCount).toBeGreaterThan(0)
  expect(battery.supplierCount).toBeLessThan(all.supplierCount)
})

it('knows land as documented and leaves the rest unknown', async () => {
  const { candidates } = await compared()
  expect(
    candidates.map(({ land }) => [land.plannedSquareKilometers, land.developedSquareKilometers]),
  ).toEqual([
    [null, null],
    [null, null],
    [20, null],
    [20, 3.87],
  ])
})

it('names the park that does not exist', async () => {
  const problem = await problemOf(
    await run('vehicle-park', { parkIds: ['CQ-V01', 'nowhere'] }),
    404,
  )
  expect(problem.errors?.[0]?.pointer).toBe('/inputs/parkIds/1')
})
