// Does the index say of the real parks what the API's own rows say?
import { expect, it } from 'vitest'
import type { Company, Park } from '#geodata/contract/collections.ts'
import { ParkIndexResult } from '#geodata/contract/processes/park-index.ts'
import { builtApp, problemOf, sending } from '#tests/support/built-app.ts'

const built = builtApp()
const run = (inputs: unknown) =>
  built.app.request('/api/processes/park-index/execution', sending('POST', { inputs }))
async function indexed(inputs: object = {}): Promise<ParkIndexResult> {
  const answer = await run(inputs)
  const text = await answer.text()
  expect(answer.status, text).toBe(200)
  return ParkIndexResult.parse(JSON.parse(text))
}
async function itemsOf<F>(collection: string): Promise<F[]> {
  const answer = await built.app.request(`/api/collections/${collection}/items?limit=10000`)
  return ((await answer.json()) as { features: F[] }).features
}

it('ranks every park of the N within the city, and each score is the sum of its terms', async () => {
  const { ranking, terms } = await indexed()
  const parks = await itemsOf<Park>('parks')
  const expected = parks.filter(
    ({ properties }) => properties.role !== 'vehicle' && properties.stage !== 'partner',
  )
  expect(ranking.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort())
  expect(terms.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9)
  for (const park of ranking) {
    const sum = park.terms.reduce((total, { contribution }) => total + contribution, 0)
    expect(park.score).toBeCloseTo(sum, 9)
    for (const { value, valueLow, valueHigh, known, raw, reason } of park.terms) {
      expect(valueLow).toBeLessThanOrEqual(value)
      expect(value).toBeLessThanOrEqual(valueHigh)
      expect(known).toBe(raw !== null)
      expect(known).toBe(reason === null)
    }
  }
})

it('counts known firms by their park, and those of the district without one as possible', async () => {
  const { ranking } = await indexed()
  const firms = (await itemsOf<Company>('companies')).map(({ properties }) => properties)
  const parks = await itemsOf<Park>('parks')
  for (const park of ranking) {
    const adcode = parks.find(({ id }) => id === park.id)?.properties.adcode
    const known = firms.filter(({ parkId }) => parkId === park.id).length
    const perhaps = firms.filter((firm) => firm.parkId === null && firm.adcode === adcode).length
    const term = park.terms.find(({ criterion }) => criterion === 'knownFirms')
    expect([term?.raw, term?.rawLow, term?.rawHigh]).toEqual([known, known, known + perhaps])
    expect(term?.rows.length).toBe(known)
  }
})

it('leaves an area that is not stated open from none to all of its points', async () => {
  const { ranking } = await indexed()
  const parks = await itemsOf<Park>('parks')
  const area = (id: string) =>
    ranking.find((park) => park.id === id)?.terms.find((one) => one.criterion === 'documentedArea')
  const unstated = parks.filter(
    ({ id, properties }) => properties.plannedAreaSquareKilometers === null && area(id),
  )
  expect(unstated.length).toBeGreaterThan(20)
  for (const { id } of unstated) {
    expect(area(id)).toMatchObject({ raw: null, known: false, valueLow: 0, valueHigh: 1 })
  }
})

it('measures to the park that is set as the "1", which is never nearer than the nearest', async () => {
  const minutes = ({ ranking }: ParkIndexResult) =>
    new Map(
      ranking.map(({ id, terms }) => [
        id,
        terms.find(({ criterion }) => criterion === 'minutesToOne')?.raw ?? 0,
      ]),
    )
  const nearest = minutes(await indexed())
  const set = minutes(await indexed({ designatedParkId: 'CQ-V04' }))
  for (const [id, value] of nearest) expect(set.get(id)).toBeGreaterThanOrEqual(value)
  expect([...set]).not.toEqual([...nearest])
})

it('names a term or a park it does not know', async () => {
  const term = await problemOf(await run({ weights: { charm: 5 } }), 404)
  expect(term.errors?.[0]?.pointer).toBe('/inputs/weights/charm')
  const park = await problemOf(await run({ designatedParkId: 'nowhere' }), 404)
  expect(park.errors?.[0]?.pointer).toBe('/inputs/designatedParkId')
})
