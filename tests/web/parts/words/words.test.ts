// Does a text in another language than the page carry its language?
import { expect, it } from 'vitest'
import { partsByLanguage } from '#web/parts/words/words.tsx'

it('marks the Chinese of an English sentence, with what stands between its characters', () => {
  expect(partsByLanguage('Closed: G5001 王家/绕城枢纽(G65) – 龙兴互通 for a day', 'en')).toEqual([
    { text: 'Closed: G5001 ', lang: null },
    { text: '王家/绕城枢纽(G65) – 龙兴互通', lang: 'zh-CN' },
    { text: ' for a day', lang: null },
  ])
  expect(partsByLanguage('骨架路网 skeleton network', 'en')).toEqual([
    { text: '骨架路网', lang: 'zh-CN' },
    { text: ' skeleton network', lang: null },
  ])
})

it('leaves alone what is in the language of the page', () => {
  expect(partsByLanguage('Qingfeng', 'en')).toEqual([{ text: 'Qingfeng', lang: null }])
  expect(partsByLanguage('比亚迪 BYD 刀片电池', 'zh-CN')).toEqual([
    { text: '比亚迪 BYD 刀片电池', lang: null },
  ])
})

it('marks English on a Chinese page where it is spelled, not where it is a number of a part', () => {
  expect(partsByLanguage('Geely Galaxy', 'zh-CN')).toEqual([{ text: 'Geely Galaxy', lang: 'en' }])
  expect(partsByLanguage('DHT 1.5T', 'zh-CN')).toEqual([{ text: 'DHT 1.5T', lang: null }])
})
