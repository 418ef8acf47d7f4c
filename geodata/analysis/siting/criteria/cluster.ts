// How many firms of the same segment are around?
import { type Criterion, countWithin, known } from '#geodata/analysis/siting/criterion.ts'

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
    // Who is recorded in the park without a place of its own is in it all the same.
    const inPark = sameTrade.filter(
      ({ company: { geometry, properties } }) => !geometry && properties.parkId === candidate.id,
    ).length
    const counted = countWithin(placed, inputs.clusterMinutes, SOURCE)
    if (counted.kind !== 'known') return counted
    return known(counted.raw + inPark, SOURCE, counted.low + inPark, counted.high + inPark)
  },
}
