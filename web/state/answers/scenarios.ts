// Which scenarios are laid over the data, and how do the compared stand under them?
//
// The address holds them; what was written last is kept in this browser as well. A stored comparison is given
// `scenariosAsked` and gives its own to `scenarioText`.
import { computed, signal } from '@preact/signals'
import type { Comparison } from '#geodata/contract/comparisons.ts'
import type { AskedInputs } from '#geodata/contract/processes/index.ts'
import { MOST_SCENARIOS } from '#geodata/contract/processes/scenarios.ts'
import { executeAsJob } from '#web/api/jobs.ts'
import { browserMemory } from '#web/api/memory.ts'
import { newestOnly } from '#web/api/newest-only.ts'
import {
  decodeScenarios,
  EMPTY_BOOK,
  encodeScenarios,
  type ScenarioBook,
} from '#web/state/answers/scenario-address.ts'
import { changeView, view } from '#web/state/view/store.ts'

export type ScenariosAsked = AskedInputs<'scenarios'>
type Stored = Pick<Comparison, 'scenarios' | 'combined'>

export const LONGEST_NAME = 80
export const MOST_CHANGES = 20
const LEAST_COMBINED = 2

/** Why a scenario is not worked out. */
export type ScenarioFault = 'nameless' | 'longName' | 'noChange' | 'manyChanges' | 'beyond'

export const scenarioBook = computed(() => decodeScenarios(view.value.scenarios))

/** null: it is worked out. */
export function faultOf({ scenarios }: ScenarioBook, place: number): ScenarioFault | null {
  const written = scenarios[place]
  if (!written || written.name.trim() === '') return 'nameless'
  if (written.name.trim().length > LONGEST_NAME) return 'longName'
  if (written.changes.length === 0) return 'noChange'
  if (written.changes.length > MOST_CHANGES) return 'manyChanges'
  return soundPlaces(scenarios).indexOf(place) < MOST_SCENARIOS ? null : 'beyond'
}

/** The places of scenarios that have all they need, however many. */
function soundPlaces(scenarios: ScenarioBook['scenarios']): number[] {
  return scenarios.flatMap(({ name, changes }, place) => {
    const isNamed = name.trim() !== '' && name.trim().length <= LONGEST_NAME
    return isNamed && changes.length > 0 && changes.length <= MOST_CHANGES ? [place] : []
  })
}

/** The id of a scenario: its place, from 1. */
const idOf = (place: number) => String(place + 1)

/** Those that are worked out, as they are asked and as they are stored. */
export const scenariosAsked = computed((): Stored => askedOf(scenarioBook.value))

export function askedOf(book: ScenarioBook): Stored {
  const isAsked = (place: number) => faultOf(book, place) === null
  return {
    scenarios: book.scenarios.flatMap(({ name, changes }, place) =>
      isAsked(place) ? [{ id: idOf(place), name: name.trim(), changes: [...changes] }] : [],
    ),
    combined: book.combined
      .filter((places) => places.every(isAsked))
      .slice(0, MOST_SCENARIOS)
      .map((places) => places.map(idOf)),
  }
}

/** The word of the address for what a stored comparison holds. */
export function scenarioText({ scenarios, combined }: Stored): string {
  return encodeScenarios({
    scenarios: scenarios.map(({ name, changes }) => ({ name, changes, unread: [] })),
    combined: combined
      .map((ids) => ids.map((id) => scenarios.findIndex((one) => one.id === id)))
      .filter((places) => places.length >= LEAST_COMBINED && !places.includes(-1)),
    unread: [],
  })
}

const KEY = 'park-atlas.compare-scenarios'

/** What was written last in this browser. */
export const keptText = signal(browserMemory.getItem(KEY) ?? '')

/** Writes scenarios anew: into the address, and into what this browser keeps. */
export function changeBook(change: Partial<ScenarioBook>): void {
  const text = encodeScenarios({ ...scenarioBook.peek(), ...change })
  changeView({ scenarios: text })
  keptText.value = text
  if (text === '') browserMemory.removeItem(KEY)
  else browserMemory.setItem(KEY, text)
}

/** The book without a scenario, and without what combines it. */
export function withoutScenario(book: ScenarioBook, place: number): ScenarioBook {
  const order = book.scenarios.map((_, index) => index).filter((index) => index !== place)
  return reordered(book, order)
}

/** The book with a scenario moved by so many places; at an end it stays. */
export function movedScenario(book: ScenarioBook, place: number, by: number): ScenarioBook {
  const order = book.scenarios.map((_, index) => index).filter((index) => index !== place)
  order.splice(Math.min(Math.max(0, place + by), order.length), 0, place)
  return reordered(book, order)
}

/** Combinations follow their scenarios; one that lost one is gone. */
function reordered(book: ScenarioBook, order: readonly number[]): ScenarioBook {
  return {
    ...EMPTY_BOOK,
    unread: book.unread,
    scenarios: order.flatMap((place) => book.scenarios[place] ?? []),
    combined: book.combined
      .map((places) => places.map((place) => order.indexOf(place)))
      .filter((places) => !places.includes(-1)),
  }
}

/** Worked out column by column, as a job that a newer question or the user cancels. */
export const scenariosQuestion = newestOnly((asked: ScenariosAsked, signal, told) => {
  const total = asked.scenarios.length + (asked.combined?.length ?? 0)
  return executeAsJob('scenarios', asked, signal, (percent) =>
    told({ done: Math.round((percent / 100) * total), total }),
  )
})
export const scenariosAnswer = scenariosQuestion.asked
