// What does the map show for a task of the plan, and whose is it?
import { expect, it } from 'vitest'
import type { Company, District, Link, Park, Platform } from '#geodata/contract/collections.ts'
import type { Certification, PlanTask, TargetRow } from '#geodata/contract/documents.ts'
import { SYSTEMS } from '#geodata/model/system.ts'
import {
  figureOf,
  isCounted,
  type Known,
  seenAt,
} from '#web/workspaces/progress/tasks/task-figures.ts'
import { isOfSide, sidesOf } from '#web/workspaces/progress/tasks/task-sides.ts'
import { missingOf, numberOf, wordsOf } from '#web/workspaces/progress/tasks/task-words.ts'

const task = (shows: string | null, responsible: string[] = []): PlanTask => ({
  id: 'T-1-1',
  section: '一(1)',
  part: { zh: '供应链', en: 'Supply chain' },
  title: { zh: '任务', en: 'a task' },
  asks: { zh: '要求', en: 'what it asks' },
  responsible: responsible.map((zh) => ({ zh, en: zh })),
  shows,
  missing: null,
  wording: 'paraphrase',
  note: null,
  source: 'the plan',
  sourceClass: 'official',
  confidence: 'high',
})
const feature = <T>(id: string, properties: object) =>
  ({ id, properties: { id, ...properties } }) as T
const district = (id: string, provinceAdcode: string) =>
  feature<District>(id, { adcode: id, level: 'district', nameZh: id, nameEn: id, provinceAdcode })
const firm = (id: string, adcode: string, more: object = {}) =>
  feature<Company>(id, {
    adcode,
    kind: 'tier1',
    city: 'home',
    systems: ['power'],
    productIds: [],
    ...more,
  })
const figure = (value: string, metric: string, more: object = {}): TargetRow => ({
  rowId: metric,
  targetId: 'C01',
  rowType: 'context',
  metric: { zh: metric, en: metric },
  value,
  valueLow: Number(value),
  valueHigh: Number(value),
  unit: '%',
  asOf: '2025',
  clause: null,
  note: null,
  source: 's',
  sourceClass: 'press',
  confidence: 'high',
  ...more,
})

const KNOWN: Known = {
  homeName: 'home',
  provinceAdcode: '900000',
  cityAdcode: '900000',
  districts: [
    district('900101', '900000'),
    district('900102', '900000'),
    district('910101', '910000'),
  ],
  companies: [
    firm('A', '900101', { productIds: ['cell'] }),
    firm('B', '900102'),
    firm('V', '900101', { kind: 'oem', systems: ['vehicle', 'power'] }),
    firm('out', '910101', { city: 'away', productIds: ['motor'] }),
  ],
  parks: [
    feature<Park>('P', { adcode: '900101', stage: 'creating', developedAreaSquareKilometers: 2 }),
    feature<Park>('Q', {
      adcode: '900102',
      stage: 'recognised',
      developedAreaSquareKilometers: null,
    }),
    feature<Park>('R', { adcode: '910101', stage: 'recognised', developedAreaSquareKilometers: 5 }),
  ],
  platforms: [
    feature<Platform>('F', { adcode: '900101', level: 'national', type: 'testing' }),
    feature<Platform>('G', { adcode: null, level: 'municipal', type: 'key_lab' }),
  ],
  links: [
    feature<Link>('L', {
      kind: 'technology',
      year: 2020,
      fromIds: ['A'],
      toIds: ['910100'],
      cityPairs: ['900000-910100'],
    }),
    feature<Link>('M', {
      kind: 'industry',
      year: 2024,
      fromIds: ['900102'],
      toIds: ['910100'],
      cityPairs: ['900000-910100'],
    }),
  ],
  taxonomy: [
    {
      segmentId: 'battery',
      name: { zh: '电池', en: 'battery' },
      system: 'power',
      products: ['cell', 'motor'].map((productId) => ({
        productId,
        name: { zh: productId, en: productId },
        wording: 'verbatim',
      })),
    },
  ],
  targets: [figure('70', 'rate'), figure('45', 'another rate')],
  certifications: [
    { companyId: 'A', certification: 'ISO', status: 'documented' } as Certification,
    { companyId: 'B', certification: 'ISO', status: 'claimed' } as Certification,
  ],
  chosen: [],
}
const inDistrict: Known = { ...KNOWN, chosen: ['900102'] }

it('counts parts firms of the region alone, and products that none of them makes', () => {
  const shown = figureOf(task('system:power'), KNOWN)
  expect(shown).toMatchObject({ kind: 'system', count: 2, products: 2, without: 1 })
  expect(numberOf(shown)?.value).toBe('2')
  expect(missingOf(task('system:power'), shown)).toContain('motor')
  expect(figureOf(task('firms'), inDistrict)).toEqual({ kind: 'firms', count: 1 })
  expect(SYSTEMS).toContain('power')
})

it('counts of a district what is in it, and gives it no figure of the whole', () => {
  expect(figureOf(task('links'), KNOWN)).toMatchObject({ count: 2, from: 2020, to: 2024 })
  expect(figureOf(task('links:technology'), KNOWN)).toMatchObject({ count: 1 })
  expect(figureOf(task('links'), inDistrict)).toMatchObject({ count: 1, from: 2024 })
  expect(figureOf(task('stages'), KNOWN)).toMatchObject({ count: 2, recognised: 1, creating: 1 })
  expect(figureOf(task('areas'), KNOWN)).toEqual({ kind: 'areas', count: 1, parks: 2 })
  expect(figureOf(task('platforms'), KNOWN)).toMatchObject({ count: 2, national: 1, municipal: 1 })
  expect(figureOf(task('platforms:testing'), inDistrict)).toMatchObject({ count: 0 })
  const ofWhole = figureOf(task('figures:C01'), inDistrict)
  expect([ofWhole.kind, isCounted(ofWhole), numberOf(ofWhole)]).toEqual([
    'of-the-whole',
    false,
    null,
  ])
})

it('shows beside a published figure every other that differs', () => {
  const shown = figureOf(task('figures:C01'), KNOWN)
  expect(numberOf(shown)).toEqual({ value: '70', unit: '%' })
  expect(wordsOf(shown)).toContain('45%')
})

it('counts documented certificates alone, and leads to their firm', () => {
  const shown = figureOf(task('certificates:ISO'), KNOWN)
  expect(shown).toMatchObject({ count: 1, firms: 1 })
  expect(seenAt(shown)).toMatchObject({ selection: { collection: 'companies', id: 'A' } })
})

it('says that nothing is counted where nothing can be', () => {
  const shown = figureOf(task(null), KNOWN)
  expect([isCounted(shown), numberOf(shown), seenAt(shown)]).toEqual([false, null, null])
})

it('knows whose a task is, and that nobody is named', () => {
  const tasks = [task(null, ['a', 'b']), task(null, ['b']), task(null)]
  expect(sidesOf(tasks).map(({ name, count }) => [name.zh, count])).toEqual([
    ['b', 2],
    ['a', 1],
  ])
  const of = (side: string | null) => tasks.map((one) => isOfSide(one, side))
  expect(of(null)).toEqual([true, true, true])
  expect(of('b')).toEqual([true, true, false])
  expect(of('named')).toEqual([true, true, false])
  expect(of('unnamed')).toEqual([false, false, true])
})
