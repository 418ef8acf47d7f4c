// Does a word lead to the thing it means, the nearest first, and say why?
import { expect, it } from 'vitest'
import { learnSounds, soundOf } from '#web/panels/search/pinyin.ts'
import { type Entry, pronouncedNames, pronouncedWords, search } from '#web/panels/search/search.ts'
import { soundsLike } from '#web/panels/search/sound.ts'

const entry = (id: string, nameZh: string, nameEn: string, words: Entry['words'] = []): Entry => ({
  collection: 'parks',
  id,
  nameZh,
  nameEn,
  labels: id === 'bishan' ? ['璧山高新区'] : [],
  words,
  at: null,
})
const ENTRIES = [
  entry('bishan', '璧山高新技术产业开发区', 'Bishan High-tech Zone', [
    { reason: 'source', text: 'http://bishan.cbg.cn/a.html' },
    { reason: 'product', text: '动力电池' },
  ]),
  entry('chongqing', '重庆经济技术开发区', 'Chongqing Economic Zone'),
  entry('yufu', '两江新区鱼复工业开发区', 'Yufu Zone', [{ reason: 'product', text: '电池托盘' }]),
  entry('tongliang', '铜梁高新区', 'Tongliang Zone', [
    { reason: 'code', text: 'CQ-N07' },
    { reason: 'product', text: '线控制动' },
    { reason: 'segment', text: '电驱' },
    { reason: 'district', text: '铜梁区' },
  ]),
  entry('yubei', '渝北区', 'Yubei', [{ reason: 'code', text: '500112' }]),
]
await learnSounds(ENTRIES.flatMap(pronouncedNames))
await learnSounds(ENTRIES.flatMap(pronouncedWords))
const idsFor = (query: string) => search(ENTRIES, query, soundOf).map(({ id }) => id)
const unheard = () => null

it('finds names in Chinese and English, whatever the case', () => {
  expect(idsFor('璧山')).toEqual(['bishan'])
  expect(idsFor('yufu')).toEqual(['yufu'])
  expect(idsFor('HIGH-TECH')).toEqual(['bishan'])
})

it('finds names by pinyin and initials, words with two readings by the right one', () => {
  expect(idsFor('bsgx')).toEqual(['bishan'])
  expect(idsFor('cqjj')).toEqual(['chongqing'])
  expect(idsFor('chongqingjing')).toEqual(['chongqing'])
  expect(idsFor('yfgy')).toEqual(['yufu'])
  expect(idsFor('zqjj')).toEqual([])
})

it('finds a park by the sound of its short name, whole syllables and first letters mixed', () => {
  for (const typed of ['bsgxq', 'bishangxq', 'bi shan gao xin qu', 'bisgaoxq', "bi'shan"]) {
    expect(idsFor(typed), typed).toEqual(['bishan'])
  }
  expect(idsFor('bsxq')).toEqual([])
})

it('finds nothing that leaves a syllable out or goes past the end', () => {
  const sound = ['bi', 'shan', 'gao', 'xin', 'qu']
  expect(soundsLike(sound, 'gaoxin')).toBe(2)
  expect(soundsLike(sound, 'bishagx')).toBe(0)
  expect(soundsLike(sound, 'bigao')).toBeNull()
  expect(soundsLike(sound, 'xinqua')).toBeNull()
  // xi'an and xian are typed alike: a syllable may end early.
  expect(soundsLike(['xi', 'an'], 'xian')).toBe(0)
})

it('says by which product or source it was found, and names come first', () => {
  expect(search(ENTRIES, '电池', unheard).map(({ id, found }) => [id, found?.text])).toEqual([
    ['bishan', '动力电池'],
    ['yufu', '电池托盘'],
  ])
  expect(search(ENTRIES, 'bishan', unheard)[0]?.found).toBeNull()
  expect(search(ENTRIES, 'cbg.cn', unheard)[0]?.found).toEqual({
    reason: 'source',
    text: 'http://bishan.cbg.cn/a.html',
  })
})

it('finds nothing for nothing, and by sound only once the sounds are there', () => {
  expect(idsFor('  ')).toEqual([])
  expect(search(ENTRIES, 'bsgx', unheard)).toEqual([])
})

it('finds products and segments as they sound, by initials, syllables and both', () => {
  for (const typed of ['xkzd', 'xiankongzhidong', 'xkzhid', 'xian kong zhi dong']) {
    expect(idsFor(typed), typed).toEqual(['tongliang'])
  }
  expect(search(ENTRIES, 'xkzd', soundOf)[0]?.found).toEqual({
    reason: 'product',
    text: '线控制动',
  })
  expect(idsFor('dianqu')).toEqual(['tongliang'])
  expect(idsFor('xkzz')).toEqual([])
})

it('holds every one of several words, whatever each of them is', () => {
  expect(idsFor('铜梁 电驱')).toEqual(['tongliang'])
  expect(idsFor('电驱 铜梁')).toEqual(['tongliang'])
  expect(idsFor('铜梁 xkzd')).toEqual(['tongliang'])
  expect(idsFor('璧山 电驱')).toEqual([])
  expect(search(ENTRIES, '铜梁 电驱', soundOf)[0]?.found?.text).toBe('电驱')
})

it('finds by code', () => {
  expect(idsFor('500112')).toEqual(['yubei'])
  expect(idsFor('cq-n07')).toEqual(['tongliang'])
})

it('puts a name whose initials are typed whole before names that begin so, and those before the rest', () => {
  const town = (id: string, nameZh: string, nameEn = ''): Entry => ({
    ...entry(id, nameZh, nameEn),
    labels: [],
  })
  const entries = [
    town('inside', '重庆璧山', 'Labs of Chongqing'),
    town('begins', '璧山高新区'),
    town('whole', '璧山区'),
    town('letters', '西部博世', 'Robson'),
    town('rear', '百盛'),
  ]
  return learnSounds(entries.flatMap(pronouncedNames)).then(() => {
    const found = search(entries, 'bs', soundOf).map(({ id }) => id)
    expect(found).toEqual(['whole', 'rear', 'begins', 'inside', 'letters'])
    expect(search(entries, 'bsgxq', soundOf)[0]?.id).toBe('begins')
    expect(search(entries, '璧山', soundOf)[0]?.id).toBe('whole')
  })
})
