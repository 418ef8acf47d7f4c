// Does a chance of being first always say of whom?
import { expect, it } from 'vitest'
import { FIRST_OF, firstOfTold } from '#geodata/analysis/told/chance-text.ts'

it('says of whom somebody is first: of all, or of the compared alone', () => {
  expect(firstOfTold('all', 0.526)).toEqual({
    zh: '在全部候选中居首的可能 53%',
    en: 'first of all candidates in 53% of the draws',
  })
  expect(firstOfTold('compared', 0.004)).toEqual({
    zh: '在所比各处中居首的可能 <1%',
    en: 'first of these in <1% of the draws',
  })
  expect(FIRST_OF.all).not.toEqual(FIRST_OF.compared)
})
