// By what words are the units of needs told?
import type { NEED_UNITS } from '#geodata/contract/processes/siting.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

type NeedUnit = (typeof NEED_UNITS)[number]

export const NEED_UNIT: Record<NeedUnit, Bilingual> = {
  hectares: { zh: '公顷', en: 'hectares' },
  megavoltAmperes: { zh: '兆伏安', en: 'MVA' },
  tonnesPerSquareMeter: { zh: '吨/平方米', en: 't/m²' },
  minutes: { zh: '卡车分钟', en: 'truck minutes' },
}
