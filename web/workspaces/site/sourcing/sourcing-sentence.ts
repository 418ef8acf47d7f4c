// How many plants have my product from near by, and how many with a new supplier? In one sentence.
import { supplyCells } from '#geodata/analysis/sourcing/rates.ts'
import type { SourcingKnown, SourcingRates } from '#geodata/contract/processes/local-sourcing.ts'
import { nameOf, say, t } from '#web/messages/index.ts'
import { countRange } from '#web/workspaces/site/sourcing/count-range.ts'

type Asked = {
  productId: string | null
  withinMinutes: number
  /** Where the new supplier stands; null: nowhere yet. */
  parkId: string | null
}

/**
 * Of the product asked for; without one, or where no plant takes it in, that is what is said. `drawn`: today’s rates
 * with what is likely of them; null while they are drawn.
 */
export function sourcingSentence(
  known: SourcingKnown,
  { productId, withinMinutes, parkId }: Asked,
  drawn: SourcingRates | null = null,
): string {
  const product = known.products.find((one) => one.productId === productId)
  if (!product) {
    const leftOut = known.productsLeftOut.find((one) => one.productId === productId)
    return leftOut
      ? t('sourcing.notCounted', { product: say(leftOut.name), reason: say(leftOut.reason) })
      : t('sourcing.askFirst')
  }
  const only = { ...known, products: [product] }
  const [today = []] = supplyCells(only, withinMinutes)
  const said = t('sourcing.sentence', {
    minutes: withinMinutes,
    plants: known.plants.length,
    product: say(product.name),
    served: today.filter(({ central }) => central > 0).length,
    range: countRange({
      low: today.filter(({ low }) => low > 0).length,
      high: today.filter(({ high }) => high > 0).length,
      likely: drawn?.products.find((one) => one.productId === productId)?.one.likely ?? null,
    }),
  })
  const park = known.parks.find(({ id }) => id === parkId)
  if (!park) return `${said}${t('sourcing.sentenceEnd')}`
  const added = { productId: product.productId, secondsTo: park.secondsTo }
  const [then = []] = supplyCells(only, withinMinutes, [added])
  const withAtLeast = (cells: typeof today, least: number) =>
    cells.filter(({ central }) => central >= least).length
  const one = [withAtLeast(today, 1), withAtLeast(then, 1)] as const
  const two = [withAtLeast(today, 2), withAtLeast(then, 2)] as const
  const [kind, [before, after]] =
    one[1] > one[0]
      ? (['sentenceOne', one] as const)
      : two[1] > two[0]
        ? (['sentenceTwo', two] as const)
        : (['sentenceNone', one] as const)
  return `${said}${t(`sourcing.${kind}`, { park: nameOf(park), before, after })}`
}
