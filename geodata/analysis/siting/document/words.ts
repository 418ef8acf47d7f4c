// By what words does a document of an answer name what the answer gives as codes?
import type { NeedStanding, SitingResult, SitingTerm } from '#geodata/contract/processes/siting.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { Precision } from '#geodata/model/precision.ts'

type Candidate = SitingResult['ranking'][number]

export const UNKNOWN: Bilingual = { zh: '未知', en: 'unknown' }

export const UNIT: Record<SitingTerm['unit'], Bilingual> = {
  minutes: { zh: '卡车分钟', en: 'truck minutes' },
  plants: { zh: '家整车厂', en: 'vehicle plants' },
  companies: { zh: '家企业', en: 'firms' },
  share: { zh: '占比（0 到 1）', en: 'share (0 to 1)' },
  squareKilometers: { zh: '平方千米', en: 'km²' },
  yuanPerUnit: { zh: '元/件', en: 'yuan per unit' },
  kilogramsPerUnit: { zh: '千克/件', en: 'kg per unit' },
}

export const KIND: Record<Candidate['kind'], Bilingual> = {
  park: { zh: '园区', en: 'park' },
  site: { zh: '自有地块', en: 'own site' },
  pin: { zh: '图钉', en: 'pin' },
}

export const STANDING: Record<NeedStanding, Bilingual> = {
  met: { zh: '满足', en: 'met' },
  failed: { zh: '不满足', en: 'not met' },
  perhaps: { zh: '可能', en: 'perhaps' },
  unknown: UNKNOWN,
}

export const PRECISION: Record<Precision, Bilingual> = {
  site: { zh: '地块级', en: 'site' },
  street: { zh: '街道级', en: 'street' },
  town: { zh: '乡镇级', en: 'town' },
  district: { zh: '区县级', en: 'district' },
  unknown: { zh: '位置未知', en: 'place unknown' },
}

export const CONFIDENCE: Record<'high' | 'medium' | 'low', Bilingual> = {
  high: { zh: '高', en: 'high' },
  medium: { zh: '中', en: 'medium' },
  low: { zh: '低', en: 'low' },
}

export const BASED_ON: Record<'documented' | 'assumption', Bilingual> = {
  documented: { zh: '有据', en: 'documented' },
  assumption: { zh: '假定', en: 'assumption' },
}

/** How a firm is known to make an input. */
export const MAKES: Record<Candidate['suppliers'][number]['serves'][number]['basis'], Bilingual> = {
  product: { zh: '已登记生产', en: 'recorded with it' },
  class: { zh: '登记有这一大类产品', en: 'recorded with its wider product' },
  segment: { zh: '只登记到环节', en: 'recorded with its segment only' },
}

/** Several texts as one, each language by itself. */
export function joined(texts: readonly Bilingual[]): Bilingual {
  return {
    zh: texts.map(({ zh }) => zh).join('；'),
    en: texts.map(({ en }) => en).join('; '),
  }
}
