// Do the figures of the matrix say why they differ from those beside it?
import { beforeAll, expect, it } from 'vitest'
import type { CoverageMatrix } from '#geodata/contract/processes/coverage.ts'
import { learn } from '#web/messages/index.ts'
import { changeView } from '#web/state/view/store.ts'
import { totalWhy } from '#web/workspaces/layout/matrix/matrix-words.ts'

beforeAll(async () => {
  await learn('en')
  await learn('zh-CN')
})
const totals = (firms: number, inNoSegment: number, inSeveralSegments: number) => ({
  totals: { firms, inNoSegment, inSeveralSegments } as CoverageMatrix['totals'],
})

it('tells the firms of the total from those listed', () => {
  changeView({ language: 'zh-CN' })
  expect(totalWhy(totals(184, 30, 41))).toBe(
    '合计 154 家＝收录 184 家－整车企业等 30 家（不属零部件环节，不计入本表）；跨环节的 41 家在每行各计一次、合计只计一次。',
  )
  expect(totalWhy(totals(9, 0, 1))).toMatch(/^合计 9 家＝收录 9 家；/)
  changeView({ language: 'en' })
  expect(totalWhy(totals(184, 30, 41))).toMatch(/^154 in all = 184 listed less 30 /)
})
