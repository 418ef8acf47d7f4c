// What the user notes beside the figures: kept as it was, and not lost when a shared comparison becomes one's own.
import { beforeEach, expect, it } from 'vitest'
import {
  hideRow,
  nameCompared,
  noteRow,
  readRemarks,
  remarks,
  showRow,
} from '#web/state/answers/remarks.ts'

beforeEach(() => {
  for (const id of Object.keys(remarks.value.names)) nameCompared(id, '')
  for (const id of Object.keys(remarks.value.notes)) noteRow(id, '')
  showRow()
})

it('names, notes and hides, and takes each back', () => {
  nameCompared('P01', ' 江边 ')
  noteRow('record level', '待核实')
  hideRow('record flags')
  hideRow('record flags')
  hideRow('record stage')
  const told = {
    names: { P01: '江边' },
    notes: { 'record level': '待核实' },
    hiddenRows: ['record flags', 'record stage'],
  }
  expect(remarks.value).toEqual(told)
  expect(readRemarks(JSON.stringify(told))).toEqual(told)
  nameCompared('P01', '  ')
  noteRow('record level', '')
  showRow('record flags')
  expect(remarks.value).toEqual({ names: {}, notes: {}, hiddenRows: ['record stage'] })
})

it('reads of what was kept only what can be read', () => {
  const none = { names: {}, notes: {}, hiddenRows: [] }
  for (const text of [null, '{', 'null', '[]', '{"names": "x", "hiddenRows": {}}'])
    expect(readRemarks(text)).toEqual(none)
  expect(readRemarks('{"names": {"P01": "a", "P02": 3}, "hiddenRows": ["r", 1]}')).toEqual({
    names: { P01: 'a' },
    notes: {},
    hiddenRows: ['r'],
  })
})
