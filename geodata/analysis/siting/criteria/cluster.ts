// How many firms of the same segment are around, those that make the same product left out?
//
// Who makes the same product is a competitor, and counts as one (competitors.ts). A firm that may make it counts here
// in the draws in which it does not, and not at all in the lower bound.
import { addAmount } from '#geodata/analysis/doubt/arrays.ts'
import {
  inParkAlone,
  isInParkAlone,
  toldApart,
} from '#geodata/analysis/siting/criteria/competitors.ts'
import { type Criterion, countWithin, known } from '#geodata/analysis/siting/criterion.ts'
import { addMakersWithin, countsWithin } from '#geodata/analysis/siting/drawn-ways.ts'
import type { Partners } from '#geodata/analysis/siting/partners.ts'

const SOURCE = 'companies.csv'

export const cluster: Criterion = {
  id: 'cluster',
  title: { zh: '同环节企业', en: 'Same-segment firms' },
  unit: 'companies',
  group: 'suppliers',
  best: 10,
  worst: 0,
  defaultWeight: 10,
  datesOf: ({ ground }) => [ground.roads.asOf],
  measure: ({ inputs }, { candidate, partners }) => {
    const { others, doubtful } = mates(partners)
    const all = [...others, ...doubtful]
    const placed = (firms: typeof all) => firms.map(({ partner }) => partner)
    const counted = countWithin(placed(all), inputs.clusterMinutes, SOURCE)
    const least = countWithin(placed(others), inputs.clusterMinutes, SOURCE)
    if (counted.kind !== 'known' || least.kind !== 'known') return counted
    const inPark = inParkAlone(candidate.id, all)
    return known(
      counted.raw + inPark,
      SOURCE,
      least.low + inParkAlone(candidate.id, others),
      counted.high + inPark,
    )
  },
  draw: ({ inputs }, { candidate, partners }, doubt, into) => {
    const { others, doubtful } = mates(partners)
    const placed = others.map(({ partner }) => partner)
    countsWithin(into, partners, placed, inputs.clusterMinutes, doubt)
    addAmount(into, inParkAlone(candidate.id, others))
    const asked = {
      withinMinutes: inputs.clusterMinutes,
      make: false,
      isThere: ({ company }: (typeof doubtful)[number]) => isInParkAlone(candidate.id, company),
    }
    addMakersWithin(into, partners, doubtful, asked, doubt)
    return true
  },
}

/** Firms of the segment that make something else, and those of which it is not known. */
function mates({ sameTrade, rivals }: Pick<Partners, 'sameTrade' | 'rivals'>) {
  const { possible } = toldApart(rivals)
  const ids = new Set(rivals.map(({ company }) => company.id))
  const inTrade = new Set(sameTrade.map(({ company }) => company.id))
  return {
    others: sameTrade.filter(({ company }) => !ids.has(company.id)),
    doubtful: possible.filter(({ company }) => inTrade.has(company.id)),
  }
}
