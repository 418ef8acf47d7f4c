// Who cannot be considered, and which constraint says so?
//
// A constraint whose data are unknown keeps the candidate; the measure has flagged it.

import type { MeasuredCandidate } from '#geodata/analysis/siting/measure.ts'
import type { Question } from '#geodata/analysis/siting/question.ts'
import type { SitingInputs, SitingResult } from '#geodata/contract/processes/siting.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

const HECTARES_PER_SQUARE_KILOMETER = 100

export function excludeByConstraints(
  inputs: SitingInputs,
  question: Question,
  candidates: MeasuredCandidate[],
): { kept: MeasuredCandidate[]; excluded: SitingResult['excluded'] } {
  const kept: MeasuredCandidate[] = []
  const excluded: SitingResult['excluded'] = []
  for (const candidate of candidates) {
    const against = againstOf(inputs, question, candidate)
    if (!against) kept.push(candidate)
    else {
      const { id, nameZh, nameEn } = candidate
      excluded.push({ id, nameZh, nameEn, ...against })
    }
  }
  return { kept, excluded }
}

function againstOf(
  { constraints }: SitingInputs,
  question: Question,
  { park, terms }: MeasuredCandidate,
): { constraint: string; reason: Bilingual } | null {
  const raw = (criterion: string) => terms.find((term) => term.criterion === criterion)?.raw ?? null
  if (
    constraints.segmentAssigned &&
    park &&
    !park.properties.segmentIds.includes(question.segmentId)
  ) {
    return {
      constraint: 'segmentAssigned',
      reason: {
        zh: `园区分工不含${question.segment.zh}`,
        en: `The park is not assigned ${question.segment.en}.`,
      },
    }
  }
  const land = raw('land')
  if (
    constraints.areaHectares !== undefined &&
    land !== null &&
    land * HECTARES_PER_SQUARE_KILOMETER < constraints.areaHectares
  ) {
    const hectares = Math.round(land * HECTARES_PER_SQUARE_KILOMETER)
    return {
      constraint: 'areaHectares',
      reason: {
        zh: `未开发用地 ${hectares} 公顷，不足 ${constraints.areaHectares}`,
        en: `${hectares} ha undeveloped; ${constraints.areaHectares} needed.`,
      },
    }
  }
  const minutes = raw('plantMinutes')
  const most = constraints.plantMinutesMaximum
  if (most !== undefined && minutes !== null && minutes > most) {
    return {
      constraint: 'plantMinutesMaximum',
      reason: {
        zh: `到整车厂平均 ${Math.round(minutes)} 分，超过 ${most}`,
        en: `${Math.round(minutes)} minutes to the plants on average; at most ${most} allowed.`,
      },
    }
  }
  return null
}
