import { expect, it } from 'vitest'
import { EDITABLE } from '#geodata/contract/editable/editable.ts'
import { IMPORT_TABLE_IDS } from '#geodata/contract/importing/field-words.ts'
import { ROW_KEYS, rowIdBy, rowKey } from '#geodata/contract/importing/row-keys.ts'

it('knows the rows of every table again, by names or by a key of its own columns', () => {
  for (const table of IMPORT_TABLE_IDS) {
    const shape: object = EDITABLE[table].properties.shape
    const columns = ROW_KEYS[table]?.columns ?? ['nameZh']
    for (const column of columns) expect(Object.keys(shape), table).toContain(column)
  }
})

it('is the same for rows of one thing alone', () => {
  const answer = { parkId: 'CQ-V04', item: 'freeLandHectares', amount: 3 }
  expect(rowKey('park-answers', answer)).toBe(rowKey('park-answers', { ...answer, amount: 4 }))
  expect(rowKey('park-answers', answer)).not.toBe(
    rowKey('park-answers', { ...answer, item: 'gas' }),
  )
  expect(rowIdBy('park-answers', answer)).toBe('CQ-V04.freeLandHectares')
  // Of what says nothing of itself no two rows are one.
  expect(rowKey('certificates', { companyId: null, standard: '' })).toBeNull()
  expect(rowKey('companies', { nameZh: '甲' })).toBeNull()
  expect(rowIdBy('certificates', { companyId: 'T1' })).toBeNull()
})
