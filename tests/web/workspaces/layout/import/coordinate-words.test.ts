// Is what the coordinates seem to be said as the evidence has it, and never as a guess?
import { beforeAll, expect, it } from 'vitest'
import type { ImportCoordinates } from '#geodata/contract/imports.ts'
import { inventedImport, inventedSystem } from '#tests/support/invented-import.ts'
import { learn } from '#web/messages/index.ts'
import { changeView } from '#web/state/view/store.ts'
import {
  lengthText,
  percentOf,
  proposalText,
  proposalTitle,
  sharesOf,
  systemName,
} from '#web/workspaces/layout/import/coordinate-words.ts'

beforeAll(async () => {
  await learn('zh-CN')
  changeView({ language: 'zh-CN' })
})

const BAIDU = inventedSystem('BD-09', { byRoad: 97 })
const AMAP = inventedSystem('GCJ-02', {
  byRoad: 29,
  inNamedArea: 77,
  metersApart: 1060,
  eastMeters: 1010,
  northMeters: -330,
})
const coordinates = (otherwise: Partial<ImportCoordinates>): ImportCoordinates => ({
  ...inventedImport().coordinates,
  answer: 'told',
  systems: [BAIDU, AMAP],
  rowsWith: 100,
  rowsWithout: 0,
  ...otherwise,
})

it('names the system that is told, its evidence, and where the next one would put the rows', () => {
  const told = coordinates({ rowsWithout: 3 })
  expect(proposalTitle(told, null)).toBe('这些坐标，像BD-09')
  expect(proposalText(told, null)).toBe(
    '这样换算，97% 的点落在道路 150 米以内。当作GCJ-02，整体偏东 1.01 km、偏南 330 m，23 个点出了所写的区县。3 行没有坐标。',
  )
})

it('says plainly that it cannot be told, and that nothing is written until then', () => {
  expect(proposalTitle(coordinates({ answer: 'cannot-tell' }), null)).toBe(
    '单凭数据分不清是哪种坐标',
  )
  expect(proposalText(coordinates({ answer: 'cannot-tell' }), null)).toContain(
    '选定之前，坐标不写入',
  )
  expect(proposalText(coordinates({ answer: 'datum-open' }), null)).toContain(
    'BD-09、GCJ-02都说得通，彼此相差不超过 1.06 km',
  )
  expect(proposalText(coordinates({ answer: 'nowhere', systems: [] }), null)).toMatch(/^100 行坐标/)
})

it('says what somebody has chosen, with what speaks for that', () => {
  const untold = coordinates({ answer: 'cannot-tell' })
  expect(proposalTitle(untold, 'GCJ-02')).toBe('已确认：按GCJ-02')
  expect(proposalText(untold, 'GCJ-02')).toBe('这样换算，29% 的点落在道路 150 米以内。')
})

it('shows the two shares that tell most, and no share of what is not known', () => {
  expect(sharesOf(AMAP)).toEqual([
    { kind: 'road', share: 0.29 },
    { kind: 'area', share: 0.77 },
  ])
  const bare = inventedSystem('x', { byRoad: null, namesArea: 0, inRegion: 50 })
  expect(sharesOf(bare)).toEqual([{ kind: 'region', share: 0.5 }])
})

it('rounds to all or none only where it is', () => {
  expect([1, 0.998, 0.5, 0.001, 0].map(percentOf)).toEqual([100, 99, 50, 1, 0])
})

it('writes lengths as short as they are certain, and how columns are read beside the system', () => {
  expect([0.4, 330, 1010, 12_345, 250_000].map(lengthText)).toEqual([
    '0 m',
    '330 m',
    '1.01 km',
    '12.3 km',
    '250 km',
  ])
  expect(systemName({ words: { zh: '甲', en: 'A' }, reading: { zh: '先北后东', en: '' } })).toBe(
    '甲（先北后东）',
  )
})
