// Do scenarios change what they name and nothing else, add up, and say what contradicts or is gone?
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { groundArrays } from '#geodata/analysis/ground/street-ground/ground-arrays.ts'
import { groundRecord } from '#geodata/analysis/ground/street-ground/ground-record.ts'
import { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import { type ScenarioChange, ScenariosResult } from '#geodata/contract/processes/scenarios.ts'
import { encodeNetwork } from '#geodata/network/street/network-file.ts'
import { networksFolder } from '#server/store/files/network-files.ts'
import { builtApp, problemOf, sending } from '#tests/support/built-app.ts'
import { kilometersOf, lngLatOf, surveyed } from '#tests/support/surveyed.ts'

/** Where the plant O009 lies: ten kilometers along a road from the west, thirty the other way round. */
const [east, north] = kilometersOf([106.5897, 29.6857])
const PLACES = {
  west: [east - 10, north],
  plant: [east, north],
  east: [east + 4, north],
  northeast: [east + 4, north + 6],
  northwest: [east - 10, north + 6],
  south: [east, north - 2],
} as const
const town = surveyed({
  places: PLACES,
  ways: {
    'west plant east': { highway: 'primary' },
    'plant south': { highway: 'primary' },
    'west northwest northeast east': { highway: 'primary' },
  },
})
const built = builtApp((folder) => {
  const networks = networksFolder(folder)
  mkdirSync(networks)
  const bytes = encodeNetwork(town, groundRecord(groundArrays(town)))
  writeFileSync(path.join(networks, 'town.road'), bytes)
})
const run = (id: string, inputs: unknown) =>
  built.app.request(`/api/processes/${id}/execution`, sending('POST', { inputs }))
const SITING = { productId: 'battery-tray', network: 'skeleton', doubt: { draws: 100 } }
const IDS = ['CQ-V01', 'CQ-V02', 'CQ-V03']
type Sent = { id: string; changes: ScenarioChange[] }

async function ask(scenarios: Sent[], more: object = {}) {
  const named = scenarios.map((one) => ({ ...one, name: one.id }))
  const asked = { siting: SITING, candidateIds: IDS, scenarios: named, ...more }
  const response = await run('scenarios', asked)
  const text = await response.text()
  expect(response.status, text).toBe(200)
  return ScenariosResult.parse(JSON.parse(text)).columns
}

const LAND: Sent = { id: 'land', changes: [{ kind: 'land', parkId: 'CQ-V01', hectares: 400 }] }
const PLANT: Sent = {
  id: 'plant',
  changes: [{ kind: 'vehiclePlant', id: 'new-1', name: '第二个整车园', lngLat: [106.712, 29.7] }],
}

it('moves the score by the land that is known, adds plants to all, and adds up what is combined', async () => {
  const [base, land, plant, both] = await ask([LAND, PLANT], { combined: [['land', 'plant']] })
  const compared = ComparisonResult.parse(
    await (await run('comparison', { siting: SITING, candidateIds: IDS })).json(),
  )
  base?.cells.forEach((cell, index) => {
    expect(cell.ranked?.score).toBe(compared.candidates[index]?.ranked?.score.central)
  })
  // 400 ha are 4 km² of the scale 0 … 5; what was unknown stood at the middle.
  const share = compared.criteria.find(({ id }) => id === 'land')?.weight ?? 0
  const changes = land?.cells.map(({ ranked }) => ranked?.scoreChange ?? 0)
  expect(changes?.[0]).toBeCloseTo(100 * share * (4 / 5 - 0.5), 9)
  expect(changes?.slice(1)).toEqual([0, 0])
  expect(land?.differs).toEqual([
    {
      zh: '龙盛新城·龙兴：未开发用地确知为 400 公顷',
      en: 'Longsheng Longxing: 400 ha undeveloped, known for sure',
    },
  ])
  expect(plant?.differs[0]?.en).toBe(
    'Another vehicle plant, “第二个整车园”, at Yubei Frontier City',
  )
  // CQ-V03 stands where the new plant is: the mean has one more that is minutes away, and the window holds one more.
  const raw = (column: typeof base, criterion: string) => column?.cells[2]?.raws[criterion] ?? -1
  const count = compared.rows.filter(({ id }) => id.startsWith('plant ')).length
  const added = raw(plant, 'plantMinutes') * (count + 1) - raw(base, 'plantMinutes') * count
  expect(added).toBeGreaterThan(-0.2)
  expect(added).toBeLessThan(10)
  expect(raw(plant, 'plantsWithin')).toBe(raw(base, 'plantsWithin') + 1)
  expect(both?.scenarioIds).toEqual(['land', 'plant'])
  expect(both?.differs).toEqual([...(land?.differs ?? []), ...(plant?.differs ?? [])])
  const change = (column: typeof base) => column?.cells[0]?.ranked?.scoreChange ?? 0
  expect(change(both)).toBeCloseTo(change(land) + change(plant), 6)
})

it('weighs a plant by its volume where the question does, and says so where it does not', async () => {
  const more: Sent = { id: 'more', changes: [{ kind: 'volume', plantId: 'O006', percent: 900 }] }
  const [, ignored] = await ask([more])
  expect(ignored?.notices[0]?.en).toContain('does not weigh plants by volume')
  expect(ignored?.cells.map(({ ranked }) => ranked?.scoreChange)).toEqual([0, 0, 0])
  const customers = ['O006', 'O008'].map((plantId) => ({ plantId, annualUnits: 1000 }))
  const siting = { ...SITING, customers }
  const [base, tenfold] = await ask([more], { siting })
  expect(tenfold?.notices).toEqual([])
  const minutes = async (plantId: string) => {
    const asked = { siting: { ...siting, customers: [{ plantId }] }, candidateIds: IDS }
    const { candidates } = ComparisonResult.parse(await (await run('comparison', asked)).json())
    return candidates[0]?.terms.find(({ criterion }) => criterion === 'plantMinutes')?.raw ?? 0
  }
  const [six, eight] = [await minutes('O006'), await minutes('O008')]
  expect(base?.cells[0]?.raws.plantMinutes).toBeCloseTo((six + eight) / 2, 1)
  expect(tenfold?.cells[0]?.raws.plantMinutes).toBeCloseTo((10 * six + eight) / 11, 1)
})

it('shortens ways by a road that is opened, and nobody’s way grows', async () => {
  const road: Sent = {
    id: 'road',
    changes: [
      { kind: 'opened', from: [106.795, 29.69], to: [105.93, 29.36], roadClass: 'motorway' },
    ],
  }
  const [base, opened] = await ask([road])
  const minutes = (column: typeof base) =>
    column?.cells.map(({ raws }) => raws.plantMinutes ?? 0) ?? []
  minutes(opened).forEach((now, index) => {
    expect(now).toBeLessThanOrEqual(minutes(base)[index] ?? 0)
  })
  expect(minutes(opened)[0]).toBeLessThan((minutes(base)[0] ?? 0) - 0.2)
})

it('answers the other scenarios where one is gone, contradicts another or needs streets', async () => {
  const poor: Sent = { id: 'poor', changes: [{ kind: 'land', parkId: 'CQ-V01', hectares: 5 }] }
  const gone: Sent = { id: 'gone', changes: [{ kind: 'land', parkId: 'CQ-X99', hectares: 5 }] }
  const bridge: Sent = { id: 'bridge', changes: [{ kind: 'closed', near: [106.55, 29.56] }] }
  const sea: Sent = {
    id: 'sea',
    changes: [{ kind: 'opened', from: [122, 30], to: [106.5, 29.5], roadClass: 'trunk' }],
  }
  const columns = await ask([LAND, poor, gone, bridge, sea], {
    combined: [
      ['land', 'poor'],
      ['land', 'land'],
    ],
  })
  expect(columns.map(({ cells }) => cells.length)).toEqual([3, 3, 3, 0, 0, 0, 0, 3])
  expect(columns[3]?.refused).toEqual([
    {
      pointer: '/inputs/scenarios/2/changes/0',
      detail: 'There is no park “CQ-X99”; it may have been deleted.',
      detailZh: '没有园区“CQ-X99”，可能已被删除',
    },
  ])
  expect(columns[4]?.refused[0]?.detailZh).toContain('街道路网')
  expect(columns[5]?.refused[0]?.pointer).toBe('/inputs/scenarios/4/changes/0/from')
  expect(columns[6]?.refused).toEqual([
    {
      pointer: '/inputs/scenarios/1/changes/0',
      detail:
        '“Longsheng Longxing: 5 ha undeveloped, known for sure” contradicts “Longsheng Longxing: 400 ha undeveloped, known for sure”: one thing has one value.',
      detailZh:
        '“龙盛新城·龙兴：未开发用地确知为 5 公顷”与“龙盛新城·龙兴：未开发用地确知为 400 公顷”矛盾：同一项只能取一个值',
    },
  ])
  const problem = await problemOf(
    await run('scenarios', {
      siting: SITING,
      candidateIds: IDS,
      scenarios: [{ ...LAND, name: 'x' }],
      combined: [['land', 'lost']],
    }),
    404,
  )
  expect(problem.errors?.[0]?.pointer).toBe('/inputs/combined/0/1')
})

it('raises the freight of all alike by a rate, and no score with it', async () => {
  const siting = { ...SITING, logistics: { truck: 'semitrailer', unitsPerTruck: 400 } }
  const dearer: Sent = { id: 'dearer', changes: [{ kind: 'freightRate', percent: 25 }] }
  const [base, now] = await ask([dearer], { siting })
  const yuan = (column: typeof base) => column?.cells.map(({ raws }) => raws.freightPerUnit ?? 0)
  const before = yuan(base) ?? []
  expect(Math.min(...before)).toBeGreaterThan(1)
  // Both are told to a hundredth.
  yuan(now)?.forEach((amount, index) => {
    expect(Math.abs(amount - 1.25 * (before[index] ?? 0))).toBeLessThan(0.012)
  })
  expect(now?.cells.map(({ ranked }) => ranked?.scoreChange)).toEqual([0, 0, 0])
  expect(now?.notices[0]?.en).toContain('no score does')
})

it('leads the long way round a closed road, and takes longer where all drive slower', async () => {
  const pins = (['west', 'east'] as const).map((id) => ({ id, lngLat: lngLatOf(PLACES[id]) }))
  const siting = {
    ...SITING,
    network: 'town',
    customers: [{ plantId: 'O009' }],
    pins,
  }
  const candidateIds = pins.map(({ id }) => id)
  const near = lngLatOf([east - 5, north])
  const closed: Sent = { id: 'closed', changes: [{ kind: 'closed', near }] }
  const slow: Sent = { id: 'slow', changes: [{ kind: 'speed', timeFactor: 2 }] }
  const field: Sent = { id: 'field', changes: [{ kind: 'closed', near: [107.6, 30.4] }] }
  const columns = await ask([closed, slow, field], {
    siting,
    candidateIds,
    combined: [['closed', 'slow']],
  })
  const minutes = columns.map(({ cells }) => cells.map(({ raws }) => raws.plantMinutes ?? 0))
  const [base = [], around = [], slower = [], nowhere, both = []] = minutes
  const [fromWest = 0, fromEast = 0] = base
  expect(fromWest).toBeGreaterThan(5)
  // Thirty kilometers and turns in place of ten.
  expect((around[0] ?? 0) / fromWest).toBeGreaterThan(2.5)
  expect((around[0] ?? 0) / fromWest).toBeLessThan(3.5)
  expect(around[1]).toBe(fromEast)
  expect(slower[0]).toBeCloseTo(2 * fromWest, 1)
  expect(slower[1]).toBeCloseTo(2 * fromEast, 1)
  expect(both[0]).toBeCloseTo(2 * (around[0] ?? 0), 1)
  expect(nowhere).toEqual([])
  expect(columns[3]?.refused).toEqual([
    {
      pointer: '/inputs/scenarios/2/changes/0',
      detail: 'No street of the network is near this place.',
      detailZh: '此处附近没有路网中的道路。',
    },
  ])
  // The question of Site under the same closing says the same.
  const conditions = { closedNear: [near] }
  const asked = { siting: { ...siting, conditions }, candidateIds }
  const { candidates } = ComparisonResult.parse(await (await run('comparison', asked)).json())
  const raws = candidates.map(({ terms }) => terms.map(({ raw }) => raw))
  expect(raws).toEqual(columns[1]?.cells.map((cell) => Object.values(cell.raws)))
})
