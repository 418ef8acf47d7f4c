// Does the API's coverage agree with a count by hand over the sources, trip by trip?
import Papa from 'papaparse'
import { expect, it } from 'vitest'
import { coverageOf } from '#geodata/analysis/coverage/coverage.ts'
import { CoverageResult, CoverageSettings } from '#geodata/contract/processes/coverage.ts'
import { builtApp, problemOf, sending } from '#tests/support/built-app.ts'
import { sourceText } from '#tests/support/region.ts'

const built = builtApp()
const run = (id: string, inputs: unknown) =>
  built.app.request(`/api/processes/${id}/execution`, sending('POST', { inputs }))
async function coverage(inputs: object = {}) {
  const response = await run('coverage', inputs)
  const text = await response.text()
  expect(response.status, text).toBe(200)
  return CoverageResult.parse(JSON.parse(text))
}

type Row = Record<string, string>
const csv = (name: string): Row[] =>
  Papa.parse<Row>(sourceText(name), { header: true, skipEmptyLines: true }).data
const words = (text: string | undefined) => (text ?? '').split(';').filter(Boolean)
const taxonomy = csv('taxonomy.csv')
const parks = csv('parks.csv')
const companies = csv('companies.csv')
const products = csv('company_products.csv')
const segmentIdOf = (zh: string) => taxonomy.find((row) => row.segment_zh === zh)?.segment_id
const SUPPLIED = [
  ...new Set(taxonomy.filter((row) => row.system !== 'none').map((row) => row.segment_id ?? '')),
]

/** The firms of a segment by the files alone: named in the list, or with a product of it. */
function firmsOf(segmentId: string): Row[] {
  return companies.filter(
    (company) =>
      words(company.segments).some((zh) => segmentIdOf(zh) === segmentId) ||
      products.some(
        (row) =>
          row.company_id === company.id && row.product_id !== '' && row.segment_id === segmentId,
      ),
  )
}

it('counts who makes what in which park as the files do', async () => {
  const { rows, columns, totals } = await coverage()
  const segments = rows.filter(({ kind }) => kind === 'segment')
  expect(segments.map(({ segmentId }) => segmentId)).toEqual(SUPPLIED)
  let assignments = 0
  for (const row of segments) {
    for (const park of parks) {
      const cell = row.cells.find(({ columnId }) => columnId === park.id)
      const inPark = firmsOf(row.segmentId).filter(({ park_id }) => park_id === park.id)
      const isAssigned = words(park.specialties).some((zh) => segmentIdOf(zh) === row.segmentId)
      expect([...(cell?.firmIds ?? [])].sort(), `${row.id} × ${park.id}`).toEqual(
        inPark.map(({ id }) => id).sort(),
      )
      expect(cell?.isAssigned ?? false, `${row.id} × ${park.id}`).toBe(isAssigned)
      if (isAssigned) assignments += 1
    }
  }
  expect(columns).toHaveLength(parks.length + 1)
  expect(totals.firms).toBe(companies.length)
  expect(totals.assignments).toBe(assignments)
  for (const row of rows.filter(({ kind }) => kind === 'product')) {
    const stated = new Set(
      products.filter((one) => one.product_id === row.productId).map((one) => one.company_id),
    )
    expect(new Set(row.firmIds), row.id).toEqual(stated)
  }
})

