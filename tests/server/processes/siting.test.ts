// What does the API answer to a question that cannot be answered as it was asked?
import { describe, expect, it } from 'vitest'
import { SitingResult } from '#geodata/contract/processes/siting.ts'
import { builtApp, problemOf, sending } from '#tests/support/built-app.ts'
import { changing } from '#tests/support/edits.ts'
import { HOME } from '#tests/support/home.ts'

const built = builtApp()
const ask = (inputs: object) =>
  built.app.request('/api/processes/siting/execution', sending('POST', { inputs }))
const ranked = async (inputs: object) => SitingResult.parse(await (await ask(inputs)).json())

describe('a question that cannot be asked', () => {
  it.each([
    [{ customers: [] }, 400, '/inputs/customers', '至少选一家整车厂', 'at least one vehicle plant'],
    [
      {
        needs: [
          { id: 'landHectares', amount: 5 },
          { id: 'landHectares', amount: 50, isHard: false },
        ],
      },
      400,
      '/inputs/needs',
      '只保留一项',
      'keep one of them',
    ],
    [
      { needs: [{ id: 'sunshine' }] },
      404,
      '/inputs/needs/0/id',
      '一项要求的编号',
      'the code of a need',
    ],
  ])(
    '%j is refused, saying where, and what to do, in both languages',
    async (more, status, pointer, zh, en) => {
      const response = await ask({ productId: 'battery-tray', ...more })
      const [error] = (await problemOf(response, status)).errors ?? []
      expect(error?.pointer).toBe(pointer)
      expect(error?.detailZh).toContain(zh)
      expect(error?.detail).toContain(en)
    },
  )
})

describe('a question of which parts mean nothing', () => {
  const asked = { productId: 'battery-tray' }
  const pointersOf = async (inputs: object, status: number, id = 'siting') => {
    const body = id === 'siting' ? inputs : { siting: inputs }
    const response = await built.app.request(
      `/api/processes/${id}/execution`,
      sending('POST', { inputs: body }),
    )
    return (await problemOf(response, status)).errors?.map(({ pointer }) => pointer)
  }

  it('is told every id that is not known, at once, also from within a sensitivity', async () => {
    const unknown = {
      ...asked,
      parkIds: ['no-park'],
      siteIds: ['no-site'],
      customers: [{ plantId: 'no-plant' }],
      upstream: [{ productId: 'battery-tray' }, { productId: 'no-product' }, { segmentId: 'none' }],
      needs: [{ id: 'sunshine' }],
      weights: { beauty: 1 },
    }
    const at = [
      'parkIds/0',
      'siteIds/0',
      'customers/0/plantId',
      'upstream/1/productId',
      'upstream/2/segmentId',
      'needs/0/id',
      'weights/beauty',
    ]
    expect(await pointersOf(unknown, 404)).toEqual(at.map((one) => `/inputs/${one}`))
    expect(await pointersOf(unknown, 404, 'sensitivity')).toEqual(
      at.map((one) => `/inputs/siting/${one}`),
    )
  })

  it('is told whatever comes twice, is not closed or lacks its amount, at once', async () => {
    const inputs = {
      ...asked,
      parkIds: ['P01', 'P02', 'P01', 'P01'],
      siteIds: ['S1', 'S1'],
      pins: [
        { id: 'a', lngLat: [106.5, 29.5] },
        { id: 'a', lngLat: [106.6, 29.6] },
      ],
      customers: [{ plantId: 'O1' }, { plantId: 'O1', annualUnits: 5 }],
      area: {
        type: 'Polygon',
        coordinates: [
          [
            [106, 29],
            [107, 29],
            [107, 30],
            [106, 30],
          ],
        ],
      },
      needs: [
        { id: 'plantMinutesAtMost' },
        { id: 'gas' },
        { id: 'landHectares', isHard: false },
        { id: 'powerMegavoltAmperes' },
        { id: 'floorLoad' },
      ],
    }
    expect(await pointersOf(inputs, 400)).toEqual(
      [
        'parkIds/2',
        'parkIds/3',
        'siteIds/1',
        'pins/1/id',
        'area/coordinates/0',
        'customers/1/plantId',
        'needs/0/amount',
        'needs/2/amount',
        'needs/3/amount',
        'needs/4/amount',
      ].map((one) => `/inputs/${one}`),
    )
  })

  it('is told of an outline that crosses itself, a pin off the roads and weights that are all zero, at once', async () => {
    const { criteria, ranking } = await ranked(asked)
    const bow = [
      [106, 29],
      [107, 30],
      [107, 29],
      [106, 30],
      [106, 29],
    ]
    const inputs = {
      ...asked,
      area: { type: 'Polygon', coordinates: [bow] },
      pins: [
        { id: 'sea', lngLat: [120, 20] },
        { id: ranking[0]?.id, lngLat: [106.5, 29.5] },
      ],
      weights: Object.fromEntries(criteria.map(({ id }) => [id, 0])),
    }
    expect(await pointersOf(inputs, 422)).toEqual(
      ['pins/1/id', 'area/coordinates', 'weights', 'pins/0/lngLat'].map((one) => `/inputs/${one}`),
    )
    const { weights } = inputs
    const some = { ...asked, weights: { ...weights, land: 1 } }
    expect((await ranked(some)).criteria.find(({ id }) => id === 'land')?.weight).toBe(1)
    const [error] = (await problemOf(await ask({ ...asked, weights }), 422)).errors ?? []
    expect(error?.detailZh).toContain('权重都是 0')
  })
})

