// Is every date that a source publishes read as what it is, in both languages?
import { afterAll, beforeAll, expect, it } from 'vitest'
import { learn } from '#web/messages/index.ts'
import { dateText } from '#web/parts/words/date-text.ts'
import { changeView, takeView, view } from '#web/state/view/store.ts'

const before = view.peek()
afterAll(() => {
  takeView(before)
})
beforeAll(async () => {
  await learn('en')
  await learn('zh-CN')
})

it.each([
  ['2025', '2025年', '2025'],
  ['2024-09', '2024年9月', 'Sep 2024'],
  ['2025-11-06', '2025年11月6日', '6 Nov 2025'],
  ['2024-01/07', '2024年1–7月', 'Jan–Jul 2024'],
  ['2023-10/2024-03', '2023年10月–2024年3月', 'Oct 2023–Mar 2024'],
  ['2022 年底', '2022 年底', '2022 年底'],
])('reads %s as %s and %s', (asOf, zh, en) => {
  changeView({ language: 'zh-CN' })
  expect(dateText(asOf)).toBe(zh)
  changeView({ language: 'en' })
  expect(dateText(asOf)).toBe(en)
})
