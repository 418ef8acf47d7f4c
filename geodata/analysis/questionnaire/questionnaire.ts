// What are the parks among the candidates asked, and in which order?
//
// Asked is what is not known, or not well enough: of the needs of the question, of its criteria, and of what every
// comparison tells. First comes what can change the ranking, by how much knowing it would raise the chance that the
// choice is right (../decision/worth-knowing.ts); then the needs without which a park is left out; then the rest.

import { worthOf } from '#geodata/analysis/decision/siting-sensitivity.ts'
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import type { Asked } from '#geodata/analysis/questionnaire/question.ts'
import { QUESTIONS } from '#geodata/analysis/questionnaire/questions.ts'
import { wishes } from '#geodata/analysis/siting/criteria/wishes.ts'
import type { MeasuredCandidate } from '#geodata/analysis/siting/measure.ts'
import { NEED_UNIT } from '#geodata/analysis/siting/need-unit.ts'
import { canonicalQuestion } from '#geodata/analysis/siting/saved-answer.ts'
import type { Ranked } from '#geodata/analysis/siting/siting.ts'
import {
  type AskedPark,
  QUESTIONNAIRE_VERSION,
  type Question,
  type QuestionnaireResult,
} from '#geodata/contract/processes/questionnaire.ts'
import type { SensitivityResult } from '#geodata/contract/processes/sensitivity.ts'
import type { SitingInputs, SitingResult } from '#geodata/contract/processes/siting.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { hashOf } from '#geodata/model/hash.ts'

type Worth = Pick<SensitivityResult['worthKnowing'], 'facts' | 'chanceNow'>

const MINUTES_A_QUESTION = 2
/** How many of the ranked are asked where none are named. */
const FIRST_ASKED = 3
/** Of sixteen hexadecimal digits: one of four thousand million, and short enough to be read out. */
const NUMBER_DIGITS = 8

/** Whom to ask: the named, else the first of the ranking that are parks. */
export function askedIds(ranked: Ranked, named: readonly string[] | undefined): string[] {
  if (named) return [...named]
  const parks = ranked.result.ranking.filter(({ kind }) => kind === 'park')
  return parks.slice(0, FIRST_ASKED).map(({ id }) => id)
}

export function questionnaire(
  ranked: Ranked,
  siting: SitingInputs,
  ids: readonly string[],
): Omit<QuestionnaireResult, 'basis'> {
  const { result, joint, measured } = ranked
  const worth = worthOf(result, joint)
  const parks = ids.flatMap((id): AskedPark[] => {
    const found = measured.candidates.find((one) => one.id === id)
    return found?.site.candidate.park ? [askedPark(ranked, found, worth)] : []
  })
  return {
    number: numberOf(siting, parks),
    version: QUESTIONNAIRE_VERSION,
    question: result.question,
    needs: result.needs,
    chanceNow: worth.chanceNow,
    parks,
    withoutIds: ids.filter((id) => !parks.some((park) => park.id === id)),
  }
}

/** The same questions about the same siting have the same number. */
export function numberOf(
  siting: SitingInputs,
  parks: readonly { id: string; questions: readonly { id: string }[] }[],
): string {
  const asked = parks.map(({ id, questions }) => [id, questions.map((one) => one.id)])
  const hash = hashOf([QUESTIONNAIRE_VERSION, canonicalQuestion(siting), asked])
  return `PA-Q-${hash.slice(0, NUMBER_DIGITS).toUpperCase()}`
}

function askedPark(
  { result, measured }: Ranked,
  candidate: MeasuredCandidate,
  worth: Worth,
): AskedPark {
  const { id, nameZh, nameEn, site } = candidate
  const entry = result.ranking.find((one) => one.id === id)
  const questions = questionsOf({ result, measured }, candidate, worth).map((one) => one.question)
  const { park } = site.candidate
  return {
    id,
    nameZh: park?.properties.labelZh ?? nameZh,
    nameEn: park?.properties.labelEn ?? nameEn,
    rank: entry?.rank ?? null,
    rankLikely: entry?.rankLikely ?? null,
    questions,
    minutes: MINUTES_A_QUESTION * questions.length,
  }
}

