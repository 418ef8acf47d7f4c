// Does an address in a source read as the name of its site?
import { expect, it } from 'vitest'
import { linked } from '#web/parts/words/linked.ts'

it('says the site, and leads to the page', () => {
  const href = 'http://cnautonews.com/zhinengwl/2025/02/27/detail_20250227372132.html'
  expect(linked(`重庆日报 ${href}，第 3 版`)).toEqual([
    { text: '重庆日报 ', href: null },
    { text: 'cnautonews.com', href },
    { text: '，第 3 版', href: null },
  ])
  expect(linked('https://www.cq.gov.cn/a?b=1')[0]?.text).toBe('cq.gov.cn')
})

it('leaves what is no address as it is', () => {
  expect(linked('渝府办〔2022〕28号')).toEqual([{ text: '渝府办〔2022〕28号', href: null }])
  expect(linked('http://')).toEqual([{ text: 'http://', href: null }])
})