it('agrees with the minutes of every single pair, asked one origin at a time', async () => {
  const { rows, known } = await coverage({ withinMinutes: 45 })
  const plants = known.destinations.filter(({ kind }) => kind === 'plant')
  const place = (id: string) => companies.find((row) => row.id === id) ?? {}
  const RADIUS: Record<string, number> = { site: 0.2, street: 0.5, town: 3.2, district: 6.5 }
  const radiusOf = (row: Record<string, string | undefined>) =>
    row.coord_radius_kilometers
      ? Number(row.coord_radius_kilometers)
      : RADIUS[row.coord_precision ?? '']
  const minutesOf = new Map<string, { low: number[]; high: number[] }>()
  for (const company of companies) {
    const { id, lng, lat } = company
    if (!id || !lng) continue
    const response = await run('od-matrix', {
      origins: [[Number(lng), Number(lat)]],
      originRadiusKilometers: [radiusOf(company)],
      destinations: plants.map((plant) => [
        Number(place(plant.id).lng),
        Number(place(plant.id).lat),
      ]),
      destinationRadiusKilometers: plants.map((plant) => radiusOf(place(plant.id))),
    })
    const answer = (await response.json()) as Record<string, (number | null)[][]>
    const minutes = (key: string) =>
      (answer[key]?.[0] ?? []).map((seconds) => (seconds ?? Infinity) / 60)
    minutesOf.set(id, { low: minutes('durationLowSeconds'), high: minutes('durationHighSeconds') })
  }
  for (const row of rows.filter(({ kind }) => kind === 'segment')) {
    const firms = firmsOf(row.segmentId).map(({ id = '' }) => minutesOf.get(id))
    const count = (test: (one: { low: number[]; high: number[] }) => boolean) =>
      firms.filter((one) => one && test(one)).length
    const within = count(({ high }) => Math.min(...high) <= 45)
    const atBest = count(({ low }) => Math.min(...low) <= 45)
    const unplaced = firms.filter((one) => !one).length
    expect(row.reach, row.id).toEqual({
      within,
      perhaps: atBest - within,
      beyond: firms.length - unplaced - atBest,
      unmeasured: unplaced,
    })
    const uncovered = plants.filter(
      (_, index) => unplaced + count(({ low }) => (low[index] ?? Infinity) <= 45) === 0,
    )
    expect(row.uncoveredIds, row.id).toEqual(uncovered.map(({ id }) => id))
  }
})

it('travels with its minutes: another limit needs no second question', async () => {
  const { known } = await coverage({ withinMinutes: 60 })
  const asked = { grain: 'district' as const, withinMinutes: 30, thinFirms: 2 }
  const { known: _, basis, doubtfulEnds, doubt, ...again } = await coverage(asked)
  expect(coverageOf(known, CoverageSettings.parse(asked))).toEqual(again)
  expect(basis.network.kind).toBe('skeleton')
})

it('measures to the one park that is named the “1”, and refuses what is none', async () => {
  const { columns } = await coverage({ vehicleParkIds: ['CQ-N01'] })
  expect(columns.filter(({ isVehiclePark }) => isVehiclePark).map(({ id }) => id)).toEqual([
    'CQ-N01',
  ])
  for (const [inputs, pointer] of [
    [{ vehicleParkIds: ['CQ-N01', 'no-such'] }, '/inputs/vehicleParkIds/1'],
    [{ plantIds: ['T001'] }, '/inputs/plantIds/0'],
    [{ destinationIds: ['no-such'] }, '/inputs/destinationIds/0'],
  ] as const) {
    const problem = await problemOf(await run('coverage', inputs), 404)
    expect(problem.errors?.[0]?.pointer).toBe(pointer)
  }
  await problemOf(await run('coverage', { withinMinutes: 0 }), 400)
})

it('looks at the firms that filters keep as at a region that holds no others', async () => {
  const [whole, asked] = [
    await coverage(),
    await coverage({ firmFilters: { districts: ['500112'], firms: ['tier1'] } }),
  ]
  const its = companies.filter(({ adcode, kind }) => adcode === '500112' && kind === 'tier1')
  expect(its.length).toBeGreaterThan(3)
  expect(asked.known.firms.map(({ id }) => id).sort()).toEqual(its.map(({ id }) => id).sort())
  // The plants whose needs are asked are those of the region, whoever is looked at.
  expect(asked.known.destinations).toEqual(whole.known.destinations)
  const ids = new Set(its.map(({ id }) => id))
  const { settings, ...alone } = coverageOf(
    { ...whole.known, firms: whole.known.firms.filter(({ id }) => ids.has(id)) },
    whole.settings,
  )
  expect(asked).toMatchObject(alone)
  const problem = await problemOf(await run('coverage', { firmFilters: { towns: ['x'] } }), 400)
  expect(JSON.stringify(problem.errors)).toContain('towns')
})
