// How firm is the first place of a siting?
import type { Alternative } from '#geodata/analysis/decision/alternatives.ts'
import { firstPlaceShares } from '#geodata/analysis/decision/first-place.ts'
import { type OneWeightChange, sensitivity } from '#geodata/analysis/decision/sensitivity.ts'
import { topsis } from '#geodata/analysis/decision/topsis.ts'
import { worthKnowing } from '#geodata/analysis/decision/worth-knowing.ts'
import type { Joint } from '#geodata/analysis/siting/siting.ts'
import type {
  FactToFind,
  SensitivityInputs,
  SensitivityResult,
} from '#geodata/contract/processes/sensitivity.ts'
import type { CriterionId, SitingResult, SitingTerm } from '#geodata/contract/processes/siting.ts'

/** What of a siting its sensitivity stands on. */
export type Ranked = {
  criteria: readonly Pick<SitingResult['criteria'][number], 'id' | 'weight' | 'best' | 'worst'>[]
  ranking: readonly {
    id: string
    terms: readonly Pick<SitingTerm, 'criterion' | 'raw' | 'value'>[]
  }[]
}

/** What changes the first place, in closed form: cheap enough to follow a slider. */
export type FirstPlaceChanges = Pick<
  SensitivityResult,
  'firstId' | 'ofEach' | 'ofOne' | 'ofAll' | 'neverDecide' | 'sameForAll'
>

/** The methods and their sources stand in the files imported above. */
export function firstPlaceChanges(ranked: Ranked): FirstPlaceChanges {
  const { ids, weights, alternatives } = judged(ranked)
  const idAt = (k: number): CriterionId => ids[k] ?? ''
  const found = sensitivity(weights, alternatives)
  const named = (change: OneWeightChange) => ({ ...change, criterion: idAt(change.criterion) })
  return {
    firstId: found?.firstId ?? null,
    ofEach: (found?.ofEach ?? []).flatMap((change) => (change ? [named(change)] : [])),
    ofOne: found?.ofOne ? named(found.ofOne) : null,
    ofAll: found?.ofAll
      ? {
          ...found.ofAll,
          weights: found.ofAll.weights.map((share, k) => ({ criterion: idAt(k), share })),
        }
      : null,
    neverDecide: (found?.ofEach ?? []).flatMap((change, k) => (change ? [] : [idAt(k)])),
    sameForAll: (found?.sameForAll ?? []).map(idAt),
  }
}

/** The same with the chances of being first, what is worth finding out, and the second opinion. */
export function sitingSensitivity(
  ranked: Ranked,
  joint: Joint,
  { concentration, draws }: Pick<SensitivityInputs, 'concentration' | 'draws'>,
): Omit<SensitivityResult, 'basis'> {
  const { weights, alternatives } = judged(ranked)
  const changes = firstPlaceChanges(ranked)
  const chances = {
    alternatives: alternatives.map((one, i) => ({
      ...one,
      drawn: (joint.drawn[i] ?? []).map(({ values }) => values),
    })),
    weights,
    draws,
  }
  const anything = firstPlaceShares({
    ...chances,
    weightsAre: { kind: 'anything' },
    values: ['stated'],
  })
  const near = firstPlaceShares({
    ...chances,
    weightsAre: { kind: 'around', concentration },
    values: ['stated', 'drawn'],
  })
  return {
    ...changes,
    worthKnowing: worthOf(ranked, joint),
    before: joint.before.map((row) => [...row]),
    chances: alternatives.map(({ id }, i) => ({
      id,
      anyWeights: anything.stated[i] ?? 0,
      nearWeights: near.stated[i] ?? 0,
      doubtfulInputs: joint.first[i] ?? 0,
      nearWeightsAndDoubtfulInputs: near.drawn[i] ?? 0,
    })),
    standardError: 0.5 / Math.sqrt(draws),
    topsis: secondOpinion(ranked, changes.firstId),
  }
}

/** What is worth finding out, the most worth first. */
export function worthOf(ranked: Ranked, joint: Joint): SensitivityResult['worthKnowing'] {
  const { nowId, chanceNow, drawn } = worthOfEach(ranked, joint)
  const facts = drawn.flatMap(({ worth, ...fact }) =>
    worth ? [{ ...fact, chanceKnowing: worth.chanceKnowing }] : [],
  )
  return {
    nowId,
    chanceNow,
    facts: facts.sort((a, b) => b.chanceKnowing - a.chanceKnowing),
    uncertainCount: drawn.length,
  }
}

/** An uncertain fact of the draws; `worth` is null where to know it would raise nothing for sure. */
export type DrawnFact = Omit<FactToFind, 'chanceKnowing'> & {
  worth: {
    chanceKnowing: number
    /** Chance that the choice is then another than now. */
    chanceOther: number
  } | null
}

/** The same of every uncertain fact, also of those that raise nothing for sure, as they come. */
export function worthOfEach(
  { ranking }: Ranked,
  { winners, uncertain: uncertainOf }: Joint,
): { nowId: string | null; chanceNow: number; drawn: DrawnFact[] } {
  const uncertain = uncertainOf()
  const { now, nowIndex, known, others } = worthKnowing(winners, ranking.length, uncertain)
  return {
    nowId: ranking[nowIndex]?.id ?? null,
    chanceNow: now,
    drawn: uncertain.map(({ groups: _, groupCount: __, ...fact }, index) => {
      const chanceKnowing = known[index] ?? null
      const chanceOther = others[index] ?? 0
      return { ...fact, worth: chanceKnowing === null ? null : { chanceKnowing, chanceOther } }
    }),
  }
}

function judged({ criteria, ranking }: Ranked) {
  const ids = criteria.map(({ id }) => id)
  return {
    ids,
    weights: criteria.map(({ weight }) => weight),
    alternatives: ranking.map((candidate) => alternativeOf(candidate, ids)),
  }
}

function alternativeOf({ id, terms }: Ranked['ranking'][number], ids: CriterionId[]): Alternative {
  const value = ids.map(
    (criterion) => terms.find((term) => term.criterion === criterion)?.value ?? 0,
  )
  return { id, value }
}

/** Over what is known of every candidate: TOPSIS has no place for an unknown. */
function secondOpinion(
  { criteria, ranking }: Ranked,
  firstId: string | null,
): SensitivityResult['topsis'] {
  const rawOf = (candidate: Ranked['ranking'][number], id: CriterionId) =>
    candidate.terms.find(({ criterion }) => criterion === id)?.raw ?? null
  const known = criteria.filter(
    ({ id, weight }) => weight > 0 && ranking.every((candidate) => rawOf(candidate, id) !== null),
  )
  const closeness = topsis(
    known.map(({ weight, best, worst }) => ({ weight, moreIsBetter: best > worst })),
    ranking.map((candidate) => known.map(({ id }) => rawOf(candidate, id) ?? 0)),
  )
  const order = ranking
    .map(({ id }, i) => ({ id, closeness: closeness?.[i] ?? 0 }))
    .sort((a, b) => b.closeness - a.closeness || (a.id < b.id ? -1 : 1))
  return {
    criteria: known.map(({ id }) => id),
    ranking: closeness ? order : [],
    agreesOnFirst: closeness ? order[0]?.id === firstId : null,
  }
}
