import { expect, it } from 'vitest'
import { TextNumbers } from '#geodata/analysis/importing/text-numbers.ts'

it('gives texts their numbers back, however many there are and of whatever letters', () => {
  const texts = new TextNumbers({ isSought: true })
  const name = (n: number) => (n % 7 === 0 ? `编号${n}` : n % 11 === 0 ? `é${n}` : `line:${n}:${n}`)
  for (let n = 0; n < 5000; n++) expect(texts.add(name(n))).toBe(n)
  for (let n = 0; n < 5000; n++) {
    expect(texts.find(name(n))).toBe(n)
    expect(texts.at(n)).toBe(name(n))
  }
  expect(texts.find('编号1')).toBe(-1)
  expect(texts.find('line:1:2')).toBe(-1)
  expect(texts.find('')).toBe(-1)
  expect(texts.add('')).toBe(5000)
  expect(texts.find('')).toBe(5000)
})
