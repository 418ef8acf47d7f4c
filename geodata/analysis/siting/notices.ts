// What should the user know before reading the ranking?
import type { SitingContext } from '#geodata/analysis/siting/criterion.ts'
import { candidatesOf } from '#geodata/analysis/siting/question.ts'
import { isPlatform } from '#geodata/analysis/sourcing/needed-products.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

export function noticesOf(
  { facts, inputs, question, plants }: SitingContext,
  candidateCount: number,
): Bilingual[] {
  const notices: Bilingual[] = []
  const hasInputs =
    inputs.upstream !== undefined ||
    facts.productInputs.some(({ productId }) => productId && productId === question.productId)
  if (question.productId && !hasInputs) {
    notices.push({
      zh: '没有记录这个产品用什么做：“到上游供应商”对所有候选都未知，不影响名次。可在上游里选投入，或补充 product_inputs。',
      en: 'What this product is made from is not recorded: “To upstream suppliers” is unknown for all and moves no rank. Choose its inputs under upstream, or record them in product_inputs.',
    })
  }
  if (question.product && isPlatform(question.product)) {
    notices.push({
      zh: '这是供各方搭载的平台，不是可运到生产线的零部件：请按它的硬件（如车载控制器）选址。',
      en: 'This is a platform that others build on, not a part that is brought to the line: ask for its hardware, such as on-board controllers.',
    })
  }
  if (plants.length === 0) {
    notices.push({
      zh: '所选客户都没有位置：整车厂的分钟无法测算。请换一家，或补上它们的坐标。',
      en: 'None of the customers has a place: minutes to plants cannot be measured. Choose another, or give them coordinates.',
    })
  }
  const taken = plants.reduce((sum, { annualUnits }) => sum + (annualUnits ?? 0), 0)
  if (inputs.annualUnits !== undefined && taken > inputs.annualUnits) {
    notices.push({
      zh: `客户一年要 ${taken} 件，而年产量只有 ${inputs.annualUnits} 件：请调高年产量，或调低客户用量。`,
      en: `The customers take ${taken} units a year, and only ${inputs.annualUnits} are made: raise what is made, or lower what they take.`,
    })
  }
  const { area: _, ...anywhere } = inputs
  const all = candidatesOf(facts, anywhere)
  const outside = 'kind' in all ? [] : all.slice(0, inputs.area ? all.length : 0)
  if (candidateCount === 0 && outside.length > 0) {
    notices.push({
      zh: `所画范围里没有园区、地块或图钉：取消范围，可比 ${outside.length} 处；或放大范围。`,
      en: `No park, site or pin lies in the drawn area: without it ${outside.length} can be compared; or draw a larger one.`,
    })
  } else if (candidateCount === 0) {
    notices.push({
      zh: '没有候选：请加入园区、地块或图钉。',
      en: 'There are no candidates: add parks, sites or a pin.',
    })
  }
  return notices
}
