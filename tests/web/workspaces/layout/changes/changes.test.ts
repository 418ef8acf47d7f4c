// Which changes stand, and by what labels are their fields read?
import { beforeAll, expect, it } from 'vitest'
import { EDITABLE, EDITABLE_IDS } from '#geodata/contract/editable/editable.ts'
import { learn } from '#web/messages/index.ts'
import { fieldName, valueWords } from '#web/panels/editor/editor-words.ts'
import { changeView } from '#web/state/view/store.ts'
import { takenBack, undoneIds } from '#web/workspaces/layout/changes/undone.ts'

beforeAll(async () => {
  await learn('zh-CN')
  changeView({ language: 'zh-CN' })
})

it('offers no undo of what was undone, and one again where the undoing was itself undone', () => {
  const first = { changeId: 'a', undoes: null }
  const back = { changeId: 'b', undoes: 'a' }
  const again = { changeId: 'c', undoes: 'b' }
  expect([...undoneIds([first])]).toEqual([])
  expect([...undoneIds([back, first])]).toEqual(['a'])
  expect([...undoneIds([again, back, first])]).toEqual(['b'])
})

it('tells rows that were put back from those that stay since they were changed', () => {
  const counted = (changeId: string, insert: number, deleted: number) => ({
    changeId,
    insert,
    update: 0,
    delete: deleted,
    refuse: 0,
  })
  const import_ = { changeId: 'a', undoes: null }
  const back = { changeId: 'b', undoes: 'a' }
  const counts = [counted('b', 0, 6), counted('a', 7, 0)]
  expect(takenBack('a', [import_], counts)).toBe(null)
  expect(takenBack('a', [back, import_], counts)).toEqual({ back: 6, left: 1 })
  const whole = [counted('b', 0, 7), counted('a', 7, 0)]
  expect(takenBack('a', [back, import_], whole)).toEqual({ back: 7, left: 0 })
})

it('names every field that the server works out by a label', () => {
  const unnamed = EDITABLE_IDS.flatMap((table) =>
    EDITABLE[table].derived.filter((field) => fieldName(table, field) === field),
  )
  expect(unnamed).toEqual([])
})

it('reads known phrases of the data in the language of the reader', () => {
  expect(
    valueWords('parks', 'coordSource', 'general knowledge, unverified (place-level estimate)'),
  ).toBe('一般常识，未经核实 (按地名估计)')
})
