// Is the drive to a plant drawn as in siting and freight, and does slack follow it? On the real skeleton.
import { expect, it } from 'vitest'
import { cloudsOver } from '#geodata/analysis/doubt/clouds.ts'
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import { logistics } from '#geodata/analysis/freight/logistics.ts'
import { jitWindow } from '#geodata/analysis/jit/window.ts'
import { JitWindowInputs } from '#geodata/contract/processes/jit-window.ts'
import { LogisticsInputs } from '#geodata/contract/processes/logistics.ts'
import { factsOf, type Given } from '#tests/support/parks-and-plants.ts'
import { realGround } from '#tests/support/region.ts'

const ground = realGround()
const clouds = cloudsOver(ground, { districts: [], rivers: [] })
const PARK: Given = { id: 'A', at: [106.52, 29.62], radius: 6.5 }
const PLANT: Given = { id: 'plant-1', at: [106.63, 29.72], radius: 3.2 }

const handling = (id: string, minutes: number) => ({
  id,
  itemZh: '虚构',
  itemEn: 'invented',
  valueLow: minutes,
  valueHigh: minutes,
  source: 'invented',
  sourceClass: 'none',
})
/** 100 minutes from order to line: 10 to load, 5 at the gate, 15 to unload. */
const SEAT = {
  taxonomy: [
    {
      segmentId: 'cockpit',
      name: { zh: '虚构', en: 'Invented' },
      products: [{ productId: 'seat', name: { zh: '座椅', en: 'Seat' } }],
    },
  ],
  jitParts: [{ productId: 'seat', jitId: 'J', reasonZh: '虚构', reasonEn: 'invented' }],
  jitPractice: [
    {
      id: 'J',
      practice: 'JIT',
      orderToLineMinutesLow: 100,
      orderToLineMinutesHigh: 100,
      rowKind: 'planning_assumption',
      source: 'invented',
    },
  ],
  freightCosts: [handling('F20', 10), handling('F21', 15), handling('F22', 10), handling('F23', 5)],
} as unknown as Partial<RegionFacts>

function windowOf(park: Given, plant: Given, more: object = {}) {
  const inputs = JitWindowInputs.parse({ parkId: 'A', hours: [0], variation: 0, ...more })
  const outcome = jitWindow(ground, factsOf([park], [plant], SEAT), inputs, clouds)
  if (outcome.kind !== 'answered') throw new Error(JSON.stringify(outcome))
  const { plants, cells, doubt } = outcome.result
  return { plant: plants[0]!, cell: cells[0]!, doubt }
}

it('draws the drive by the same places and speed as the freight of the same park', () => {
  const { plant } = windowOf(PARK, PLANT)
  const asked = LogisticsInputs.parse({ candidateId: 'A', siting: { segmentId: 'seat' } })
  const freight = logistics(ground, factsOf([PARK], [PLANT]), asked, clouds)
  if (freight.kind !== 'found') throw new Error(JSON.stringify(freight))
  const [customer] = freight.result.customers
  expect(plant.likelyMinutes![1]).toBeGreaterThan(plant.likelyMinutes![0] + 5)
  expect(plant.likelyMinutes).toEqual(customer?.likelyMinutes)
  expect(plant.duration).toEqual(customer?.duration)
})

it('leaves of the budget what handling and the drawn drive leave', () => {
  const { plant, cell } = windowOf(PARK, PLANT)
  const [low, high] = plant.likelyMinutes!
  const [least, , most] = cell.slackLikely[0]!
  expect(least).toBeCloseTo(100 - 30 - high, 1)
  expect(most).toBeCloseTo(100 - 30 - low, 1)
  const [worst, , best] = cell.slackMinutes[0]!
  expect(worst).toBeLessThan(least)
  expect(best).toBeGreaterThan(most)
})

it('is in doubt by the speed alone where both places are exact, and by nothing where that is known too', () => {
  const [park, plant] = [
    { ...PARK, radius: 0 },
    { ...PLANT, radius: 0 },
  ]
  const slower = windowOf(park, plant)
  const minutes = slower.plant.duration!.centralSeconds / 60
  expect(slower.plant.likelyMinutes![0]).toBeCloseTo(0.91 * minutes, 1)
  expect(slower.plant.likelyMinutes![1]).toBeCloseTo(1.09 * minutes, 1)
  const { cell } = windowOf(park, plant, { doubt: { speedLow: 1, speedHigh: 1 } })
  const [least, central, most] = cell.slackLikely[0]!
  expect([least, most]).toEqual([central, central])
  expect(cell.slackMinutes[0]).toEqual(cell.slackLikely[0])
  expect(cell.verdicts[0]).toBe(70 - minutes >= 0 ? 'makes' : 'fails')
})

it('names the draws that it stands on', () => {
  const { doubt } = windowOf(PARK, PLANT, { doubt: { draws: 500, speedHigh: 1.3 } })
  expect(doubt).toMatchObject({ draws: 500, likelyShare: 0.9 })
  expect(doubt.assumptions.map(({ id, high }) => [id, high])).toEqual([
    ['place', null],
    ['speed', 1.3],
  ])
})
