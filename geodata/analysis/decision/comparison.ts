// How do two to six candidates of a siting stand side by side, and what decides between them?
//
// Every figure is the siting's own: the ranking is that of all its candidates, those excluded by a hard need stay so,
// and the draws are the ones that the ranking stands on. Nothing is calculated again for the compared alone.
import { type Compared, comparedOf } from '#geodata/analysis/decision/compared.ts'
import { regretsOf } from '#geodata/analysis/decision/regret.ts'
import { tableOf } from '#geodata/analysis/decision/table/table.ts'
import { type Judged, weightLines } from '#geodata/analysis/decision/weight-lines.ts'
import { winnerTriangle } from '#geodata/analysis/decision/winner-triangle.ts'
import { standingsOf } from '#geodata/analysis/doubt/standings.ts'
import type { MeasuredCandidate } from '#geodata/analysis/siting/measure.ts'
import { drawnScores } from '#geodata/analysis/siting/ranked.ts'
import type { Ranked } from '#geodata/analysis/siting/siting.ts'
import type { ComparisonInputs, ComparisonResult } from '#geodata/contract/processes/comparison.ts'

type Asked = Pick<ComparisonInputs, 'candidateIds' | 'referenceId' | 'triangle'>
type Found = Omit<ComparisonResult, 'basis'>

export function comparison(ranked: Ranked, asked: Asked): Found {
  const { result, measured } = ranked
  const columns = comparedOf(measured.context.facts, ranked, asked.candidateIds)
  const reference = asked.candidateIds.indexOf(asked.referenceId ?? '')
  return {
    question: result.question,
    criteria: result.criteria,
    needs: result.needs,
    rankedCount: result.ranking.length,
    excludedCount: result.excluded.length,
    candidates: columns.map(({ told }) => told),
    rows: tableOf({
      measured,
      result,
      sites: columns.map((one) => ({ measured: one.measured, why: one.told.why })),
      reference: reference < 0 ? null : reference,
    }),
    decides: decidesOf(ranked, columns, asked),
    doubt: result.doubt,
  }
}

function decidesOf(
  { result, measured, joint }: Ranked,
  columns: readonly Compared[],
  asked: Asked,
): Found['decides'] {
  const among = columns.flatMap(({ told, measured: one }) => (told.ranked && one ? [one] : []))
  if (among.length < 2) return null
  const ids = among.map(({ id }) => id)
  const { count } = measured.doubt.draws
  const scores = among.map((one) => drawnScores(one, count))
  const { first, before } = standingsOf(scores)
  const criteria = result.criteria.map(({ id }) => id)
  const weights = result.criteria.map(({ weight }) => weight)
  const judged = among.map(judgedOf)
  const others = joint.winners.filter((place) => !ids.includes(result.ranking[place]?.id ?? ''))
  return {
    ids,
    chances: first,
    chanceOther: others.length / count,
    before: before.map((row) => [...row]),
    regrets: regretsOf(ids, scores),
    lines: weightLines(criteria, weights, judged, count),
    triangle: triangleOf(criteria, weights, judged, asked.triangle, count),
  }
}

/** A candidate as scores are made of it. */
export function judgedOf({ id, terms, drawn }: MeasuredCandidate): Judged {
  return {
    id,
    value: terms.map(({ value }) => value),
    valueLow: terms.map(({ valueLow }) => valueLow),
    valueHigh: terms.map(({ valueHigh }) => valueHigh),
    drawn: drawn.map(({ values }) => values),
  }
}

function triangleOf(
  criteria: readonly string[],
  weights: readonly number[],
  judged: readonly Judged[],
  { criteria: chosen, share: given, steps }: Asked['triangle'],
  count: number,
): NonNullable<Found['decides']>['triangle'] {
  const heaviest = criteria
    .map((_, k) => k)
    .sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b)
  const places = chosen?.map((id) => criteria.indexOf(id)) ?? heaviest.slice(0, 3)
  const [a, b, c] = places
  if (a === undefined || b === undefined || c === undefined) return null
  const corners: [number, number, number] = [a, b, c]
  const now = corners.reduce((sum, k) => sum + (weights[k] ?? 0), 0)
  const share = given ?? now
  return {
    criteria: [criteria[a] ?? '', criteria[b] ?? '', criteria[c] ?? ''],
    share,
    steps,
    points: winnerTriangle(weights, judged, { corners, share, steps, count }),
  }
}
