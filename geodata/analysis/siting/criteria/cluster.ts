// How many firms of the same segment are around?
import { addAmount } from '#geodata/analysis/doubt/arrays.ts'
import { type Criterion, countWithin, known } from '#geodata/analysis/siting/criterion.ts'
import { countsWithin } from '#geodata/analysis/siting/drawn-ways.ts'
import type { Partners } from '#geodata/analysis/siting/partners.ts'

const SOURCE = 'companies.csv'

export const cluster: Criterion = {
  id: 'cluster',
  title: { zh: '同环节企业', en: 'Same-segment firms' },
  unit: 'companies',
  best: 10,
  worst: 0,
  defaultWeight: 10,
  datesOf: ({ ground }) => [ground.roads.asOf],
  measure: ({ inputs }, { candidate, partners: { sameTrade } }) => {
    const placed = sameTrade.map(({ partner }) => partner)
    const inPark = inParkAlone(candidate.id, sameTrade)
    const counted = countWithin(placed, inputs.clusterMinutes, SOURCE)
    if (counted.kind !== 'known') return counted
    return known(counted.raw + inPark, SOURCE, counted.low + inPark, counted.high + inPark)
  },
  draw: ({ inputs }, { candidate, partners }, doubt, into) => {
    const placed = partners.sameTrade.map(({ partner }) => partner)
    const inPark = inParkAlone(candidate.id, partners.sameTrade)
    countsWithin(into, partners, placed, inputs.clusterMinutes, doubt)
    addAmount(into, inPark)
    return true
  },
}

/** Who is recorded in the park without a place of its own is in it all the same. */
function inParkAlone(id: string, sameTrade: Partners['sameTrade']): number {
  return sameTrade.filter(
    ({ company: { geometry, properties } }) => !geometry && properties.parkId === id,
  ).length
}
