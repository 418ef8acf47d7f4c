// What is siting asked for a project?
import { expect, it } from 'vitest'
import { madeBy, needsOf } from '#geodata/analysis/prospects/prospect-question.ts'

it('asks for the products, for the segments only where no product is recorded', () => {
  expect(madeBy({ productIds: ['battery-tray', 'e-axle'], segmentIds: ['chassis'] })).toEqual([
    { kind: 'product', id: 'battery-tray' },
    { kind: 'product', id: 'e-axle' },
  ])
  expect(madeBy({ productIds: [], segmentIds: ['chassis'] })).toEqual([
    { kind: 'segment', id: 'chassis' },
  ])
  expect(madeBy({ productIds: [], segmentIds: [] })).toEqual([])
})

it('asks for the land that is wanted, and for none where nobody says how much', () => {
  expect(needsOf({ areaHectares: 8 })).toEqual([{ id: 'landHectares', amount: 8, isHard: true }])
  expect(needsOf({ areaHectares: null })).toEqual([])
})
