// Which rows does an answer change, and what are the facts once it is accepted?
//
// One description of a change serves both: the ranking as it would be, and what is written.
import type { ParkAnswerRow, RegionFacts } from '#geodata/analysis/facts.ts'
import { QUESTIONS } from '#geodata/analysis/questionnaire/questions.ts'
import type { Park } from '#geodata/contract/collections.ts'
import type { Answer } from '#geodata/contract/questionnaire/answer.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import type { AnswerState } from '#geodata/model/park-item.ts'
import { PRECISION_RADIUS_KILOMETERS } from '#geodata/model/precision.ts'

/** What becomes of a row: all that is said of it, or (a park) the fields that change. */
export type AnswerEdit =
  | { collection: 'park-answers'; id: string; answer: ParkAnswerRow }
  | {
      collection: 'parks'
      id: string
      properties: Record<string, unknown>
      lngLat: LngLat | null
    }

/** null: nothing is written, as where a park does not know a field of its own row; or there is no such question. */
export function editOf(
  { parkId, questionId, value, source, asOf, filledBy }: Answer,
  number: string,
): AnswerEdit | null {
  const into = QUESTIONS.find(({ id }) => id === questionId)?.into
  const told = sourceOf({ source, filledBy }, number)
  if (!into) return null
  if ('item' in into) {
    const id = `${parkId}.${into.item}`
    const answer = { id, parkId, item: into.item, ...stateOf(value), source: told, asOf }
    return { collection: 'park-answers', id, answer }
  }
  if (into.field === 'place') {
    if (value.kind !== 'place') return null
    const properties = { coordPrecision: 'site', coordSource: told }
    return { collection: 'parks', id: parkId, properties, lngLat: value.lngLat }
  }
  if (value.kind !== 'choice') return null
  const properties = { stage: value.choice, stageSource: told, stageDate: asOf }
  return { collection: 'parks', id: parkId, properties, lngLat: null }
}

function stateOf(value: Answer['value']): { state: AnswerState; amount: number | null } {
  switch (value.kind) {
    case 'amount':
      return { state: 'stated', amount: value.amount }
    case 'choice':
      return { state: value.choice as AnswerState, amount: null }
    case 'place':
    case 'notKnown':
      return { state: 'notKnown', amount: null }
  }
}

/** Sources are joined by ";" in a row: an answer is one of them. */
function sourceOf(
  { source, filledBy }: Pick<Answer, 'source' | 'filledBy'>,
  number: string,
): string {
  const named = source ? `：${source}` : ''
  const by = filledBy ? `，填报人 filled in by ${filledBy}` : ''
  return `园区答复 answer of the park${named}${by}（${number}）`.replaceAll(';', '；')
}

/** New lists where rows change; the others stay the same objects. */
export function laidOver(facts: RegionFacts, edits: readonly AnswerEdit[]): RegionFacts {
  const answers = edits.flatMap((one) => (one.collection === 'park-answers' ? [one.answer] : []))
  const ofParks = edits.filter((one) => one.collection === 'parks')
  const kept = facts.parkAnswers.filter(({ id }) => !answers.some((one) => one.id === id))
  return {
    ...facts,
    parkAnswers: answers.length > 0 ? [...kept, ...answers] : facts.parkAnswers,
    parks: ofParks.length > 0 ? facts.parks.map((park) => changedPark(park, ofParks)) : facts.parks,
  }
}

function changedPark(park: Park, edits: readonly (AnswerEdit & { collection: 'parks' })[]): Park {
  const own = edits.filter(({ id }) => id === park.properties.id)
  const place = own.find(({ lngLat }) => lngLat !== null)?.lngLat ?? null
  if (own.length === 0) return park
  return {
    ...park,
    ...(place ? { geometry: { type: 'Point', coordinates: [...place] } } : {}),
    properties: Object.assign(
      { ...park.properties },
      ...own.map(({ properties }) => properties),
      place ? { precisionRadiusKilometers: PRECISION_RADIUS_KILOMETERS.site } : {},
    ),
  }
}
