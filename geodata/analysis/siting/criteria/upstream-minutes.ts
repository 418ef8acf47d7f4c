// How many minutes away are the makers of what the product is made from?
//
// The mean over its inputs of the time from the nearest firm recorded to make each; inputs of which no
// such firm can be reached are left out. Firms known by the segment alone make an input in some draws
// and not in others: they widen the likely range and the bounds, and never carry the value.
import { addFinite, divide } from '#geodata/analysis/doubt/arrays.ts'
import {
  type Criterion,
  type Doubt,
  known,
  networkSource,
  type Site,
  type SitingContext,
  unknown,
} from '#geodata/analysis/siting/criterion.ts'
import { nearestMinutes } from '#geodata/analysis/siting/drawn-ways.ts'
import { byTime, type Partner, type Partners } from '#geodata/analysis/siting/partners.ts'

export const upstreamMinutes: Criterion = {
  id: 'upstreamMinutes',
  title: { zh: '到上游供应商', en: 'To upstream suppliers' },
  unit: 'minutes',
  group: 'suppliers',
  best: 30,
  worst: 120,
  defaultWeight: 20,
  // An empty list says that nothing is bought: there is nobody to be near to.
  isAsked: ({ inputs }) => inputs.upstream?.length !== 0,
  datesOf: ({ ground, facts, question: { productId } }) => [
    ground.roads.asOf,
    ...facts.productInputs.flatMap((row) => (row.productId === productId ? [row.asOf] : [])),
  ],
  measure: ({ ground }, { partners }) => {
    if (partners.inputs.length === 0) {
      const reason = {
        zh: '该产品的上游投入未知',
        en: 'What this product is made from is not recorded.',
      }
      return unknown(reason, 'product_inputs.csv')
    }
    const nearest = nearestMakers(partners)
    if (nearest.length === 0) {
      const reason = {
        zh: '没有登记到具体产品的上游企业，只有可能的供应商',
        en: 'No firm is recorded with an input itself; there are only possible makers.',
      }
      return unknown(reason, 'companies.csv')
    }
    const mean = (of: (maker: Partner) => number) =>
      nearest.reduce((sum, maker) => sum + of(maker), 0) / nearest.length / 60
    const source = `${networkSource(ground)}; product_inputs.csv`
    return known(
      mean(({ duration }) => duration?.centralSeconds ?? 0),
      source,
      mean(({ duration }) => duration?.lowSeconds ?? 0),
      mean(({ duration }) => duration?.highSeconds ?? 0),
    )
  },
  draw: drawMean,
}

/** The mean over the inputs that somebody makes in the draw; NaN where nobody makes any. */
function drawMean(_: SitingContext, { partners }: Site, doubt: Doubt, into: Float64Array): boolean {
  const nearest = new Float64Array(into.length)
  const made = new Uint16Array(into.length)
  into.fill(0)
  for (const { makers } of partners.inputs) {
    nearestMinutes(nearest, partners, makers, doubt)
    addFinite(into, made, nearest)
  }
  divide(into, made)
  return partners.inputs.length > 0
}

/**
 * The nearest firm recorded with each input that has one that can be reached; `alsoSure`: another that is taken to be
 * recorded with the input of that place.
 */
function nearestMakers(
  { inputs }: Pick<Partners, 'inputs'>,
  alsoSure?: { place: number; firmId: string },
): Partner[] {
  return inputs.flatMap(({ makers }, place) =>
    makers
      .filter(
        ({ basis, partner }) =>
          partner.duration &&
          (basis === 'product' || (place === alsoSure?.place && partner.id === alsoSure.firmId)),
      )
      .map(({ partner }) => partner)
      .sort(byTime)
      .slice(0, 1),
  )
}

/** The central minutes, were the firm known to make the input of that place; null: nobody is. */
export function upstreamMinutesWere(
  partners: Pick<Partners, 'inputs'>,
  alsoSure: { place: number; firmId: string },
): number | null {
  const nearest = nearestMakers(partners, alsoSure)
  if (nearest.length === 0) return null
  const seconds = nearest.reduce((sum, { duration }) => sum + (duration?.centralSeconds ?? 0), 0)
  return seconds / nearest.length / 60
}
