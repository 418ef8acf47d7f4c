// Scenarios as one word of the address: "Bridge closed,closed:106.55_29.56/Wet season,speed:1.2/:1.2".
//
// A slash parts scenarios, a comma the name and its changes; a part that begins with a colon is a combination of
// scenarios by their places. What cannot be read stays as it came, so that nothing of a link is lost.
import type { ScenarioChange } from '#geodata/contract/processes/scenarios.ts'
import {
  changeFrom,
  degreesOf,
  type FieldValue,
  fieldsOf,
  valuesOf,
} from '#web/state/answers/scenario-kinds.ts'

/** A scenario as it is being written: it may lack a name or have no change yet. */
export type Written = {
  name: string
  changes: readonly ScenarioChange[]
  /** Changes that could not be read, as they came. */
  unread: readonly string[]
}

export type ScenarioBook = {
  scenarios: readonly Written[]
  /** Scenarios to be true at once, by their places from 0. */
  combined: readonly (readonly number[])[]
  /** Parts that are neither. */
  unread: readonly string[]
}

export const EMPTY_BOOK: ScenarioBook = { scenarios: [], combined: [], unread: [] }

const CODES = { '*': '*', ',': 'c', '/': 's', ':': 'k', _: 'u' } as const
const CHARACTERS = new Map(Object.entries(CODES).map(([character, code]) => [code, character]))

const escaped = (text: string) =>
  text.replaceAll(/[*,/:_]/g, (character) => `*${CODES[character as keyof typeof CODES]}`)
const unescaped = (text: string) =>
  text.replaceAll(/\*([*csku])/g, (_, code) => CHARACTERS.get(code) ?? '')

export function encodeScenarios({ scenarios, combined, unread }: ScenarioBook): string {
  return [
    ...scenarios.map(({ name, changes, unread: rest }) =>
      [escaped(name), ...changes.map(encodeChange), ...rest].join(','),
    ),
    ...combined.map((places) => `:${places.map((place) => place + 1).join('.')}`),
    ...unread,
  ].join('/')
}

export function decodeScenarios(text: string): ScenarioBook {
  const parts = text.split('/').filter(Boolean)
  const scenarios = parts.filter((part) => !part.startsWith(':')).map(decodeScenario)
  const combined: number[][] = []
  const unread: string[] = []
  for (const part of parts.filter((one) => one.startsWith(':'))) {
    const places = placesIn(part, scenarios.length)
    if (places) combined.push(places)
    else unread.push(part)
  }
  return { scenarios, combined, unread }
}

function placesIn(part: string, count: number): number[] | null {
  if (!/^:\d+(\.\d+)+$/.test(part)) return null
  const places = part
    .slice(1)
    .split('.')
    .map((place) => Number(place) - 1)
  const isSound = new Set(places).size === places.length
  return isSound && places.every((place) => place >= 0 && place < count) ? places : null
}

function decodeScenario(part: string): Written {
  const [name = '', ...words] = part.split(',')
  const read = words.filter(Boolean).map((word) => ({ word, change: decodeChange(word) }))
  return {
    name: unescaped(name),
    changes: read.flatMap(({ change }) => change ?? []),
    unread: read.filter(({ change }) => !change).map(({ word }) => word),
  }
}

function encodeChange(change: ScenarioChange): string {
  const values = valuesOf(change)
  const parts = fieldsOf(change.kind).flatMap(({ id }) => encodeValue(values[id]))
  return `${change.kind}:${parts.join('_')}`.replace(/_+$/, '')
}

function encodeValue(value: FieldValue): string[] {
  if (value === undefined) return ['']
  if (typeof value === 'object') return degreesOf(value).map(String)
  return [typeof value === 'number' ? String(value) : escaped(value)]
}

const NUMBERS = ['units', 'percent', 'hectares', 'factor']

function decodeChange(word: string): ScenarioChange | null {
  const [kind = '', ...rest] = word.split(':')
  const parts = rest.join(':').split('_').map(unescaped)
  const values: Record<string, FieldValue> = {}
  for (const { id, as } of fieldsOf(kind as ScenarioChange['kind'])) {
    const part = parts.shift() || undefined
    if (as === 'place')
      values[id] = [Number(part ?? Number.NaN), Number(parts.shift() || Number.NaN)]
    else values[id] = NUMBERS.includes(as) && part !== undefined ? Number(part) : part
  }
  const read = changeFrom(kind, values)
  return read.kind === 'read' && parts.length === 0 ? read.change : null
}
