// How much land is free at a place? One answer for the need and for the criterion.
//
// Of one's own site it is the area stated. Of a park it is what is planned and not developed; where only the
// plan is documented no more than that can be free, and how much less nobody says.
import type { Candidate } from '#geodata/analysis/siting/question.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

const HECTARES_PER_SQUARE_KILOMETER = 100

export type FreeLand =
  | { kind: 'exactly' | 'atMost'; squareKilometers: number; hectares: number; source: string }
  | { kind: 'unknown'; reason: Bilingual; source: string }

export function freeLandOf({ park, site }: Candidate): FreeLand {
  if (site) {
    const { areaHectares: hectares, source } = site.properties
    if (hectares === null) {
      const reason = { zh: '地块面积未填', en: 'The area of the site is not given.' }
      return { kind: 'unknown', reason, source }
    }
    const squareKilometers = hectares / HECTARES_PER_SQUARE_KILOMETER
    return { kind: 'exactly', squareKilometers, hectares, source }
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
