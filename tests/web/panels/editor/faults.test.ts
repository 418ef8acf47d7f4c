// Is everything that keeps a draft from being saved said at once, and each taken back as it is mended?
import { beforeAll, describe, expect, it } from 'vitest'
import type { Park } from '#geodata/contract/collections.ts'
import { learn } from '#web/messages/index.ts'
import { faultsOf, refusedFor } from '#web/panels/editor/faults.ts'
import { fieldFollows } from '#web/panels/editor/field-follows.ts'
import { withoutFaultAt } from '#web/panels/editor/mended-fault.ts'
import { changeView } from '#web/state/view/store.ts'

beforeAll(async () => {
  await learn('zh-CN')
  changeView({ language: 'zh-CN' })
})
const HUB = {
  nameZh: '虚构站',
  nameEn: 'Invented station',
  kind: 'rail',
  coordPrecision: 'site',
  source: '虚构来源',
  confidence: 'high',
}
const draft = (properties: Record<string, unknown>) => ({
  type: 'Feature' as const,
  geometry: { type: 'Point' as const, coordinates: [106.5, 29.5] },
  properties,
})
const pointers = (properties: Record<string, unknown>, by = { who: '甲', why: '试' }) =>
  faultsOf('hubs', draft(properties), by).map(({ pointer }) => pointer)

describe('what keeps a draft from being saved', () => {
  it('is nothing where all is there, whatever the server works out besides', () => {
    expect(pointers(HUB)).toEqual([])
    expect(pointers({ ...HUB, adcode: '500112', precisionRadiusKilometers: 0 })).toEqual([])
  })

  it('names every field and who and why in one round', () => {
    expect(pointers({ ...HUB, nameZh: '', source: undefined }, { who: ' ', why: '' })).toEqual([
      '/properties/nameZh',
      '/properties/source',
      'Atlas-Reason:',
      'Atlas-Editor:',
    ])
    expect(pointers(HUB, { who: '甲'.repeat(81), why: '试' })).toEqual(['Atlas-Editor:'])
  })

  it('grows shorter with every field that is changed, until nothing is left', () => {
    let problem = withoutFaultAt(
      refusedFor(faultsOf('hubs', draft({ ...HUB, nameZh: '' }), { who: '', why: '试' })),
      '/properties/none',
    )
    expect(problem?.errors).toHaveLength(2)
    problem = withoutFaultAt(problem, '/properties/nameZh')
    expect(problem?.errors?.map(({ pointer }) => pointer)).toEqual(['Atlas-Editor:'])
    expect(withoutFaultAt(problem, 'Atlas-Editor:')).toBeNull()
  })
})

it('lists every changed field before it is saved, of a stage the parks that are counted at it', () => {
  const parks = ['candidate', 'candidate', 'recognised'].map(
    (stage) => ({ properties: { stage } }) as unknown as Park,
  )
  const base = { nameZh: '虚构园', stage: 'candidate', note: null }
  expect(fieldFollows('parks', base, { ...base, note: '' }, parks)).toEqual([])
  expect(
    fieldFollows('parks', base, { ...base, nameZh: '新园', stage: 'recognised' }, parks),
  ).toEqual([
    { term: '中文名', before: '虚构园', after: '新园' },
    { term: '阶段', before: '候选', after: '已认定' },
    { term: '阶段为“候选”的园区', before: '2', after: '1' },
    { term: '阶段为“已认定”的园区', before: '1', after: '2' },
  ])
})
