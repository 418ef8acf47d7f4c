// Are some ninety ways to read coordinates told apart by what people look for?
import { beforeAll, expect, it } from 'vitest'
import { inventedImport, inventedSystem } from '#tests/support/invented-import.ts'
import { learn } from '#web/messages/index.ts'
import { changeView } from '#web/state/view/store.ts'
import { systemGroups } from '#web/workspaces/layout/import/system-groups.ts'

beforeAll(async () => {
  await learn('zh-CN')
  changeView({ language: 'zh-CN' })
})

it('puts what the data speak for first, degrees next, and parts each datum by its zones', () => {
  const coordinates = {
    ...inventedImport().coordinates,
    systems: [inventedSystem('xian80-3-105-zone')],
    others: ['cgcs2000-3-105', 'wgs84', 'cgcs2000-6-105-zone~second', 'bd09', 'cgcs2000-3-108'].map(
      (key) => inventedSystem(key),
    ),
  }
  const groups = systemGroups(coordinates).map(({ title, systems }) => [
    title,
    systems.map(({ key }) => key),
  ])
  expect(groups).toEqual([
    ['按数据可能的', ['xian80-3-105-zone']],
    ['经纬度与网络地图', ['wgs84', 'bd09']],
    ['CGCS2000，高斯–克吕格 3° 带', ['cgcs2000-3-105', 'cgcs2000-3-108']],
    ['CGCS2000，高斯–克吕格 6° 带', ['cgcs2000-6-105-zone~second']],
  ])
})
