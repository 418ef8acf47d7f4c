// What does a row of the pool say once its project is moved to another stage?
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { movedTo, stageAfter, stageStep } from '#geodata/analysis/prospects/stage-step.ts'
import { PROSPECT_STAGES, prospects } from '#geodata/contract/editable/prospects.ts'

const row = (properties: object) =>
  prospects.properties.parse({
    nameZh: '虚构项目',
    source: 'invented',
    confidence: 'low',
    ...properties,
  })

it('the next stage is one step, a later one skips, an earlier one goes back', () => {
  expect(PROSPECT_STAGES.map((to) => stageStep('signed', to))).toEqual([
    'back',
    'none',
    'next',
    'skips',
  ])
  expect(PROSPECT_STAGES.map(stageAfter)).toEqual(['signed', 'building', 'producing', null])
})

it('a stage that was skipped stays without a date', () => {
  const moved = movedTo(row({ stage: 'talks', talksDate: '2025-02' }), 'building', '2026-11-30')
  expect(moved).toMatchObject({
    stage: 'building',
    talksDate: '2025-02',
    signedDate: null,
    buildingDate: '2026-11-30',
    producingDate: null,
  })
})

it('going back leaves no date of a stage that is not reached', () => {
  const built = row({
    stage: 'producing',
    talksDate: '2022',
    signedDate: '2023-05',
    buildingDate: '2024',
    producingDate: '2026-01-02',
  })
  expect(movedTo(built, 'signed', '2023-05')).toMatchObject({
    stage: 'signed',
    talksDate: '2022',
    signedDate: '2023-05',
    buildingDate: null,
    producingDate: null,
  })
})

it('whatever is moved wherever, the contract takes the row', () => {
  const stage = fc.constantFrom(...PROSPECT_STAGES)
  fc.assert(
    fc.property(stage, stage, fc.boolean(), (from, to, isDated) => {
      const years = PROSPECT_STAGES.slice(0, PROSPECT_STAGES.indexOf(from) + 1).map(
        (one, index) => [`${one}Date`, String(2020 + index)],
      )
      const moved = movedTo(
        row({ stage: from, ...(isDated ? Object.fromEntries(years) : {}) }),
        to,
        '2026-12-01',
      )
      expect(prospects.properties.safeParse(moved).success).toBe(true)
    }),
  )
})
