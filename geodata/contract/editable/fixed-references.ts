// Which rows of the sources, not editable here, name rows that users may delete?
import type { Reference } from '#geodata/contract/editable/shape.ts'

/** What a firm makes is part of its own row and goes with it. */
export const FIXED_REFERENCES: readonly (Reference & { table: string; named: string })[] = [
  {
    table: 'plants',
    named: 'nameZh',
    property: 'companyId',
    to: ['companies'],
    relation: { zh: '企业的产能', en: 'capacity of the firm' },
  },
  {
    table: 'certifications',
    named: 'certification',
    property: 'companyId',
    to: ['companies'],
    relation: { zh: '企业的认证', en: 'certificate of the firm' },
  },
  {
    table: 'land_utilities',
    named: 'item',
    property: 'parkId',
    to: ['parks'],
    relation: { zh: '园区的要素', en: 'land or utilities of the park' },
  },
  {
    table: 'jit_parts',
    named: 'productId',
    property: 'jitId',
    to: ['jit-practice'],
    relation: { zh: '以此为预算的产品', en: 'product that takes its budget from it' },
  },
  {
    table: 'statements',
    named: 'valueZh',
    property: 'rowId',
    tableIn: 'about',
    to: ['parks', 'companies', 'hubs', 'links', 'targets'],
    relation: { zh: '来源对它的说法', en: 'what a source says of it' },
  },
]
