// How many firms around make the same product?
//
// Those recorded to make it, within the radius in which firms of a segment count as a cluster. Firms known by a wider
// product or by the segment alone make it in some draws and not in others: they widen the likely range and the outer
// bound, and never carry the value. A market shared with more is worth less: none is best.
import { addAmount } from '#geodata/analysis/doubt/arrays.ts'
import { type Criterion, countWithin, known } from '#geodata/analysis/siting/criterion.ts'
import { addMakersWithin, countsWithin } from '#geodata/analysis/siting/drawn-ways.ts'
import type { Partners } from '#geodata/analysis/siting/partners.ts'

const SOURCE = 'company_products.csv'

export const competitors: Criterion = {
  id: 'competitors',
  title: { zh: '周边同品企业', en: 'Makers of the same product' },
  unit: 'companies',
  group: 'suppliers',
  best: 0,
  worst: 5,
  // Near to rivals is a matter of opinion: it counts once somebody gives it weight.
  defaultWeight: 0,
  isAsked: ({ question: { productId } }) => productId !== null,
  datesOf: ({ ground }) => [ground.roads.asOf],
  measure: ({ inputs }, { candidate, partners: { rivals } }) => {
    const { sure, possible } = toldApart(rivals)
    const inPark = inParkAlone(candidate.id, sure)
    const placed = (all: Partners['rivals']) => all.map(({ partner }) => partner)
    const counted = countWithin(placed(sure), inputs.clusterMinutes, SOURCE)
    const most = countWithin(placed(rivals), inputs.clusterMinutes, SOURCE)
    if (counted.kind !== 'known' || most.kind !== 'known') return counted
    const perhapsInPark = inParkAlone(candidate.id, possible)
    return known(
      counted.raw + inPark,
      SOURCE,
      counted.low + inPark,
      most.high + inPark + perhapsInPark,
    )
  },
  draw: ({ inputs }, { candidate, partners }, doubt, into) => {
    const { sure, possible } = toldApart(partners.rivals)
    const placed = sure.map(({ partner }) => partner)
    countsWithin(into, partners, placed, inputs.clusterMinutes, doubt)
    addAmount(into, inParkAlone(candidate.id, sure))
    const asked = {
      withinMinutes: inputs.clusterMinutes,
      make: true,
      isThere: ({ company }: WithCompany) => isInParkAlone(candidate.id, company),
    }
    addMakersWithin(into, partners, possible, asked, doubt)
    return true
  },
}

/** Those recorded with the product, and those that may make it. */
export function toldApart(rivals: Partners['rivals']) {
  return {
    sure: rivals.filter(({ basis }) => basis === 'product'),
    possible: rivals.filter(({ basis }) => basis !== 'product'),
  }
}

type WithCompany = Pick<Partners['rivals'][number], 'company'>

/** Who is recorded in the park without a place of its own is in it all the same. */
export function inParkAlone(id: string, firms: readonly WithCompany[]): number {
  return firms.filter(({ company }) => isInParkAlone(id, company)).length
}

/** Of one firm. */
export function isInParkAlone(
  id: string,
  { geometry, properties }: WithCompany['company'],
): boolean {
  return !geometry && properties.parkId === id
}
