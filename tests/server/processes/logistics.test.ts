// Does a candidate's logistics agree with its ranking and with the routes asked one by one?
import { expect, it } from 'vitest'
import { LogisticsResult } from '#geodata/contract/processes/logistics.ts'
import type { RouteResult } from '#geodata/contract/processes/route.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import { builtApp, problemOf, sending } from '#tests/support/built-app.ts'

const built = builtApp()

async function execute<T>(process: string, inputs: object): Promise<T> {
  const response = await built.app.request(
    `/api/processes/${process}/execution`,
    sending('POST', { inputs }),
  )
  expect(response.status).toBe(200)
  return response.json() as Promise<T>
}

const logistics = { truck: 'box10', unitsPerTruck: 60, kilogramsPerUnit: 45 }
const siting = { productId: 'battery-tray', annualUnits: 130_000, logistics }

it('gives each customer its route, the minutes of the ranking, and its share of the year', async () => {
  const ranking = await execute<SitingResult>('siting', siting)
  const first = ranking.ranking[0]!
  const result = LogisticsResult.parse(
    await execute('logistics', { siting, candidateId: first.id }),
  )
  expect(result.per).toBe('year')
  expect(result.customers).toHaveLength(first.plants.length)
  const sent = result.customers.reduce((sum, { units }) => sum + (units ?? 0), 0)
  expect(sent).toBeCloseTo(130_000)
  for (const customer of result.customers) {
    const plant = first.plants.find(({ id }) => id === customer.id)
    expect(customer.duration).toEqual(plant?.duration)
    if (!customer.lengthMeters) continue
    const route = await execute<RouteResult>('route', {
      origin: first.lngLat,
      destination: customer.lngLat,
    })
    expect(customer.lengthMeters).toBe(route.properties.lengthMeters)
    expect(customer.line).toEqual(route.geometry.coordinates)
    const { lowMeters, highMeters } = customer.length!
    // Row F12: 5.0 … 6.8 yuan; one way … both ways.
    expect(customer.freight.yuan?.low).toBeCloseTo(
      ((customer.units! / 60) * lowMeters * 5) / 1000,
      3,
    )
    expect(customer.freight.yuan?.high).toBeCloseTo(
      ((customer.units! / 60) * highMeters * 6.8 * 2) / 1000,
      3,
    )
  }
  expect(result.suppliers.map(({ id }) => id).sort()).toEqual(
    first.suppliers.map(({ id }) => id).sort(),
  )
  expect(result.assumptions.find(({ id }) => id === 'price')?.rowIds).toEqual(['F12'])
  expect(result.total.kilogramsCarbon).not.toBeNull()
})

it('speaks of 1,000 units where the yearly output is unknown', async () => {
  const { annualUnits: _, ...unsized } = siting
  const result = await execute<LogisticsResult>('logistics', {
    siting: unsized,
    candidateId: 'CQ-V02',
  })
  expect(result.per).toBe('thousandUnits')
  expect(result.customers.reduce((sum, { units }) => sum + (units ?? 0), 0)).toBeCloseTo(1000)
})

it('says which id is no candidate, and what the question got wrong at its own place', async () => {
  const ask = (inputs: object) =>
    built.app.request('/api/processes/logistics/execution', sending('POST', { inputs }))
  const nobody = await problemOf(await ask({ siting, candidateId: 'nobody' }), 404)
  expect(nobody.errors?.[0]?.pointer).toBe('/inputs/candidateId')
  const wrong = { ...siting, productId: 'nothing' }
  const problem = await problemOf(await ask({ siting: wrong, candidateId: 'CQ-V02' }), 404)
  expect(problem.errors?.[0]?.pointer).toBe('/inputs/siting/productId')
})

it('calculates with the user’s own factors, and says that they are the user’s', async () => {
  const factors = { price: { low: 6, high: 6 }, return: { low: 1.5, high: 1.5 } }
  const result = await execute<LogisticsResult>('logistics', {
    siting,
    candidateId: 'CQ-V02',
    factors,
  })
  const [customer] = result.customers.filter(({ length }) => length?.lowMeters)
  const yuanOver = (meters: number) => ((customer!.units! / 60) * meters * 6 * 1.5) / 1000
  expect(customer!.freight.yuan?.low).toBeCloseTo(yuanOver(customer!.length!.lowMeters), 3)
  expect(customer!.freight.yuan?.high).toBeCloseTo(yuanOver(customer!.length!.highMeters), 3)
  // Which roads take toll is not known of the skeleton.
  expect(customer!.freight.tollYuan).toBeNull()
  const kinds = Object.fromEntries(result.assumptions.map(({ id, kind }) => [id, kind]))
  expect(kinds).toMatchObject({ price: 'asked', return: 'asked', carbon: 'documented' })
  expect(result.assumptions.find(({ id }) => id === 'carbon')?.asOf).toMatch(/^2019/)
})

it('measures cost and emissions per unit for the ranking, as the routes report them', async () => {
  const { ranking, criteria } = await execute<SitingResult>('siting', siting)
  const one = ranking.find(({ id }) => id === 'CQ-V02')
  const result = await execute<LogisticsResult>('logistics', { siting, candidateId: 'CQ-V02' })
  const sent = result.customers.filter(({ length }) => length)
  const units = sent.reduce((sum, customer) => sum + customer.units!, 0)
  for (const [id, of] of [
    ['freightPerUnit', 'yuan'],
    ['carbonPerUnit', 'kilogramsCarbon'],
  ] as const) {
    const term = one?.terms.find(({ criterion }) => criterion === id)
    const sum = (end: 'low' | 'high') =>
      sent.reduce((total, { freight }) => total + freight[of]![end], 0)
    expect(term?.rawLow).toBeCloseTo(sum('low') / units, 2)
    expect(term?.rawHigh).toBeCloseTo(sum('high') / units, 2)
    const scale = criteria.find((criterion) => criterion.id === id)
    expect(scale?.worst).toBeCloseTo(10 * scale!.best)
    expect(term?.weight).toBe(0)
  }
})
