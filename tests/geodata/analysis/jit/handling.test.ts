// Does each way of delivery get its own minutes, and both ends where a row allows two?
import { expect, it } from 'vitest'
import type { FreightCostRow } from '#geodata/analysis/facts.ts'
import { handlingOf } from '#geodata/analysis/jit/handling.ts'

const invented = (id: string, valueLow: number, valueHigh: number): FreightCostRow => ({
  id,
  itemZh: '虚构',
  itemEn: 'invented',
  vehicleOrMode: null,
  valueLow,
  valueHigh,
  unit: '分钟',
  source: 'invented',
  sourceClass: 'none',
  asOf: null,
  confidence: 'low',
})
const COSTS = [
  invented('F20', 30, 60),
  invented('F21', 32, 64),
  invented('F22', 15, 25),
  invented('F23', 10, 31),
]

it.each([
  ['JIS', [15, 25], [10 + 15, 31 + 25]],
  ['JIT', [30, 60], [10 + 32, 31 + 64]],
  ['日配/JIT', [30, 60], [10 + 32, 31 + 64]],
  ['JIT/JIS', [15, 60], [10 + 15, 31 + 64]],
  ['JIS(长冻结)或日配', [15, 60], [10 + 15, 31 + 64]],
])('%s', (practice, [low, high], [dockLow, dockHigh]) => {
  expect(handlingOf(COSTS, practice)).toEqual({
    loading: { low, high },
    dock: { low: dockLow, high: dockHigh },
  })
})

it.each(['F20', 'F21', 'F23'])('knows nothing of pallets without row %s', (gone) => {
  const left = COSTS.filter(({ id }) => id !== gone)
  expect(handlingOf(left, 'JIT')).toBeNull()
})

it.each(['JIS', 'JIT/JIS'])('knows nothing of racks without their row: %s', (practice) => {
  expect(handlingOf(COSTS.slice(0, 2).concat(COSTS.slice(3)), practice)).toBeNull()
})
