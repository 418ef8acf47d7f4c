// By what words are units and codes of the records told, in both languages?
import type { Say } from '#geodata/analysis/told/rich.ts'
import type { Row } from '#geodata/contract/processes/comparison.ts'
import type { NeedStanding } from '#geodata/contract/processes/siting.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

const same = (text: string): Bilingual => ({ zh: text, en: text })

export const UNIT_WORD: Record<NonNullable<Row['unit']>, Bilingual> = {
  minutes: { zh: '分钟', en: 'min' },
  plants: { zh: '家', en: 'plants' },
  companies: { zh: '家', en: 'firms' },
  share: same('%'),
  squareKilometers: same('km²'),
  yuanPerUnit: { zh: '元/件', en: 'yuan per unit' },
  kilogramsPerUnit: { zh: 'kg/件', en: 'kg per unit' },
  hectares: { zh: '公顷', en: 'ha' },
  megavoltAmperes: same('MVA'),
  tonnesPerSquareMeter: { zh: '吨/平方米', en: 't/m²' },
  platforms: { zh: '个', en: 'platforms' },
  needs: { zh: '项', en: 'needs' },
  criteria: { zh: '项', en: 'criteria' },
  yuanPerSquareMeter: { zh: '元/平方米', en: 'yuan/m²' },
  yuanPerSquareMeterMonth: { zh: '元/平方米·月', en: 'yuan/m² a month' },
}

export const GROUP_WORD: Record<Row['group'], Bilingual> = {
  market: { zh: '市场', en: 'Market' },
  suppliers: { zh: '供应商', en: 'Suppliers' },
  logistics: { zh: '物流', en: 'Logistics' },
  landAndUtilities: { zh: '土地与公用设施', en: 'Land and utilities' },
  cost: { zh: '成本', en: 'Cost' },
  peopleAndInnovation: { zh: '人才与创新', en: 'People and innovation' },
  policy: { zh: '政策', en: 'Policy' },
  risk: { zh: '风险', en: 'Risk' },
}

export const STANDING_WORD: Record<NeedStanding, Bilingual> = {
  met: { zh: '满足', en: 'met' },
  failed: { zh: '不满足', en: 'not met' },
  perhaps: { zh: '未定', en: 'unproven' },
  unknown: { zh: '未知', en: 'unknown' },
}

export const STAGE_WORD = {
  candidate: { zh: '候选', en: 'candidate' },
  creating: { zh: '创建中', en: 'being created' },
  recognised: { zh: '已认定', en: 'recognised' },
  operating: { zh: '运行', en: 'operating' },
  partner: { zh: '市外协作', en: 'partner outside the city' },
} as const satisfies Record<string, Bilingual>

/** Values of the records, by the row that shows them; one that is new to us stays as the data have it. */
export const CODE_WORD: Record<string, Record<string, Bilingual>> = {
  'record level': {
    国家级: { zh: '国家级', en: 'National' },
    省级: { zh: '省级', en: 'Provincial' },
    市级: { zh: '市级', en: 'Municipal' },
    省市共建: { zh: '省市共建', en: 'Province and city jointly' },
  },
  'record stage': STAGE_WORD,
  'record position': {
    site: { zh: '地块', en: 'site' },
    street: { zh: '街道', en: 'street' },
    town: { zh: '乡镇级', en: 'town' },
    district: { zh: '区县级', en: 'district' },
  },
}

/** An amount with its unit, as a sentence has it. */
export function withUnit(text: string, unit: Row['unit'], say: Say): string {
  if (unit === null) return text
  const { zh, en } = UNIT_WORD[unit]
  return unit === 'share' ? `${text}%` : `${text} ${say(zh, en)}`
}
