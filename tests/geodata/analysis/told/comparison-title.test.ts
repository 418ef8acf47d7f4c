// Is a comparison that nobody named called in the reader's language?
import { expect, it } from 'vitest'
import { comparisonTitle, titleAsKept } from '#geodata/analysis/told/comparison-title.ts'

it('tells an untouched title in the reader’s language, and one of one’s own as it is', () => {
  const untouched = comparisonTitle({ zh: '电池托盘', en: 'Battery tray' }, 3)
  expect(untouched).toEqual({
    zh: '电池托盘放在哪里：3 处候选',
    en: 'Where to make Battery tray: 3 candidates',
  })
  for (const kept of Object.values(untouched)) expect(titleAsKept(kept, untouched)).toBe(untouched)
  expect(titleAsKept('托盘三处', untouched)).toEqual({ zh: '托盘三处', en: '托盘三处' })
})
