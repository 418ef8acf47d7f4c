// Which listed products does a vehicle plant take in?
//
// Those whose delivery to a vehicle plant product_inputs records. Left out, with the reason: what goes to
// other part makers (battery materials to cell makers, chips through tier-1 suppliers, sheet and ingots to
// presses and foundries), what is sold by project, and what has no recorded way of delivery, such as software.
// Which of them a single plant needs depends on its models, which is not recorded: all plants count alike.
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

export type NeededProduct = { productId: string; segmentId: string; name: Bilingual }
export type LeftOut = NeededProduct & { reason: Bilingual }

const NOT_TO_THE_PLANT = /不进|项目制|电芯厂|零部件厂|经Tier1|铝锭|卷板/
const STRAIGHT_TO_THE_LINE = /JI[TS]|日配/

export function neededProducts({
  taxonomy,
  productInputs,
}: Pick<RegionFacts, 'taxonomy' | 'productInputs'>): {
  needed: NeededProduct[]
  leftOut: LeftOut[]
} {
  const needed: NeededProduct[] = []
  const leftOut: LeftOut[] = []
  for (const { segmentId, system, products } of taxonomy) {
    if (system === null || system === 'vehicle') continue
    for (const { productId, name } of products) {
      const product = { productId, segmentId, name }
      const mode = productInputs.find((row) => row.productId === productId)?.deliveryModeToPlant
      if (!mode) {
        const reason = {
          zh: '没有记录怎样供到整车厂',
          en: 'How it reaches a vehicle plant is not recorded.',
        }
        leftOut.push({ ...product, reason })
      } else if (
        NOT_TO_THE_PLANT.test(mode) ||
        (system === 'material' && !STRAIGHT_TO_THE_LINE.test(mode))
      ) {
        const reason = {
          zh: `不直接供整车厂（${mode}）`,
          en: `Not sent to a vehicle plant (${mode}).`,
        }
        leftOut.push({ ...product, reason })
      } else needed.push(product)
    }
  }
  return { needed, leftOut }
}
