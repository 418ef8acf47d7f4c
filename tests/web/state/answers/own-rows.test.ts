// Do the user's own rows come back as they were kept, and does nothing else come in their place?
import { expect, it } from 'vitest'
import {
  addOwnRow,
  changeOwnRow,
  ownRows,
  readOwnRows,
  removeOwnRow,
} from '#web/state/answers/own-rows.ts'

it('are added, written and taken away one by one', () => {
  addOwnRow()
  addOwnRow()
  const [first, second] = ownRows.value.map(({ id }) => id)
  if (!first || !second) throw new Error('Two were added.')
  changeOwnRow(second, { title: '走访', texts: { P01: '七月到场' } })
  removeOwnRow(first)
  expect(ownRows.value).toEqual([{ id: second, title: '走访', texts: { P01: '七月到场' } }])
  expect(readOwnRows(JSON.stringify(ownRows.value))).toEqual(ownRows.value)
})

it('are none where what was kept cannot be read', () => {
  expect(readOwnRows('{')).toEqual([])
  expect(readOwnRows('[{"id":1,"title":"a","texts":{}}, null]')).toEqual([])
  expect(readOwnRows(null)).toEqual([])
})
