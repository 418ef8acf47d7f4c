// How firm is the first place of a siting?
import type { Alternative } from '#geodata/analysis/decision/alternatives.ts'
import { firstPlaceShares } from '#geodata/analysis/decision/first-place.ts'
import { sensitivity } from '#geodata/analysis/decision/sensitivity.ts'
import { topsis } from '#geodata/analysis/decision/topsis.ts'
import type {
  SensitivityInputs,
  SensitivityResult,
} from '#geodata/contract/processes/sensitivity.ts'
import type { CriterionId, SitingResult } from '#geodata/contract/processes/siting.ts'

type Ranked = Pick<SitingResult, 'criteria' | 'ranking'>

/** The methods and their sources stand in the files imported above. */
export function sitingSensitivity(
  { criteria, ranking }: Ranked,
  { concentration, draws }: Pick<SensitivityInputs, 'concentration' | 'draws'>,
): Omit<SensitivityResult, 'basis'> {
  const ids = criteria.map(({ id }) => id)
  const idAt = (k: number): CriterionId => ids[k] ?? ''
  const weights = criteria.map(({ weight }) => weight)
  const alternatives = ranking.map((candidate) => alternativeOf(candidate, ids))
  const found = sensitivity(weights, alternatives)
  const named = (change: {
    criterion: number
    fromShare: number
    toShare: number
    rivalId: string
  }) => ({
    ...change,
    criterion: idAt(change.criterion),
  })
  const chancesUnder = (
    weightsAre: Parameters<typeof firstPlaceShares>[0]['weightsAre'],
    valuesAreDoubtful: boolean,
  ) => firstPlaceShares({ alternatives, weights, weightsAre, valuesAreDoubtful, draws })
  const near = { kind: 'around', concentration } as const
  const anyWeights = chancesUnder({ kind: 'anything' }, false)
  const nearWeights = chancesUnder(near, false)
  const doubtfulInputs = chancesUnder({ kind: 'fixed' }, true)
  const both = chancesUnder(near, true)
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
    chances: alternatives.map(({ id }, i) => ({
      id,
      anyWeights: anyWeights[i] ?? 0,
      nearWeights: nearWeights[i] ?? 0,
      doubtfulInputs: doubtfulInputs[i] ?? 0,
      nearWeightsAndDoubtfulInputs: both[i] ?? 0,
    })),
    standardError: 0.5 / Math.sqrt(draws),
    topsis: secondOpinion({ criteria, ranking }, found?.firstId ?? null),
  }
}

function alternativeOf({ id, terms }: Ranked['ranking'][number], ids: CriterionId[]): Alternative {
  const of = (key: 'value' | 'valueLow' | 'valueHigh') =>
    ids.map((criterion) => terms.find((term) => term.criterion === criterion)?.[key] ?? 0)
  return { id, value: of('value'), low: of('valueLow'), high: of('valueHigh') }
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
