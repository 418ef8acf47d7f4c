// Does a reader read in his own language what the data say in one only, and signs he knows?
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { learn } from '#web/messages/index.ts'
import { inReadersWords, licenceWords } from '#web/parts/words/known-phrases.ts'
import { shortSource } from '#web/parts/words/short-source.ts'
import { systemMark } from '#web/parts/words/system-mark.ts'
import { changeView, takeView, view } from '#web/state/view/store.ts'

beforeAll(async () => {
  await learn('en')
  await learn('zh-CN')
})
const before = view.peek()
afterAll(() => {
  takeView(before)
})
const speak = (language: 'zh-CN' | 'en') => {
  changeView({ language })
}
const SOURCE = 'https://www.cq.gov.cn/a.html;general knowledge, unverified'

it('says in Chinese that a source is general knowledge', () => {
  speak('zh-CN')
  expect(shortSource(SOURCE)).toBe('cq.gov.cn · 一般常识，未经核实')
  speak('en')
  expect(shortSource(SOURCE)).toBe('cq.gov.cn · general knowledge, not verified')
})

it('says in the reader’s words that a source has no address, and what a licence allows', () => {
  const words = () => [
    inReadersWords('某某产业 (no URL)'),
    ...['public domain', 'ODbL 1.0', 'ISC as packaged; origin unclear'].map(licenceWords),
  ]
  speak('zh-CN')
  expect(words()).toEqual([
    '某某产业（无网址）',
    '公有领域',
    'ODbL 1.0',
    '随包声明为 ISC，来源不明',
  ])
  speak('en')
  expect(words()).toEqual([
    '某某产业 (no URL)',
    'public domain',
    'ODbL 1.0',
    'ISC as packaged; origin unclear',
  ])
})

it('marks systems by characters in Chinese and by letters in English', () => {
  speak('zh-CN')
  expect((['power', 'driving', 'cockpit'] as const).map(systemMark)).toEqual(['电', '驾', '舱'])
  speak('en')
  expect((['power', 'driving', 'cockpit'] as const).map(systemMark)).toEqual(['E', 'D', 'C'])
})

it('names no file of a table: each goes by the name a reader knows it by', () => {
  const folder = path.resolve(import.meta.dirname, '../../../../geodata/sources')
  const files = readdirSync(folder).filter((name) => name.endsWith('.csv'))
  expect(files.length).toBeGreaterThan(10)
  for (const language of ['zh-CN', 'en'] as const) {
    speak(language)
    const said = files.map(inReadersWords)
    expect(said.filter((words) => /csv|_/.test(words))).toEqual([])
    expect(new Set(said).size).toBe(files.length)
  }
  speak('en')
  expect(shortSource('骨架路网 skeleton network; plants.csv')).toBe(
    'skeleton network · list of vehicle plants',
  )
  expect(inReadersWords('整车厂名录 plants.csv')).toBe('list of vehicle plants')
  speak('zh-CN')
  expect(inReadersWords('整车厂名录 plants.csv')).toBe('整车厂名录')
  expect(inReadersWords('https://a.cn/mine.csv; notes.csv')).toBe(
    'https://a.cn/mine.csv; notes.csv',
  )
})
