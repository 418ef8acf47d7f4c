// By what names does a report speak of the tables of the data and of sources without an address?
import type { Bilingual } from '#geodata/contract/shared.ts'

export const TABLE: Record<string, Bilingual> = {
  certifications: { zh: '认证名录', en: 'list of certifications' },
  companies: { zh: '企业名录', en: 'list of firms' },
  company_products: { zh: '企业产品表', en: 'table of firms’ products' },
  districts: { zh: '区县与城市表', en: 'table of districts and cities' },
  freight_costs: { zh: '货运费率表', en: 'table of freight rates' },
  hubs: { zh: '货运枢纽表', en: 'list of freight hubs' },
  jit_parts: { zh: '准时供货零件表', en: 'table of just-in-time parts' },
  jit_practice: { zh: '准时供货案例表', en: 'published just-in-time cases' },
  land_utilities: { zh: '用地与公用设施表', en: 'table of land and utilities' },
  parks: { zh: '园区名录', en: 'list of parks' },
  plants: { zh: '整车厂名录', en: 'list of vehicle plants' },
  platforms: { zh: '创新平台名录', en: 'list of innovation platforms' },
  policies: { zh: '政策文件表', en: 'list of policies' },
  product_inputs: { zh: '产品投入表', en: 'table of product inputs' },
  taxonomy: { zh: '环节与产品表', en: 'table of segments and products' },
  tolls: { zh: '通行费标准表', en: 'table of tolls' },
  truck_speeds: { zh: '货车速度表', en: 'table of truck speeds' },
}

export const NO_ADDRESS: Record<string, Bilingual> = {
  'general knowledge, unverified': {
    zh: '一般常识，未经核实',
    en: 'general knowledge, unverified',
  },
  '本产品默认值 default of Park Atlas': { zh: '本产品默认值', en: 'default of Park Atlas' },
}

export const SOURCE_CLASS: Record<string, Bilingual> = {
  official: { zh: '官方', en: 'official' },
  disclosure: { zh: '公司披露', en: 'company filing' },
  press: { zh: '报道', en: 'press' },
  repost: { zh: '转载', en: 'repost' },
  standard: { zh: '标准', en: 'standard' },
  none: { zh: '无来源', en: 'no source' },
}
