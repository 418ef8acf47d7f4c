// How developed is each park of the N, by a formula everyone can read and reweigh?
//
// Terms in natural units → linear value functions → weights → score. What is unknown takes the whole
// interval its value function allows and is drawn at its middle: it widens score and rank, and never
// counts as zero.
import { namedEnds, type RegionFacts } from '#geodata/analysis/facts.ts'
import { doubtfulEnds } from '#geodata/analysis/ground/access-doubt.ts'
import type { Ground } from '#geodata/analysis/ground/trips.ts'
import { rankedUnder } from '#geodata/analysis/park-index/rank.ts'
import type { IndexContext, IndexTerm, Measured } from '#geodata/analysis/park-index/term.ts'
import { INDEX_TERMS } from '#geodata/analysis/park-index/terms.ts'
import { valueAt } from '#geodata/analysis/siting/criterion.ts'
import type {
  IndexTermValue,
  ParkIndexInputs,
  ParkIndexResult,
} from '#geodata/contract/processes/park-index.ts'

/** The ranking, or the id that nothing in the data answers to. */
export function parkIndex(
  ground: Ground,
  facts: RegionFacts,
  inputs: ParkIndexInputs,
):
  | { kind: 'ranked'; result: Omit<ParkIndexResult, 'basis'> }
  | { kind: 'unknown-id'; id: string; pointer: string } {
  const { designatedParkId, weights } = inputs
  const ones = facts.parks.filter(({ properties }) =>
    designatedParkId ? properties.id === designatedParkId : properties.role === 'vehicle',
  )
  if (designatedParkId && ones.length === 0) {
    return { kind: 'unknown-id', id: designatedParkId, pointer: '/inputs/designatedParkId' }
  }
  const unknownTerm = Object.keys(weights).find((id) => !INDEX_TERMS.some((term) => term.id === id))
  if (unknownTerm !== undefined) {
    return { kind: 'unknown-id', id: unknownTerm, pointer: `/inputs/weights/${unknownTerm}` }
  }
  const context: IndexContext = { ground, facts, ones }
  const ranked = facts.parks.filter(
    ({ properties: { role, stage } }) => role !== 'vehicle' && stage !== 'partner',
  )
  const parks = ranked.map((park) => {
    const { id, nameZh, nameEn, labelZh, labelEn, districtZh } = park.properties
    const terms = INDEX_TERMS.map((term) => valued(term, term.measure(context, park)))
    return { id, nameZh, nameEn, labelZh, labelEn, districtZh, terms }
  })
  const sum = INDEX_TERMS.reduce((total, { defaultWeight }) => total + defaultWeight, 0)
  const definitions = INDEX_TERMS.map(
    ({ id, title, definition, unit, best, worst, defaultWeight }) => ({
      id,
      title,
      definition,
      unit,
      best,
      worst,
      weight: defaultWeight / sum,
    }),
  )
  return {
    kind: 'ranked',
    result: {
      ...rankedUnder(definitions, parks, weights),
      doubtfulEnds: doubtfulEnds(ground, namedEnds([...ranked, ...ones, ...facts.platforms])),
      assumptions: ASSUMPTIONS,
    },
  }
}

const ASSUMPTIONS = [
  {
    zh: '文件要求发布发展指数，未给公式；各项、价值函数与权重为本图设定，可改。',
    en: 'The plan gives no formula for a development index: terms, value functions and weights are ours, to be changed.',
  },
  {
    zh: '已知企业不等于全部企业；缺的数据使得分和名次变成区间，不按零计。',
    en: 'Known firms are not all firms; missing data make score and rank intervals and never count as zero.',
  },
  {
    zh: '名次区间假设各园区的未知彼此独立。',
    en: 'The intervals of ranks take the unknowns of different parks as independent.',
  },
]

/** A measured value through its value function; weights come later. */
export function valued(term: IndexTerm, measured: Measured): IndexTermValue {
  const ends =
    measured.kind === 'unknown'
      ? [0, 1]
      : [valueAt(term, measured.low), valueAt(term, measured.high)]
  const value =
    measured.kind === 'known' ? valueAt(term, measured.raw) : ((ends[0] ?? 0) + (ends[1] ?? 1)) / 2
  const isUnknown = measured.kind === 'unknown'
  return {
    criterion: term.id,
    weight: 0,
    raw: measured.kind === 'known' ? measured.raw : null,
    rawLow: isUnknown ? null : measured.low,
    rawHigh: isUnknown ? null : measured.high,
    value,
    valueLow: Math.min(...ends, value),
    valueHigh: Math.max(...ends, value),
    contribution: 0,
    contributionLow: 0,
    contributionHigh: 0,
    known: measured.kind === 'known',
    reason: measured.kind === 'known' ? null : measured.reason,
    source: measured.source,
    rows: isUnknown ? [] : measured.rows,
  }
}
