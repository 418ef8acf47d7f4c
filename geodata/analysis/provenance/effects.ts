// What would mending a weakness change in the ranking of a question?
//
// Counted are the joint draws of the question itself, by the count that `sensitivity` and the questionnaire use
// (../decision/worth-knowing.ts): in every draw each uncertain thing has one value; were it known, one would choose anew
// for each value. The share of draws in which that choice is another than now is the chance that the first place changes.
// It is told only where knowing raises the chance of choosing right by more than chance itself would; else a thing that
// is drawn changes nothing for sure by itself. A fact of a firm or a hub is counted likewise, since its place is drawn
// with the same draws. What is not drawn (a date, a source, a contradiction) is not worked out, and is said to be so.
import { worthOfEach } from '#geodata/analysis/decision/siting-sensitivity.ts'
import type { Weakness } from '#geodata/analysis/provenance/known-row.ts'
import { type AskedFact, questionsOf } from '#geodata/analysis/questionnaire/questionnaire.ts'
import { QUESTIONS } from '#geodata/analysis/questionnaire/questions.ts'
import type { Ranked } from '#geodata/analysis/siting/siting.ts'
import { EFFECT_KINDS, type Effect } from '#geodata/contract/processes/provenance.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

/** An open question to a park of the question. */
export type OpenQuestion = {
  parkId: string
  id: string
  now: Bilingual
  words: Bilingual
  effect: Effect
}
/** A firm that perhaps makes an input. */
export type PerhapsMaker = { companyId: string; input: Bilingual; effect: Effect }

/** What the draws of one question say, as plain values: it can be kept as long as the facts are the same. */
export type Effects = {
  question: SitingResult['question']
  productId: string | null
  segmentId: string
  first: { id: string; nameZh: string; nameEn: string } | null
  chanceNow: number
  draws: number
  questions: OpenQuestion[]
  makers: PerhapsMaker[]
  /** Of rows whose place is drawn. */
  places: ReadonlyMap<string, Effect>
  /** Candidates, and the plants, firms and hubs that are measured to them. */
  looked: ReadonlySet<string>
  candidates: ReadonlySet<string>
}

const UNSURE: Effect = { kind: 'unsure' }
const OUTSIDE: Effect = { kind: 'outside' }

const notWorkedOut = (zh: string, en: string): Effect => ({ kind: 'unknown', why: { zh, en } })

const NOT_DRAWN = notWorkedOut(
  '测算把它当作属实，没有抽样',
  'The reckoning takes it as true and draws nothing of it',
)
const WITHOUT_PLACE = notWorkedOut(
  '没有可用的位置，测算没有用上它',
  'Without a place on the roads it is not reckoned with',
)
const LEFT_OUT = notWorkedOut(
  '现因一条硬要求出局，没有参与排名',
  'It is left out by a hard need now, and is not ranked',
)

export function effectsOf({ result, joint, measured }: Ranked): Effects {
  const { nowId, chanceNow, drawn } = worthOfEach(result, joint)
  const effectOf = ({ worth }: (typeof drawn)[number]): Effect =>
    worth
      ? {
          kind: 'chance',
          chanceOther: worth.chanceOther,
          chanceGained: worth.chanceKnowing - chanceNow,
        }
      : UNSURE
  const facts = drawn.flatMap(({ worth, ...fact }) =>
    worth ? [{ ...fact, chanceKnowing: worth.chanceKnowing, chanceOther: worth.chanceOther }] : [],
  )
  const ranked = new Set(result.ranking.map(({ id }) => id))
  const questions = measured.candidates.flatMap((candidate): OpenQuestion[] => {
    const { park } = candidate.site.candidate
    if (!park) return []
    return questionsOf({ result, measured }, candidate, { facts, chanceNow }).map((asked) => {
      const { id, now, words } = asked.question
      const effect = effectOfQuestion(asked, ranked.has(candidate.id))
      return { parkId: park.properties.id, id, now, words, effect }
    })
  })
  const first = result.ranking.find(({ id }) => id === nowId)
  return {
    question: result.question,
    productId: measured.context.inputs.productId ?? null,
    segmentId: result.question.segmentId,
    first: first ? { id: first.id, nameZh: first.nameZh, nameEn: first.nameEn } : null,
    chanceNow: first ? chanceNow : 0,
    draws: result.doubt.draws,
    questions,
    makers: drawn.flatMap((fact) =>
      fact.kind === 'maker' && fact.what
        ? [{ companyId: fact.subjectId, input: fact.what, effect: effectOf(fact) }]
        : [],
    ),
    places: new Map(
      drawn.flatMap((fact) =>
        fact.kind === 'place' ? [[fact.subjectId, effectOf(fact)] as const] : [],
      ),
    ),
    candidates: new Set(measured.candidates.map(({ id }) => id)),
    looked: lookedAt(measured),
  }
}

function effectOfQuestion(
  {
    question,
    fact,
  }: Omit<AskedFact, 'fact'> & {
    fact: (NonNullable<AskedFact['fact']> & { chanceOther?: number }) | null
  },
  isRanked: boolean,
): Effect {
  const { chanceGained, isMust, id } = question
  if (fact && chanceGained !== null) {
    return { kind: 'chance', chanceOther: fact.chanceOther ?? 0, chanceGained }
  }
  if (isMust) return { kind: 'must' }
  const row = QUESTIONS.find((one) => one.id === id)
  const settles = row && (row.criterion !== null || row.need !== null || row.isPlace)
  if (!settles) return OUTSIDE
  return isRanked ? UNSURE : LEFT_OUT
}

function lookedAt({ candidates }: Ranked['measured']): ReadonlySet<string> {
  return new Set(
    candidates.flatMap(({ id, site: { partners } }) => [
      id,
      ...[
        ...partners.plants,
        ...partners.hubs,
        ...[...partners.rivals, ...partners.sameTrade].map(({ partner }) => partner),
        ...partners.inputs.flatMap(({ makers }) => makers.map(({ partner }) => partner)),
      ].map((one) => one.id),
    ]),
  )
}

/** Of a weakness that stands in the tables. */
export function effectOfWeakness({ row, kind, field }: Weakness, effects: Effects): Effect {
  if (!isLookedAt(row, effects)) return OUTSIDE
  if (kind !== 'imprecise' || field !== 'place') return NOT_DRAWN
  return effects.places.get(row.id) ?? (effects.candidates.has(row.id) ? LEFT_OUT : WITHOUT_PLACE)
}

/** Whether the question reckons with the row at all. */
function isLookedAt({ collection, id, properties }: Weakness['row'], effects: Effects): boolean {
  switch (collection) {
    case 'parks':
    case 'companies':
    case 'hubs':
    case 'sites':
      return effects.looked.has(id)
    case 'park-answers':
      return effects.candidates.has(String(properties.parkId))
    case 'product-inputs':
      return effects.productId !== null && properties.productId === effects.productId
    default:
      return false
  }
}

/** Below zero: `a` matters more. Equal effects are told apart by nothing here. */
export function byEffect(a: Effect, b: Effect): number {
  const rank = EFFECT_KINDS.indexOf(a.kind) - EFFECT_KINDS.indexOf(b.kind)
  if (rank !== 0 || a.kind !== 'chance' || b.kind !== 'chance') return rank
  return b.chanceOther - a.chanceOther || b.chanceGained - a.chanceGained
}
