// How firm is the first place of a siting?
import type { Alternative } from '#geodata/analysis/decision/alternatives.ts'
import { type DecidingInput, decidingInputs } from '#geodata/analysis/decision/deciding-inputs.ts'
import { firstPlaceShares } from '#geodata/analysis/decision/first-place.ts'
import { type OneWeightChange, sensitivity } from '#geodata/analysis/decision/sensitivity.ts'
import { topsis } from '#geodata/analysis/decision/topsis.ts'
import type {
  SensitivityInputs,
  SensitivityResult,
} from '#geodata/contract/processes/sensitivity.ts'
import type { CriterionId, SitingResult, SitingTerm } from '#geodata/contract/processes/siting.ts'

/** What of a siting its sensitivity stands on. */
export type Ranked = {
  criteria: readonly Pick<SitingResult['criteria'][number], 'id' | 'weight' | 'best' | 'worst'>[]
  ranking: readonly {
    id: string
    terms: readonly Pick<
      SitingTerm,
      'criterion' | 'raw' | 'known' | 'value' | 'valueLow' | 'valueHigh'
    >[]
  }[]
}

/** What changes the first place, in closed form: cheap enough to follow a slider. */
export type FirstPlaceChanges = Pick<
  SensitivityResult,
  | 'firstId'
  | 'ofEach'
  | 'ofOne'
  | 'ofAll'
  | 'neverDecide'
  | 'sameForAll'
  | 'doubtfulCount'
  | 'decidingInputs'
>

/** The methods and their sources stand in the files imported above. */
export function firstPlaceChanges(ranked: Ranked): FirstPlaceChanges {
  const { ids, weights, alternatives } = judged(ranked)
  const idAt = (k: number): CriterionId => ids[k] ?? ''
  const found = sensitivity(weights, alternatives)
  const named = (change: OneWeightChange) => ({ ...change, criterion: idAt(change.criterion) })
  const doubts = decidingInputs(weights, alternatives)
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
    doubtfulCount: doubts.doubtfulCount,
    decidingInputs: doubts.inputs.flatMap((input) => toldInput(ranked, input)),
  }
}

/** The same with the chances of being first and the second opinion. */
export function sitingSensitivity(
  ranked: Ranked,
  { concentration, draws }: Pick<SensitivityInputs, 'concentration' | 'draws'>,
): Omit<SensitivityResult, 'basis'> {
  const { weights, alternatives } = judged(ranked)
  const changes = firstPlaceChanges(ranked)
  const chances = { alternatives, weights, draws }
  const anything = firstPlaceShares({
    ...chances,
    weightsAre: { kind: 'anything' },
    values: ['stated'],
  })
  const near = firstPlaceShares({
    ...chances,
    weightsAre: { kind: 'around', concentration },
    values: ['stated', 'doubtful'],
  })
  const asGiven = firstPlaceShares({
    ...chances,
    weightsAre: { kind: 'fixed' },
    values: ['doubtful'],
  })
  return {
    ...changes,
    chances: alternatives.map(({ id }, i) => ({
      id,
      anyWeights: anything.stated[i] ?? 0,
      nearWeights: near.stated[i] ?? 0,
      doubtfulInputs: asGiven.doubtful[i] ?? 0,
      nearWeightsAndDoubtfulInputs: near.doubtful[i] ?? 0,
    })),
    standardError: 0.5 / Math.sqrt(draws),
    topsis: secondOpinion(ranked, changes.firstId),
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
  const of = (key: 'value' | 'valueLow' | 'valueHigh') =>
    ids.map((criterion) => terms.find((term) => term.criterion === criterion)?.[key] ?? 0)
  return { id, value: of('value'), low: of('valueLow'), high: of('valueHigh') }
}

function toldInput(
  { criteria, ranking }: Ranked,
  { id, criterion: k, holdsLow, holdsHigh, rivalId, ...input }: DecidingInput,
): SensitivityResult['decidingInputs'] {
  const criterion = criteria[k]
  if (!criterion) return []
  const { best, worst } = criterion
  const term = ranking
    .find((candidate) => candidate.id === id)
    ?.terms.find((one) => one.criterion === criterion.id)
  const level = rivalId === id ? holdsHigh : holdsLow
  return [
    {
      id,
      criterion: criterion.id,
      known: term?.known ?? false,
      holdsLow,
      holdsHigh,
      levelRaw: worst + level * (best - worst),
      rivalId,
      firstScore: 100 * input.firstSum,
      rivalScore: 100 * input.rivalSum,
      expectedLossPoints: 100 * input.expectedLoss,
    },
  ]
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
