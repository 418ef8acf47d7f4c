// What are the tables called that people write? Apart from what they hold, for a page that only names them.
import type { Bilingual } from '#geodata/contract/shared.ts'

export const TITLES = {
  parks: { zh: '园区', en: 'Parks' },
  companies: { zh: '企业', en: 'Companies' },
  hubs: { zh: '货运枢纽', en: 'Freight hubs' },
  links: { zh: '协同联系', en: 'Collaboration links' },
  platforms: { zh: '创新平台', en: 'Innovation platforms' },
  'park-areas': { zh: '园区范围', en: 'Areas of parks' },
  sites: { zh: '候选地块', en: 'Candidate sites' },
  targets: { zh: '目标与进展', en: 'Targets and progress' },
  'stage-criteria': { zh: '创建条件', en: 'Criteria for the stage' },
  'stage-evidence': { zh: '创建依据', en: 'Evidence for the stage' },
  transformations: { zh: '企业转型', en: 'Transformation of firms' },
  scenarios: { zh: '保存的选址', en: 'Saved sitings' },
  comparisons: { zh: '保存的比选', en: 'Saved comparisons' },
  'own-stories': { zh: '自编讲解', en: 'Own stories' },
  'jit-practice': { zh: '准时供货窗口', en: 'Just-in-time windows' },
  'park-answers': { zh: '园区的答复', en: 'Answers of parks' },
  'product-inputs': { zh: '产品的投入', en: 'Inputs of products' },
  'firm-products': { zh: '企业产品', en: 'Products of firms' },
  certificates: { zh: '资质证书', en: 'Certificates' },
  'supply-relations': { zh: '供应关系', en: 'Supply relations' },
  prospects: { zh: '在谈项目', en: 'Project pool' },
  tasks: { zh: '补证任务', en: 'Evidence tasks' },
} as const satisfies Record<string, Bilingual>
