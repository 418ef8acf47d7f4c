// Which listed products does a vehicle plant take in?
//
// Those whose delivery to a vehicle plant product_inputs records. Left out, with the reason: what goes to
// other part makers (battery materials to cell makers, chips through tier-1 suppliers, sheet and ingots to
// presses and foundries), what is sold by project, what has no recorded way of delivery, such as software, and
// architecture platforms: a way to build parts and software on, which no truck brings and no park makes as such.
// Which of them a single plant needs depends on its models, which is not recorded: all plants count alike.
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

export type NeededProduct = { productId: string; segmentId: string; name: Bilingual }
export type LeftOut = NeededProduct & { reason: Bilingual }

/** 基于域控制器的电子电气架构平台, 车路一体云端平台: a way to build on, not a part. */
const PLATFORM = /平台$/
const NOT_TO_THE_PLANT = /不进|项目制|电芯厂|零部件厂|经Tier1|铝锭|卷板/
const STRAIGHT_TO_THE_LINE = /JI[TS]|日配/

const NOT_A_PART: Bilingual = {
  zh: '是供各方搭载的平台，不是可运到生产线的零部件',
  en: 'It is a platform that others build on, not a part that is brought to the line.',
}

/** Whether a listed product is a platform that others build on: nothing that a plant could make and send. */
export function isPlatform({ zh }: Bilingual): boolean {
  return PLATFORM.test(zh)
}

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
      if (isPlatform(name)) {
        leftOut.push({ ...product, reason: NOT_A_PART })
        continue
      }
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
