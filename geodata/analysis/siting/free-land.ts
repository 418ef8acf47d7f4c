// How much land is free at a place? One answer for the need and for the criterion.
//
// Of one's own site it is the area stated. Of a park it is what it answered, else what is planned and not developed; where only the
// plan is documented no more than that can be free, and how much less nobody says.
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import { answerOf } from '#geodata/analysis/siting/park-answer.ts'
import type { Candidate } from '#geodata/analysis/siting/question.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

const HECTARES_PER_SQUARE_KILOMETER = 100

export type FreeLand =
  | { kind: 'exactly' | 'atMost'; squareKilometers: number; hectares: number; source: string }
  | { kind: 'unknown'; reason: Bilingual; source: string }

export function freeLandOf(
  facts: Pick<RegionFacts, 'parkAnswers'>,
  { park, site }: Pick<Candidate, 'park' | 'site'>,
): FreeLand {
  if (site) {
    const { areaHectares: hectares, source } = site.properties
    if (hectares === null) {
      const reason = { zh: '地块面积未填', en: 'The area of the site is not given.' }
      return { kind: 'unknown', reason, source }
    }
    const squareKilometers = hectares / HECTARES_PER_SQUARE_KILOMETER
    return { kind: 'exactly', squareKilometers, hectares, source }
  }
  const answer = answerOf(facts, park, 'freeLandHectares')
  if (answer?.amount != null) {
    const squareKilometers = answer.amount / HECTARES_PER_SQUARE_KILOMETER
    return { kind: 'exactly', squareKilometers, hectares: answer.amount, source: answer.source }
  }
  const source = park?.properties.source ?? 'parks.csv'
  const planned = park?.properties.plannedAreaSquareKilometers ?? null
  const developed = park?.properties.developedAreaSquareKilometers ?? null
  if (planned === null) {
    return {
      kind: 'unknown',
      reason: { zh: '未开发用地未知', en: 'Undeveloped land is unknown.' },
      source,
    }
  }
  const squareKilometers = planned - (developed ?? 0)
  const hectares = Math.round(squareKilometers * HECTARES_PER_SQUARE_KILOMETER)
  return { kind: developed === null ? 'atMost' : 'exactly', squareKilometers, hectares, source }
}
