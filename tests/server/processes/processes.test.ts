// The analyses as programs call them: kept to their contract, standing on a basis, clear about bad input.
import { describe, expect, it } from 'vitest'
import { IsochroneResult } from '#geodata/contract/processes/isochrone.ts'
import { NearestResult } from '#geodata/contract/processes/nearest.ts'
import { OdMatrixResult } from '#geodata/contract/processes/od-matrix.ts'
import { RouteResult } from '#geodata/contract/processes/route.ts'
import { SitingResult } from '#geodata/contract/processes/siting.ts'
import type { Basis } from '#geodata/contract/shared.ts'
import { builtApp, problemOf, sending } from '#tests/support/built-app.ts'

const built = builtApp()
const ORIGIN = [106.53, 29.61]

const QUESTIONS = {
  nearest: [{ origin: ORIGIN, collection: 'parks' }, NearestResult],
  isochrone: [{ origin: ORIGIN, cutoffMinutes: [30, 60] }, IsochroneResult],
  'od-matrix': [
    {
      origins: [ORIGIN],
      destinations: [
        [106.3, 29.5],
        [0, 0],
      ],
    },
    OdMatrixResult,
  ],
  route: [{ origin: ORIGIN, destination: [106.3, 29.5] }, RouteResult],
  siting: [{ productId: 'battery-tray', pins: [{ id: 'a', lngLat: ORIGIN }] }, SitingResult],
} as const

const run = (id: string, body: unknown) =>
  built.app.request(`/api/processes/${id}/execution`, sending('POST', body))

describe.each(Object.entries(QUESTIONS))('%s', (id, [inputs, contract]) => {
  it('answers as its contract says, and the same question in the same bytes', async () => {
    const first = await run(id, { inputs })
    const text = await first.text()
    expect(first.status, text).toBe(200)
    expect(contract.safeParse(JSON.parse(text)).error).toBeUndefined()
    expect(await (await run(id, { inputs })).text()).toBe(text)
  })

  it('says what it stands on: the loaded data, the network, the profile, these inputs', async () => {
    const dataset = (await (await built.app.request('/api/dataset')).json()) as {
      hash: string
      network: { hash: string; kind: string; date: string; name: { zh: string; en: string } }
    }
    const basisOf = async (asked: object) =>
      ((await (await run(id, { inputs: asked })).json()) as { basis: Basis }).basis
    const basis = await basisOf(inputs)
    expect(basis.dataset.hash).toBe(dataset.hash)
    expect(dataset.network).toMatchObject(basis.network)
    expect(basis.network.kind).toBe('skeleton')
    expect(basis.profile).toBe('truck')
    expect((await basisOf({ ...inputs, profile: 'truck' })).parametersHash).toBe(
      basis.parametersHash,
    )
    const moved = JSON.parse(JSON.stringify(inputs).replaceAll('106.53', '106.54'))
    const other = await basisOf(moved)
    expect(other.parametersHash).not.toBe(basis.parametersHash)
    expect(other.dataset).toEqual(basis.dataset)
  })

  it('is described with its inputs and outputs', async () => {
    const response = await built.app.request(`/api/processes/${id}`)
    const described = (await response.json()) as { id: string; inputs: unknown; outputs: unknown }
    expect(described.id).toBe(id)
    for (const name of Object.keys(inputs)) {
      expect(JSON.stringify(described.inputs)).toContain(`"${name}"`)
    }
    expect(JSON.stringify(described.outputs)).toContain('"basis"')
  })

  it('refuses what is no JSON, no object, no inputs, and an unknown field', async () => {
    for (const [body, pointer] of [
      ['{"inputs": ', ''],
      ['{"inputs": {"origin": [NaN, 29]}}', ''],
      ['[]', ''],
      ['{}', '/inputs'],
      ['{"inputs": null}', '/inputs'],
    ] as const) {
      const { errors } = await problemOf(await run(id, body), 400)
      expect(
        errors?.map((error) => error.pointer),
        body,
      ).toEqual([pointer])
    }
    const extra = await problemOf(await run(id, { inputs: { ...inputs, colour: 'red' } }), 400)
    expect(extra.errors?.[0]?.detail).toContain('colour')
  })
})

