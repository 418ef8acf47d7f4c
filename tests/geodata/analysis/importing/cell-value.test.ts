import { describe, expect, it } from 'vitest'
import { cellValue } from '#geodata/analysis/importing/cell-value.ts'
import { columnsOf } from '#geodata/analysis/importing/import-column.ts'
import type { ImportTableId } from '#geodata/contract/importing/field-words.ts'
import type { Cell } from '#geodata/formats/import/foreign/piece.ts'

const known = {
  segments: [
    { id: 'power_battery', names: ['动力电池', 'Power battery'] },
    { id: 'motor', names: ['驱动电机', 'Drive motor'] },
    { id: 'motor_control', names: ['电机控制器', 'Motor controller'] },
  ],
  park: [
    { id: 'P1', names: ['虚构东园', 'Invented East'] },
    { id: 'P2', names: ['虚构西园', 'Invented West'] },
  ],
  products: [{ id: 'axle', names: ['电驱桥', 'E-axle'] }],
  companyId: [{ id: 'T1', names: ['虚构机电', 'Invented Electric'] }],
}
const read = (table: ImportTableId, name: string, cell: Cell, unit = '') => {
  const column = columnsOf(table).find((one) => one.name === name)
  if (!column) throw new Error(name)
  return cellValue(column, cell, unit, known)
}
const value = (...asked: Parameters<typeof read>) => {
  const cell = read(...asked)
  return cell.kind === 'given' ? cell.value : cell.kind
}

describe('a number', () => {
  it.each([
    ['3.5', '', 3.5],
    [3.5, '', 3.5],
    ['１，２５０', '', 1250],
    ['1,250.5', '', 1250.5],
    ['3.5平方公里', '', 3.5],
    ['350公顷', '', 3.5],
    ['5250亩', '', 3.5],
    ['0.525万亩', '', 3.5],
    [5250, '亩', 3.5],
    ['350 ha', '', 3.5],
    ['３.５', 'km²', 3.5],
  ] as const)('%s %s', (cell, unit, wanted) => {
    expect(value('parks', 'plannedAreaSquareKilometers', cell, unit)).toBeCloseTo(Number(wanted), 9)
  })

  it.each([
    ['35000', '', 35_000],
    [3.5, '亿元', 35_000],
    ['3.5亿元', '', 35_000],
    ['3.5亿', '万元', 35_000],
    ['35000万', '', 35_000],
    ['35000万元', '亿元', 35_000],
    ['350000000元', '', 35_000],
    ['350,000,000', '元', 35_000],
  ] as const)('of money: %s %s', (cell, unit, wanted) => {
    expect(value('prospects', 'investmentTenThousandYuan', cell, unit)).toBeCloseTo(wanted, 6)
  })

  it('says that it was converted, and is silent where it stands as written', () => {
    expect(read('parks', 'plannedAreaSquareKilometers', '5250亩')).toMatchObject({
      changed: { zh: '按单位换算为 3.5' },
    })
    expect(read('parks', 'plannedAreaSquareKilometers', '3.5')).toMatchObject({ changed: null })
    expect(read('parks', 'plannedAreaSquareKilometers', '１，２５０')).toMatchObject({
      changed: { zh: '全角数字、逗号或单位已整理' },
    })
  })

  it.each(['约3千万', '3-5', '三点五', '3.5吨', '2500–3500'])('is refused: %s', (cell) => {
    expect(read('parks', 'plannedAreaSquareKilometers', cell).kind).toBe('refused')
  })
})

describe('other cells', () => {
  it('choose by words of either language, and by part of them where one alone fits', () => {
    expect(value('companies', 'kind', '一级供应商')).toBe('tier1')
    expect(value('companies', 'kind', 'TIER 1')).toBe('tier1')
    expect(read('companies', 'kind', '整车企业')).toMatchObject({
      value: 'oem',
      changed: { zh: '对到“整车”' },
    })
    expect(read('companies', 'kind', '供应商')).toEqual({
      kind: 'refused',
      came: '供应商',
      fits: {
        zh: '应为 整车、一级供应商、二级供应商、材料 之一',
        en: 'One of Vehicle maker, Tier 1, Tier 2, Materials is expected',
      },
    })
  })

  it('name segments and parks, by likeness where it is clear', () => {
    expect(value('companies', 'segmentIds', '动力电池；驱动电机')).toEqual([
      'power_battery',
      'motor',
    ])
    expect(value('companies', 'segmentIds', 'Motor controller')).toEqual(['motor_control'])
    expect(read('companies', 'segmentIds', '电机控制')).toMatchObject({
      value: ['motor_control'],
      changed: { zh: '对到“电机控制器”' },
    })
    expect(value('companies', 'parkId', '虚构东园')).toBe('P1')
    expect(value('companies', 'parkId', 'P2')).toBe('P2')
    // As near to the one as to the other.
    expect(read('companies', 'parkId', '虚构园')).toMatchObject({ kind: 'refused', came: '虚构园' })
    expect(read('companies', 'segmentIds', '动力电池、轮胎')).toMatchObject({
      kind: 'refused',
      came: '轮胎',
    })
  })

  it('are dates of the common calendar', () => {
    expect(value('targets', 'asOf', '2025年9月')).toBe('2025-09')
    expect(value('targets', 'asOf', '2025/9/3')).toBe('2025-09-03')
    expect(value('targets', 'asOf', '20250930')).toBe('2025-09-30')
    expect(value('targets', 'asOf', { date: '2025-09-30' })).toBe('2025-09-30')
    expect(value('targets', 'asOf', '2025')).toBe('2025')
    expect(value('targets', 'asOf', '2025-01/09')).toBe('2025-01/09')
    for (const other of [
      '民国114年',
      '令和7年9月',
      '农历八月十五',
      '2568-13-01',
      '乙巳年',
      '2025-02-30',
      'R7.9.30',
    ]) {
      expect(read('targets', 'asOf', other).kind, other).toBe('refused')
    }
  })

  it('are empty, or an error of a formula', () => {
    for (const cell of ['', '  ', '无', 'N/A', '暂无'])
      expect(value('companies', 'note', cell)).toBe('empty')
    expect(read('companies', 'products', { error: '#REF!' }).kind).toBe('refused')
    // The products as the firm words them, whatever the taxonomy calls its own.
    expect(value('companies', 'products', '线束、 接插件')).toBe('线束、 接插件')
    expect(value('companies', 'productIds', '电驱桥')).toEqual(['axle'])
    expect(value('certificates', 'companyId', '虚构机电')).toBe('T1')
  })
})

it('names in each language what would fit, where it is few', () => {
  const column = columnsOf('companies').find(({ name }) => name === 'segmentIds')
  if (!column) throw new Error('Firms have segments.')
  const segments = [
    { id: 'motor', names: ['驱动电机', 'Drive motors'] },
    { id: 'harness', names: ['线束', 'Harnesses'] },
  ]
  expect(cellValue(column, '餐饮服务', '', { segments })).toMatchObject({
    fits: {
      zh: '查不到“餐饮服务”，应为 驱动电机、线束 之一',
      en: '“餐饮服务” is not known here; one of Drive motors, Harnesses is expected',
    },
  })
})
