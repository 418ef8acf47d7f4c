// What should be checked at a candidate that nothing excludes?
import type { Site, SitingContext } from '#geodata/analysis/siting/criterion.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

export function flagsOf({ question }: SitingContext, { partners }: Site): Bilingual[] {
  const flags: Bilingual[] = []
  if (question.matchedBy === 'segment' && question.productId) {
    flags.push({
      zh: '没有企业登记到产品，按环节计',
      en: 'No firm is recorded for the product; counted by segment.',
    })
  }
  // Plants without an answer are left out of the mean: the reader must know.
  const unreached = partners.plants.filter(({ duration }) => duration === null).length
  if (unreached > 0) {
    flags.push({
      zh: `${unreached} 家整车厂无法测算，未计入平均`,
      en: `${unreached} plants cannot be measured and are left out of the mean.`,
    })
  }
  if (partners.doubt) flags.push(partners.doubt.detail)
  for (const { nameZh, nameEn, doubt } of partners.plants) {
    if (!doubt) continue
    flags.push({ zh: `${nameZh}：${doubt.detail.zh}`, en: `${nameEn}: ${doubt.detail.en}` })
  }
  const others = [
    ...partners.inputs.flatMap(({ makers }) => makers.map(({ partner }) => partner)),
    ...partners.sameTrade.map(({ partner }) => partner),
    ...partners.hubs,
  ]
  const doubted = new Set(others.filter(({ doubt }) => doubt).map(({ id }) => id)).size
  if (doubted > 0) {
    flags.push({
      zh: `${doubted} 家相关企业或货运枢纽附近的道路与主路网不相连，到那里的分钟可能偏少`,
      en: `${doubted} related firms or hubs are near streets that are not joined with the main network: minutes to them may be too few.`,
    })
  }
  return flags
}