describe('a product that is not listed, and parks outside the city', () => {
  it('are asked for by segment and inputs, and by their ids', async () => {
    const upstream = [{ productId: 'cockpit-display' }]
    const bare = await ranked({ segmentId: 'cockpit' })
    const { ranking, criteria } = await ranked({ segmentId: 'cockpit', upstream })
    const known = (one: (typeof ranking)[number] | undefined) =>
      one?.terms.find(({ criterion }) => criterion === 'upstreamMinutes')?.rawHigh ?? null
    expect(known(bare.ranking[0])).toBeNull()
    expect(ranking.some((one) => known(one) !== null)).toBe(true)
    expect(criteria.map(({ id }) => id)).not.toContain('competitors')
    const response = await built.app.request('/api/collections/parks/items?limit=1000')
    const { features } = (await response.json()) as {
      features: { geometry: unknown; properties: { id: string; stage: string } }[]
    }
    const placed = features.filter(({ geometry }) => geometry)
    const parkIds = placed.map(({ properties }) => properties.id)
    const partners = placed.filter(({ properties }) => properties.stage === 'partner')
    expect(partners.length).toBeGreaterThan(0)
    const wide = await ranked({ productId: 'battery-tray', parkIds })
    const usual = await ranked({ productId: 'battery-tray' })
    expect(wide.ranking.length).toBe(usual.ranking.length + partners.length)
    for (const { properties } of partners)
      expect(wide.ranking.map(({ id }) => id)).toContain(properties.id)
  })
})

describe('a question that leaves nothing, or lacks what it needs', () => {
  it('says which volume to change when customers take more than is made', async () => {
    const { offered } = await ranked({ productId: 'battery-tray' })
    const customers = offered.plants
      .filter(({ isCustomer }) => isCustomer)
      .slice(0, 2)
      .map(({ id }) => ({ plantId: id, annualUnits: 60_000 }))
    const asked = { productId: 'battery-tray', customers }
    const { notices } = await ranked({ ...asked, annualUnits: 100_000 })
    expect(notices.map(({ zh }) => zh)).toEqual([
      '客户一年要 120000 件，而年产量只有 100000 件：请调高年产量，或调低客户用量。',
    ])
    expect((await ranked({ ...asked, annualUnits: 120_000 })).notices).toEqual([])
  })

  it('names what to relax when an area holds no candidate', async () => {
    const sea = [
      [105, 20],
      [105.1, 20],
      [105.1, 20.1],
      [105, 20],
    ]
    const all = (await ranked({ productId: 'battery-tray' })).ranking.length
    const { ranking, notices } = await ranked({
      productId: 'battery-tray',
      area: { type: 'Polygon', coordinates: [sea] },
    })
    expect(ranking).toEqual([])
    expect(notices.map(({ zh }) => zh).join()).toContain(`取消范围，可比 ${all} 处`)
  })

  it('says that a product has no recorded inputs, and takes those the user chooses', async () => {
    const productId = 'hd-map'
    const without = await ranked({ productId })
    expect(without.notices.map(({ zh }) => zh).join()).toContain('没有记录这个产品用什么做')
    const chosen = await ranked({ productId, upstream: [{ productId: 'battery-tray' }] })
    expect(chosen.notices).toEqual([])
    const term = chosen.ranking[0]?.terms.find(({ criterion }) => criterion === 'upstreamMinutes')
    expect(term?.known).toBe(true)
  })
})

it('follows a corrected input of a product at once, and names who corrected what by its source', async () => {
  const asked = { productId: 'battery-tray' }
  const before = await ranked(asked)
  const input = before.offered.inputs.find(({ makerCount }) => makerCount > 0)
  const url = `/api/collections/product-inputs/items/${input?.id}`
  const response = await built.app.request(url)
  const feature = (await response.json()) as { properties: Record<string, unknown> }
  const told = { inputProductId: 'seat', inputSegmentId: null, source: 'invented for the test' }
  const draft = {
    ...feature,
    properties: { ...feature.properties, ...told, sourceClass: 'official' },
  }
  const seen = { 'If-Match': response.headers.get('ETag') ?? '' }
  const written = await built.app.request(url, changing('PUT', draft, seen))
  expect(written.status, await written.clone().text()).toBeLessThan(300)
  const after = (await ranked(asked)).offered.inputs.find(({ id }) => id === input?.id)
  expect(after).toMatchObject({ productId: 'seat', kind: 'documented', source: told.source })
  expect(input?.kind).toBe('assumption')
  const row = (await built.store.documents.rows(HOME, 'product_inputs')).find(
    ({ id }) => id === input?.id,
  )
  expect(row).toMatchObject({ inputProductZh: '座椅', inTaxonomy: 'yes' })
})
