// Which columns are starred, and is a header that is another word for a column not called the same name?
import { expect, it } from 'vitest'
import type { ImportColumnInfo } from '#geodata/contract/imports.ts'
import { isToFill, matchedBy } from '#web/workspaces/layout/import/required-columns.ts'

const column = (name: string, zh: string, en: string, isRequired = true): ImportColumnInfo => ({
  name,
  words: { zh, en },
  isRequired,
  choices: [],
})
const COLUMNS = [
  column('nameZh', '名称', 'Name'),
  column('nameEn', '英文名', 'English name'),
  column('areaHectares', '面积（公顷）', 'Area (hectares)', false),
]
const matched = (
  header: string,
  filled: string,
  by: 'name' | 'likeness' | 'hand' | null = 'name',
) => matchedBy({ header, column: filled, by }, COLUMNS)

it('stars what has to be filled, but no English name that follows from the Chinese one', () => {
  const starred = COLUMNS.filter((one) => isToFill(one, COLUMNS)).map(({ name }) => name)
  expect(starred).toEqual(['nameZh'])
  const [, english] = COLUMNS
  expect(english && isToFill(english, [english])).toBe(true)
})

it('calls a name the same only where it is the word of the column', () => {
  expect(matched('名称', 'nameZh')).toBe('name')
  expect(matched(' NAME* ', 'nameZh')).toBe('name')
  expect(matched('面积', 'areaHectares')).toBe('name')
  expect(matched('企业名称', 'nameZh')).toBe('meaning')
  expect(matched('企业名字', 'nameZh', 'likeness')).toBe('likeness')
  expect(matched('企业名称', 'nameZh', 'hand')).toBe('hand')
  expect(matchedBy({ header: 'x', column: null, by: null }, COLUMNS)).toBeNull()
})
