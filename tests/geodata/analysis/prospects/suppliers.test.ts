// Which projects count as suppliers that are not there yet, and why do others not?
import { expect, it } from 'vitest'
import { suppliersOf } from '#geodata/analysis/prospects/suppliers.ts'
import { prospects } from '#geodata/contract/editable/prospects.ts'

const project = (id: string, properties: object) => ({
  id,
  properties: prospects.properties.parse({
    nameZh: `虚构项目 ${id}`,
    stage: 'talks',
    parkId: 'river',
    source: 'invented',
    confidence: 'low',
    ...properties,
  }),
})
const named = { name: { zh: '', en: '' }, segmentId: 'chassis' }
const known = {
  products: ['brakes', 'seats'].map((productId) => ({ ...named, productId })),
  parks: [
    {
      id: 'river',
      nameZh: '',
      nameEn: '',
      segmentIds: [],
      undevelopedHectares: null,
      secondsTo: [],
      likelySecondsTo: [],
    },
  ],
}

it('each product that plants take in is a supplier in the agreed park; the rest is named with its reason', () => {
  const pool = [
    project('both', { productIds: ['brakes', 'glue', 'seats'] }),
    project('homeless', { productIds: ['brakes'], parkId: null }),
    project('vague', { segmentIds: ['chassis'] }),
    project('glue', { productIds: ['glue'] }),
    project('elsewhere', { productIds: ['seats'], parkId: 'abroad' }),
    project('there', { productIds: ['seats'], stage: 'producing' }),
  ]
  expect(suppliersOf(pool, ['talks', 'signed'], known)).toEqual({
    suppliers: [
      { prospectId: 'both', productId: 'brakes', parkId: 'river' },
      { prospectId: 'both', productId: 'seats', parkId: 'river' },
    ],
    leftOut: [
      { prospectId: 'homeless', why: 'noPark' },
      { prospectId: 'vague', why: 'noProduct' },
      { prospectId: 'glue', why: 'notCounted' },
      { prospectId: 'elsewhere', why: 'notCounted' },
    ],
  })
})
