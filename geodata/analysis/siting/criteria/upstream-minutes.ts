// How many minutes away are the makers of what the product is made from?
//
// The mean over its inputs of the time from the nearest maker of each; inputs without a maker that can
// be reached are left out.
import {
  type Criterion,
  known,
  networkSource,
  unknown,
} from '#geodata/analysis/siting/criterion.ts'
import { byTime, type Partners } from '#geodata/analysis/siting/partners.ts'
import type { SecondsInterval } from '#geodata/contract/shared.ts'

export const upstreamMinutes: Criterion = {
  id: 'upstreamMinutes',
  title: { zh: '到上游供应商', en: 'To upstream suppliers' },
  unit: 'minutes',
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
    if (partners.makersByInput.length === 0) {
      const reason = {
        zh: '该产品的上游投入未知',
        en: 'What this product is made from is not recorded.',
      }
      return unknown(reason, 'product_inputs.csv')
    }
    const nearest = nearestMakers(partners)
    if (nearest.length === 0) {
      const reason = { zh: '没有已知的上游企业', en: 'No upstream firm is known.' }
      return unknown(reason, 'companies.csv')
    }
    const mean = (key: keyof SecondsInterval) =>
      nearest.reduce((sum, { duration }) => sum + (duration?.[key] ?? 0), 0) / nearest.length / 60
    const source = `${networkSource(ground)}; product_inputs.csv`
    return known(mean('centralSeconds'), source, mean('lowSeconds'), mean('highSeconds'))
  },
}

/** The nearest maker of each input that has a reachable maker. */
export function nearestMakers({ makersByInput }: Partners) {
  return makersByInput.flatMap((makers) =>
    makers
      .filter(({ duration }) => duration)
      .sort(byTime)
      .slice(0, 1),
  )
}
