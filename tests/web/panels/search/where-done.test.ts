// Is what is asked for but is no command answered with where it is done, and does the answer lead there?
import { afterAll, beforeAll, expect, it } from 'vitest'
import { learn } from '#web/messages/index.ts'
import { learnSounds, soundOf } from '#web/panels/search/pinyin.ts'
import { whereDone, wordsOfPlaces } from '#web/panels/search/where-done.ts'
import { changeView, takeView, view } from '#web/state/view/store.ts'

beforeAll(async () => {
  await learn('en')
  await learn('zh-CN')
  changeView({ language: 'zh-CN' })
  await learnSounds(wordsOfPlaces())
})

const before = view.peek()
afterAll(() => {
  takeView(before)
})

const answers = (typed: string) => whereDone(typed, soundOf).map(({ title }) => title())

it('says where a thing is done, also for a sentence and for pinyin', () => {
  expect(answers('打印')).toEqual(['打印：在比选页和区县简报里'])
  expect(answers('怎么撤销')).toEqual(['撤销：在布局的“修订”里'])
  expect(answers('dayin')).toEqual(['打印：在比选页和区县简报里'])
  expect(answers('undo')).toEqual(['撤销：在布局的“修订”里'])
  expect(answers('璧山')).toEqual([])
  expect(answers('')).toEqual([])
})

it('leads to the place', () => {
  changeView({ workspace: 'present', layoutView: 'map' })
  whereDone('撤销', soundOf)[0]?.run()
  expect(view.peek()).toMatchObject({ workspace: 'layout', layoutView: 'changes' })
})

it('answers in English too', () => {
  changeView({ language: 'en' })
  expect(answers('export')).toEqual([
    'Print: on the comparison and on the brief of a district',
    'Download: open the table, then “Download table (CSV)”',
  ])
})
