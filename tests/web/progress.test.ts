// Which figures may stand against a target.
import { expect, it } from 'vitest'
import type { TargetRow } from '#geodata/contract/documents.ts'
import { boardOf } from '#web/state/progress.ts'

const row = (rowType: string, metric: string, value: string | null, asOf = '2025'): TargetRow => ({
  rowId: `${rowType}-${metric}-${asOf}`,
  targetId: 'T01',
  rowType,
  metric: { zh: metric, en: metric },
  value,
  valueLow: value === null ? null : Number(value),
  valueHigh: value === null ? null : Number(value),
  unit: '家',
  asOf,
  clause: null,
  note: null,
  source: 's',
  sourceClass: 'press',
  confidence: 'high',
})

it('takes the latest figure of the same wording as progress', () => {
  const [one] = boardOf([
    row('target', '引进企业', '300'),
    row('progress', '引进企业', '100', '2023'),
    row('progress', '引进企业', '150', '2024'),
  ])
  expect(one?.same?.value).toBe('150')
  expect(one?.verdict).toBe('comparable')
})

it('never takes projects for firms', () => {
  const [one] = boardOf([row('target', '引进企业', '300'), row('progress', '招商项目', '224')])
  expect(one?.same).toBeNull()
  expect(one?.verdict).toBe('other-definition')
})

it('calls a target unknown when nothing with a value was found', () => {
  const [one] = boardOf([row('target', '引进企业', '300'), row('progress', '引进企业', null)])
  expect(one?.verdict).toBe('unknown')
})
