// Is a candidate whose range crosses the limit told apart from one of which nothing is known?
import { beforeAll, expect, it } from 'vitest'
import { learn } from '#web/messages/index.ts'
import { standingsTold } from '#web/parts/words/need-words.ts'
import { changeView } from '#web/state/view/store.ts'

beforeAll(() => learn('en'))

it('counts what is left out, what is unproven and what is unknown each by its own word', () => {
  changeView({ language: 'en' })
  expect(standingsTold({ met: 20, failed: 9, perhaps: 18, unknown: 0 }, true)).toEqual([
    'excludes 9',
    '18 unproven (the range crosses the limit), kept and flagged',
  ])
  expect(standingsTold({ met: 20, failed: 9, perhaps: 0, unknown: 18 }, true)).toEqual([
    'excludes 9',
    '18 unknown, kept and flagged',
  ])
  changeView({ language: 'zh-CN' })
  expect(standingsTold({ met: 20, failed: 7, perhaps: 18, unknown: 2 }, false)).toEqual([
    '20 处满足，7 处不满足',
    '18 处未定（可能的范围跨过限值），保留并标注',
    '2 处未知，保留并标注',
  ])
})