/** A question to a park with the fact of the draws that its answer finds out; null: it raises nothing for sure. */
export type AskedFact = { question: Question; fact: Worth['facts'][number] | null }

/** What a candidate that is a park is asked, the most worth first. */
export function questionsOf(
  { result, measured }: Pick<Ranked, 'result' | 'measured'>,
  candidate: MeasuredCandidate,
  worth: Worth,
): AskedFact[] {
  const { facts } = measured.context
  return QUESTIONS.flatMap((one) => asked(one, facts, candidate, result, worth)).sort((a, b) =>
    byWorth(a.question, b.question),
  )
}

/** Whether the answer can change the ranking. */
export function canDecide({ chanceGained, isMust }: Question): boolean {
  return chanceGained !== null || isMust
}

function byWorth(a: Question, b: Question): number {
  const gained = (b.chanceGained ?? 0) - (a.chanceGained ?? 0)
  return gained || Number(b.isMust) - Number(a.isMust)
}

function asked(
  { id, kind, words, unit, choices, criterion, need, isPlace, open }: Asked,
  facts: RegionFacts,
  candidate: MeasuredCandidate,
  result: Omit<SitingResult, 'basis'>,
  { facts: worth, chanceNow }: Worth,
): AskedFact[] {
  const { park } = candidate.site.candidate
  const found = park && open({ facts, park, terms: candidate.terms })
  if (!found) return []
  const stood = candidate.needs.find((one) => one.id === need)
  const isUnproven = stood?.standing === 'unknown' || stood?.standing === 'perhaps'
  const isUnknown = candidate.terms.some((term) => term.criterion === criterion && !term.known)
  const isOfEvery = need === null && criterion === null
  if (!isUnproven && !isUnknown && !isOfEvery) return []
  const fact = factOf({ criterion, isPlace }, stood, candidate, result, worth)
  const asNeed = result.needs.find((one) => one.id === need)
  const isMust = isUnproven && stood.isHard
  const question: Question = {
    id,
    kind,
    words,
    unit,
    choices: [...choices],
    now: found.now,
    why: isUnproven && asNeed ? whyOf(asNeed) : found.why,
    chanceGained: fact ? fact.chanceKnowing - chanceNow : null,
    isMust,
  }
  return [{ question, fact }]
}

/** The fact that is found out by asking; null: to know it would raise nothing for sure. */
function factOf(
  { criterion, isPlace }: Pick<Asked, 'criterion' | 'isPlace'>,
  stood: MeasuredCandidate['needs'][number] | undefined,
  { id, needs }: MeasuredCandidate,
  { criteria }: Pick<SitingResult, 'criteria'>,
  worth: Worth['facts'],
): Worth['facts'][number] | null {
  const own = worth.filter(({ subjectId }) => subjectId === id)
  if (isPlace) return own.find(({ kind }) => kind === 'place') ?? null
  // What is unknown of the wishes is one fact: it is found out by one answer where one wish is open.
  const open = needs.filter(({ isHard, chance }) => !isHard && chance === null)
  const isOnlyWish = stood && open.length === 1 && open[0]?.id === stood.id
  const titles = [criterion, isOnlyWish ? wishes.id : null].flatMap(
    (one) => criteria.find((known) => known.id === one)?.title.zh ?? [],
  )
  return (
    own.find(({ kind, what }) => kind === 'criterion' && titles.includes(what?.zh ?? '')) ?? null
  )
}

/** Why a need is asked about. */
function whyOf({ amount, unit, isHard }: SitingResult['needs'][number]): Bilingual {
  const words = unit && amount !== null ? NEED_UNIT[unit] : null
  const least = words
    ? { zh: `不少于 ${amount} ${words.zh}`, en: `${amount} ${words.en} or more` }
    : { zh: '', en: '' }
  return isHard
    ? {
        zh: `必须满足的一条${least.zh && `：${least.zh}`}；不能，就出局`,
        en: `A must${least.en && `, ${least.en}`}: without it the park drops out`,
      }
    : {
        zh: `期望的一条${least.zh && `：${least.zh}`}；有就加分`,
        en: `A wish${least.en && `, ${least.en}`}: it adds to the score`,
      }
}
