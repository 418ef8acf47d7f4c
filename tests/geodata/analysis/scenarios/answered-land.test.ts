// Whose word counts on the land of a park: the record's, the park's own, or a scenario's?
import { expect, it } from 'vitest'
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import { changed } from '#geodata/analysis/scenarios/changed.ts'
import { freeLandOf } from '#geodata/analysis/siting/free-land.ts'
import { SitingInputs } from '#geodata/contract/processes/siting.ts'
import { factsOf } from '#tests/support/parks-and-plants.ts'

const ANSWER = {
  id: 'near.freeLandHectares',
  parkId: 'near',
  item: 'freeLandHectares',
  state: 'stated' as const,
  amount: 40,
  source: 'the park',
  asOf: '2026-09',
}
const PARK = { id: 'near', at: [106.5, 29.5] as const, land: 3 }
const landOf = (facts: RegionFacts) => {
  const [park = null] = facts.parks
  const land = freeLandOf(facts, { park, site: null })
  return land.kind === 'unknown' ? null : land.hectares
}

it('counts as the record has it, then as the park answers, then as a scenario assumes', () => {
  const recorded = factsOf([PARK], [])
  const answered = factsOf([PARK], [], { parkAnswers: [ANSWER] })
  const siting = SitingInputs.parse({ segmentId: 'seat' })
  const land = { kind: 'land' as const, parkId: 'near', hectares: 75 }
  const assumed = changed({ facts: answered, siting, opened: [] }, land)
  expect([recorded, answered, assumed.facts].map(landOf)).toEqual([300, 40, 75])
})

it('does not count an answer that the park does not know', () => {
  const unknown = { ...ANSWER, state: 'notKnown' as const, amount: null }
  expect(landOf(factsOf([PARK], [], { parkAnswers: [unknown] }))).toBe(300)
})
