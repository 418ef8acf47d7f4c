// Which step of an import is done, which waits for somebody, and which is looked at first?
import { expect, it } from 'vitest'
import type { Import } from '#geodata/contract/imports.ts'
import { inventedImport, inventedSystem } from '#tests/support/invented-import.ts'
import { isPerhapsOtherTable } from '#web/workspaces/layout/import/other-table.tsx'
import {
  isClassOpen,
  isSystemOpen,
  isTakenBack,
  openRows,
  stateOf,
  stepsOf,
  waitingStep,
  writableRows,
} from '#web/workspaces/layout/import/step-states.ts'

const PLACE = { name: 'place.first', words: { zh: '经度', en: 'Longitude' } }
const placed = (otherwise: Partial<Import> = {}) =>
  inventedImport({
    columns: [{ ...PLACE, isRequired: false, choices: [] }],
    coordinates: {
      answer: 'told',
      systems: [inventedSystem('bd09')],
      others: [],
      said: [],
      rowsWith: 3,
      rowsWithout: 1,
      precision: 'site',
    },
    ...otherwise,
  })
const states = (one: Import) => stepsOf(one).map((step) => `${step} ${stateOf(step, one)}`)
const confirmed = { ...inventedImport().choices, system: 'bd09' }

it('has no step for coordinates in a table without places', () => {
  expect(states(inventedImport())).toEqual([
    'file done',
    'columns done',
    'rows done',
    'writing ahead',
  ])
  expect(stepsOf(placed())).toContain('coordinates')
  // Shapes need no columns, and lie nowhere until somebody says how they are read.
  const shapes: Import['coordinates'] = { ...placed().coordinates, answer: 'nowhere', systems: [] }
  const areas = inventedImport({ table: 'park-areas', coordinates: shapes })
  expect(states(areas)).toContain('coordinates half')
  expect(waitingStep(areas)).toBe('coordinates')
})

it('waits at the coordinates until somebody confirms how they are read', () => {
  expect(stateOf('coordinates', placed())).toBe('half')
  expect(stateOf('coordinates', placed({ choices: confirmed }))).toBe('done')
  expect([isSystemOpen(placed()), isSystemOpen(inventedImport())]).toEqual([true, false])
})

it('waits for columns that are required, and for rows that are doubtful or refused', () => {
  const counts = { ...inventedImport().counts, new: 1, tidied: 1, doubtful: 1, refused: 1 }
  const one = inventedImport({ missing: ['kind'], counts })
  expect(states(one)).toEqual(['file done', 'columns half', 'rows half', 'writing ahead'])
  expect([writableRows(one), openRows(one)]).toEqual([2, 2])
})

it('knows nothing of later steps while the file is read, nor of one that was refused', () => {
  expect(states(inventedImport({ state: 'reading' }))).toEqual([
    'file ahead',
    'columns ahead',
    'rows ahead',
    'writing ahead',
  ])
  expect(stateOf('file', inventedImport({ state: 'refused' }))).toBe('half')
  expect(stateOf('rows', inventedImport({ state: 'judging' }))).toBe('ahead')
  expect(stateOf('writing', inventedImport({ state: 'written' }))).toBe('done')
})

it('leads to what waits: columns, then a system that cannot be told, then the rows', () => {
  const untold = { ...placed().coordinates, answer: 'cannot-tell' } as const
  expect(waitingStep(inventedImport({ state: 'reading' }))).toBe('file')
  expect(waitingStep(placed({ missing: ['kind'], coordinates: untold }))).toBe('columns')
  expect(waitingStep(placed({ coordinates: untold }))).toBe('coordinates')
  expect(waitingStep(placed({ coordinates: untold, choices: confirmed }))).toBe('rows')
  expect(waitingStep(placed())).toBe('rows')
  expect(waitingStep(inventedImport({ state: 'writing' }))).toBe('writing')
})

it('asks of which kind the source is until somebody has chosen, none among them, or the file says it', () => {
  const CLASS = { name: 'sourceClass', words: { zh: '来源类别', en: 'Kind of source' } }
  const columns = [{ ...CLASS, isRequired: false, choices: [] }]
  const { choices } = inventedImport()
  const chosen = (sourceClass: 'none' | null) => ({
    ...choices,
    evidence: { ...choices.evidence, sourceClass },
  })
  const open = inventedImport({ columns, choices: chosen(null) })
  expect([isClassOpen(open), waitingStep(open), stateOf('columns', open)]).toEqual([
    true,
    'columns',
    'half',
  ])
  expect(waitingStep(inventedImport({ columns, choices: chosen('none') }))).toBe('rows')
  const header = { header: '类别', column: 'sourceClass', by: 'name' as const, samples: [] }
  const said = inventedImport({ columns, choices: chosen(null), headers: [header] })
  expect([isClassOpen(said), waitingStep(said)]).toEqual([false, 'rows'])
  // A table whose rows have none is not asked for one.
  expect(waitingStep(inventedImport({ choices: chosen(null) }))).toBe('rows')
})

it('is taken back once it was written and is judged again', () => {
  expect(isTakenBack(inventedImport())).toBe(false)
  expect(isTakenBack(inventedImport({ state: 'written', changeId: 'c1' }))).toBe(false)
  expect(isTakenBack(inventedImport({ state: 'judging', changeId: 'c1' }))).toBe(true)
  expect(isTakenBack(inventedImport({ changeId: 'c1' }))).toBe(true)
})

it('asks whether it is another table where nearly all rows are refused', () => {
  const counts = { ...inventedImport().counts, rows: 10, new: 2, refused: 8 }
  expect(isPerhapsOtherTable(inventedImport({ counts }))).toBe(false)
  const most = { ...counts, new: 1, refused: 9 }
  expect(isPerhapsOtherTable(inventedImport({ counts: most }))).toBe(true)
  expect(isPerhapsOtherTable(inventedImport({ counts: most, state: 'written' }))).toBe(false)
  const open = { ...placed().coordinates, answer: 'nowhere' } as const
  expect(isPerhapsOtherTable(inventedImport({ counts: most, coordinates: open }))).toBe(false)
})