it.each<[string, object, string]>([
  ['nearest', { origin: ['106.5', 29.6], collection: 'parks' }, '/inputs/origin/0'],
  ['nearest', { origin: [106.5], collection: 'parks' }, '/inputs/origin'],
  ['nearest', { origin: [106.5, null], collection: 'parks' }, '/inputs/origin/1'],
  ['nearest', { origin: [181, 29.6], collection: 'parks' }, '/inputs/origin/0'],
  ['nearest', { origin: ORIGIN, collection: 'cities' }, '/inputs/collection'],
  ['nearest', { origin: ORIGIN, collection: 'parks', count: 0 }, '/inputs/count'],
  ['nearest', { origin: ORIGIN, collection: 'parks', kind: 'port' }, '/inputs/kind'],
  ['nearest', { origin: ORIGIN, collection: 'hubs', segmentId: 'battery' }, '/inputs/segmentId'],
  ['isochrone', { origin: ORIGIN, cutoffMinutes: [30, -1] }, '/inputs/cutoffMinutes/1'],
  ['isochrone', { origin: ORIGIN, cutoffMinutes: [] }, '/inputs/cutoffMinutes'],
  ['isochrone', { origin: ORIGIN, direction: 'up' }, '/inputs/direction'],
  ['od-matrix', { origins: [], destinations: [ORIGIN] }, '/inputs/origins'],
  [
    'od-matrix',
    { origins: [ORIGIN], destinations: [ORIGIN], originRadiusKilometers: [1, 2] },
    '/inputs/originRadiusKilometers',
  ],
  ['siting', {}, '/inputs/productId'],
  ['siting', { segmentId: 'battery', weights: { land: -1 } }, '/inputs/weights/land'],
])('%s refuses %j and points at the field', async (id, inputs, pointer) => {
  const { errors } = await problemOf(await run(id, { inputs }), 400)
  expect(errors?.map((error) => error.pointer)).toEqual([pointer])
})

it('says what came, and says it in Chinese too', async () => {
  const response = await run('nearest', {
    inputs: { origin: ['106.5', 29.6], collection: 'parks' },
  })
  const [error] = (await problemOf(response, 400)).errors ?? []
  expect(error?.detail).toMatch(/“106\.5” was given; a number is expected/)
  expect(error?.detailZh).toContain('现为“106.5”，应为数字')
  expect(error?.detailZh).not.toMatch(/Invalid|expected/)
})

it.each<[string, object, string]>([
  ['siting', { productId: 'nothing' }, '/inputs/productId'],
  ['siting', { segmentId: 'nothing' }, '/inputs/segmentId'],
  ['siting', { productId: 'battery-tray', parkIds: ['CQ-V01', 'CQ-V99'] }, '/inputs/parkIds/1'],
  [
    'siting',
    { productId: 'battery-tray', customers: [{ plantId: 'nobody' }] },
    '/inputs/customers/0/plantId',
  ],
  ['nearest', { origin: ORIGIN, collection: 'parks', segmentId: 'no' }, '/inputs/segmentId'],
])('%s knows no such id: %j', async (id, inputs, pointer) => {
  const { errors } = await problemOf(await run(id, { inputs }), 404)
  expect(errors?.map((error) => error.pointer)).toEqual([pointer])
  expect(errors?.[0]?.detailZh).not.toMatch(/\ban?\b/)
})

it('knows no such process', async () => {
  for (const id of ['nothing', 'toString']) {
    const { detail } = await problemOf(await run(id, { inputs: {} }), 404)
    expect(detail).toContain('nearest, isochrone, isodistance, od-matrix, route, siting')
  }
})

it('says how far a place off the network is from it', async () => {
  const sea = { origin: [122.5, 29.6], cutoffMinutes: [30] }
  const { detail, detailZh, errors } = await problemOf(await run('isochrone', { inputs: sea }), 422)
  expect(errors?.map(({ pointer }) => pointer)).toEqual(['/inputs/origin'])
  // The sea beyond Shanghai; one degree of longitude is 97 km here, and the region ends near 110° E.
  const [kilometers, kilometersZh] = [detail, detailZh].map((text) =>
    Number(text.match(/(\d+) (km|公里)/)?.[1]),
  )
  expect(kilometers).toBeGreaterThan(1000)
  expect(kilometers).toBeLessThan(1600)
  expect(kilometersZh).toBe(kilometers)
  const pin = { productId: 'battery-tray', pins: [{ id: 'sea', lngLat: [122.5, 29.6] }] }
  const { errors: ofPin } = await problemOf(await run('siting', { inputs: pin }), 422)
  expect(ofPin?.map(({ pointer }) => pointer)).toEqual(['/inputs/pins/0/lngLat'])
})

it('sees that longitude and latitude are swapped', async () => {
  const swapped = { origin: [29.61, 106.53], collection: 'parks' }
  const { errors } = await problemOf(await run('nearest', { inputs: swapped }), 400)
  expect(errors).toEqual([
    {
      pointer: '/inputs/origin/1',
      detail: expect.stringContaining('look swapped'),
      detailZh: expect.stringContaining('写反了'),
    },
  ])
})

it('keeps a null and its reason where the matrix has no answer', async () => {
  const { durationSeconds, issues } = OdMatrixResult.parse(
    await (await run('od-matrix', { inputs: QUESTIONS['od-matrix'][0] })).json(),
  )
  expect(durationSeconds).toEqual([[expect.any(Number), null]])
  expect(issues).toEqual([expect.objectContaining({ kind: 'too-far', destination: 1 })])
})
