// Does the address hold scenarios whole, say what it cannot read, and ask only what can be worked out?
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type ScenarioChange, ScenarioList } from '#geodata/contract/processes/scenarios.ts'
import {
  decodeScenarios,
  EMPTY_BOOK,
  encodeScenarios,
  type ScenarioBook,
  type Written,
} from '#web/state/answers/scenario-address.ts'
import { changeFrom } from '#web/state/answers/scenario-kinds.ts'
import {
  askedOf,
  changeBook,
  faultOf,
  keptText,
  movedScenario,
  scenarioText,
  withoutScenario,
} from '#web/state/answers/scenarios.ts'
import { view } from '#web/state/view/store.ts'
import { decodeView, encodeView } from '#web/state/view/view.ts'

const EACH_KIND: ScenarioChange[] = [
  { kind: 'volume', plantId: 'O_0:06/7*', percent: -12.5 },
  {
    kind: 'vehiclePlant',
    id: 'new:106.712,29.7',
    name: '第二个“1”, a/b:c_d*',
    lngLat: [106.712, 29.7],
    annualUnits: 300000,
  },
  { kind: 'vehiclePlant', id: 'new:106.7,29.7', name: 'n', lngLat: [106.7, 29.7] },
  { kind: 'land', parkId: 'CQ-V01', hectares: 0 },
  { kind: 'closed', near: [106.55, 29.56] },
  { kind: 'opened', from: [106.5, 29.5], to: [105.9, 29.3], roadClass: 'trunk' },
  { kind: 'freightRate', percent: 10 },
  { kind: 'speed', timeFactor: 1.2 },
]
const written = (name: string, ...changes: ScenarioChange[]): Written => {
  return { name, changes, unread: [] }
}
const WET = written('wet', { kind: 'speed', timeFactor: 1.2 })
const DEAR = written('dear', { kind: 'freightRate', percent: 10 })
const LAND = written('land', { kind: 'land', parkId: 'CQ-V01', hectares: 400 })

it('comes back from the address as it went in, whatever a name holds', () => {
  const name = fc.string({ minLength: 1, maxLength: 90, unit: 'grapheme' })
  const scenario = fc.record({
    name,
    changes: fc.uniqueArray(fc.constantFrom(...EACH_KIND), { maxLength: 8 }),
    unread: fc.constant<string[]>([]),
  })
  fc.assert(
    fc.property(fc.array(scenario, { minLength: 2, maxLength: 7 }), (scenarios) => {
      const book: ScenarioBook = { scenarios, combined: [[1, 0]], unread: [] }
      const shown = { ...view.peek(), scenarios: encodeScenarios(book) }
      expect(decodeScenarios(decodeView(encodeView(shown)).scenarios)).toEqual(book)
    }),
  )
  expect(encodeView({ ...view.peek(), scenarios: '' })).not.toContain('if=')
})

it('keeps what it cannot read as it came, beside all that it can', () => {
  const text = 'wet,speed:1.2,speed:99,flood:3,closed:106.5/dear,freightRate:10_4/:1.2/:1.7/:x'
  const book = decodeScenarios(text)
  expect(book.scenarios).toEqual([
    { ...WET, unread: ['speed:99', 'flood:3', 'closed:106.5'] },
    { name: 'dear', changes: [], unread: ['freightRate:10_4'] },
  ])
  expect(book.combined).toEqual([[0, 1]])
  expect(book.unread).toEqual([':1.7', ':x'])
  expect(encodeScenarios(book)).toBe(text)
})

it('asks what has a name, a change and room, and says of the others why they wait', () => {
  const many = Array.from({ length: 7 }, (_, index) => written(`n${index}`, ...WET.changes))
  const scenarios = [written(' ', ...WET.changes), written('字'.repeat(81), ...WET.changes)]
  const book: ScenarioBook = {
    scenarios: [...scenarios, written('none'), ...many],
    combined: [
      [3, 4],
      [2, 3],
      [8, 9],
    ],
    unread: [],
  }
  const faults = book.scenarios.map((_, place) => faultOf(book, place))
  const none = Array.from({ length: 6 }, () => null)
  expect(faults).toEqual(['nameless', 'longName', 'noChange', ...none, 'beyond'])
  const asked = askedOf(book)
  expect(asked.scenarios.map(({ id }) => id)).toEqual(['4', '5', '6', '7', '8', '9'])
  expect(asked.combined).toEqual([['4', '5']])
  expect(ScenarioList.parse(asked.scenarios)).toEqual(asked.scenarios)
})

it('moves and removes scenarios, and combinations go with them', () => {
  const book: ScenarioBook = {
    scenarios: [WET, DEAR, LAND],
    combined: [
      [0, 2],
      [1, 2],
    ],
    unread: [],
  }
  const moved = movedScenario(book, 2, -2)
  expect(moved.scenarios).toEqual([LAND, WET, DEAR])
  expect(moved.combined).toEqual([
    [1, 0],
    [2, 0],
  ])
  expect(movedScenario(book, 0, -1)).toEqual(book)
  expect(withoutScenario(book, 0)).toEqual({
    scenarios: [DEAR, LAND],
    combined: [[0, 1]],
    unread: [],
  })
})

it('gives a stored comparison back as it was stored', () => {
  const book: ScenarioBook = { scenarios: [WET, DEAR], combined: [[0, 1]], unread: [] }
  const stored = askedOf(book)
  expect(decodeScenarios(scenarioText(stored))).toEqual(book)
  const lost = { ...stored, combined: [['1', 'lost']] }
  expect(decodeScenarios(scenarioText(lost)).combined).toEqual([])
})

it('writes a change into the address and into what the browser keeps', () => {
  changeBook({ scenarios: [WET] })
  expect(view.peek().scenarios).toBe('wet,speed:1.2')
  expect(keptText.peek()).toBe('wet,speed:1.2')
  changeBook(EMPTY_BOOK)
  expect([view.peek().scenarios, keptText.peek()]).toEqual(['', ''])
})

it('names the fields that are missing or out of bounds', () => {
  expect(changeFrom('volume', { plantId: undefined, percent: 2000 })).toEqual({
    kind: 'bad',
    fields: ['plantId', 'percent'],
  })
  expect(changeFrom('opened', { from: [106, 29], to: undefined, roadClass: 'motorway' })).toEqual({
    kind: 'bad',
    fields: ['to'],
  })
  expect(changeFrom('vehiclePlant', { name: 'x', lngLat: [106.7, 29.7] })).toEqual({
    kind: 'read',
    change: { kind: 'vehiclePlant', id: 'new:106.7,29.7', name: 'x', lngLat: [106.7, 29.7] },
  })
})
