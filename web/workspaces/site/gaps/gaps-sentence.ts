// Where is my product missing, and why is the site that fills most gaps not the first of my ranking?
import { supplyCells } from '#geodata/analysis/sourcing/rates.ts'
import type { SourcingKnown, SourcingRates } from '#geodata/contract/processes/local-sourcing.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import { nameOf, say, t } from '#web/messages/index.ts'
import { candidateName } from '#web/parts/words/candidate-name.ts'
import { countRange } from '#web/workspaces/site/sourcing/count-range.ts'

type Asked = { productId: string | null; withinMinutes: number }
type Park = SourcingKnown['parks'][number]

/**
 * What is missing of the product asked for: at the middle, likely and by the bounds; and where most is filled.
 * `drawn`: today’s rates with what is likely of them; null while they are drawn.
 */
export function gapsSentence(
  known: SourcingKnown,
  asked: Asked,
  drawn: SourcingRates | null = null,
): string {
  const { withinMinutes: minutes } = asked
  const product = known.products.find(({ productId }) => productId === asked.productId)
  if (!product) {
    const leftOut = known.productsLeftOut.find(({ productId }) => productId === asked.productId)
    return leftOut
      ? t('sourcing.notCounted', { product: say(leftOut.name), reason: say(leftOut.reason) })
      : t('gaps.askProduct')
  }
  const [cells = []] = supplyCells({ ...known, products: [product] }, minutes)
  const rate = drawn?.products.find(({ productId }) => productId === asked.productId)
  const served = rate?.one.likely ?? null
  const about = {
    minutes,
    plants: known.plants.length,
    product: say(product.name),
    gaps: cells.filter(({ central }) => central === 0).length,
    range: countRange({
      low: cells.filter(({ high }) => high === 0).length,
      high: cells.filter(({ low }) => low === 0).length,
      likely: served && [cells.length - served[1], cells.length - served[0]],
    }),
  }
  if (about.gaps === 0) return t('gaps.sentenceNone', about)
  const [best] = fillers(known, asked)
  if (!best || best.filled === 0) return t('gaps.sentenceNowhere', about)
  return t('gaps.sentence', { ...about, park: nameOf(best.park), filled: best.filled })
}

/** The site that fills most against the first of the ranking; null: there is nothing to compare. */
export function gapsAgainstRanking(
  known: SourcingKnown,
  asked: Asked,
  result: Pick<SitingResult, 'ranking' | 'criteria'> | null,
): string | null {
  const first = result?.ranking[0]
  const parks = fillers(known, asked)
  const [best] = parks
  if (!result || !first || !best || best.filled === 0) return null
  const names = { first: candidateName(first), park: nameOf(best.park), filled: best.filled }
  const own = parks.find(({ park }) => park.id === first.id)
  if (!own) return t('gaps.firstNotPark', names)
  if (own.filled === best.filled) {
    const count = parks.filter(({ filled }) => filled === best.filled).length
    return t(count > 1 ? 'gaps.firstAmong' : 'gaps.firstSame', { ...names, count })
  }
  const rival = result.ranking.find(({ id }) => id === best.park.id)
  const about = {
    ...names,
    own: own.filled,
    count: result.criteria.filter(({ weight }) => weight > 0).length,
  }
  if (!rival) return t('gaps.firstUnranked', about)
  const [lead] = first.terms
    .map(({ criterion, contribution }) => ({
      criterion,
      points:
        contribution -
        (rival.terms.find((term) => term.criterion === criterion)?.contribution ?? 0),
    }))
    .toSorted((a, b) => b.points - a.points)
  const title = result.criteria.find(({ id }) => id === lead?.criterion)?.title
  return t('gaps.firstDiffers', {
    ...about,
    rank: rival.rank,
    criterion: title ? say(title) : '',
    points: (lead?.points ?? 0).toFixed(1),
  })
}

/** Parks with how many plants without a supplier they would bring one, most first. */
function fillers(known: SourcingKnown, { productId, withinMinutes }: Asked) {
  const products = known.products.filter((one) => one.productId === productId)
  const [cells] = supplyCells({ ...known, products }, withinMinutes)
  if (!cells) return []
  const filledBy = ({ secondsTo }: Park) =>
    cells.filter(({ central }, plant) => {
      const seconds = secondsTo[plant]
      return central === 0 && seconds && seconds[1] <= withinMinutes * 60
    }).length
  return known.parks
    .map((park) => ({ park, filled: filledBy(park) }))
    .sort((a, b) => b.filled - a.filled || (a.park.id < b.park.id ? -1 : 1))
}
