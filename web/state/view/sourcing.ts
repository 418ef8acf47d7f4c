// What is asked of the boards of local sourcing and gap filling, as one word of the address?
import type { LocationAllocationInputs } from '#geodata/contract/processes/location-allocation.ts'

export type SourcingView = {
  withinMinutes: number
  /** Recruits in order. */
  recruits: number
  mostInPark: number
  /** Land each recruit takes; null: not asked. */
  hectaresEach: number | null
  assignedOnly: boolean
  byCapacity: boolean
  /** Sites for the product of the question. */
  sites: number
  objective: LocationAllocationInputs['objective']
}

export const DEFAULT_SOURCING: SourcingView = {
  withinMinutes: 60,
  recruits: 10,
  mostInPark: 3,
  hectaresEach: null,
  assignedOnly: true,
  byCapacity: false,
  sites: 2,
  objective: 'coverage',
}

const LAND = /^land:(\d{1,4}(?:\.\d+)?)$/

/** The numbers with their words in the address and their bounds. */
export const SOURCING_NUMBERS = {
  withinMinutes: { word: 'within', min: 5, max: 300 },
  recruits: { word: 'recruits', min: 1, max: 30 },
  mostInPark: { word: 'inpark', min: 1, max: 30 },
  sites: { word: 'sites', min: 1, max: 10 },
} as const
const NUMBER_IDS = Object.keys(SOURCING_NUMBERS) as (keyof typeof SOURCING_NUMBERS)[]

/** "within:45,sites:3,land:12,minutes,any"; what is default is left out. */
export function encodeSourcing(sourcing: SourcingView): string {
  return [
    ...NUMBER_IDS.filter((id) => sourcing[id] !== DEFAULT_SOURCING[id]).map(
      (id) => `${SOURCING_NUMBERS[id].word}:${sourcing[id]}`,
    ),
    ...(sourcing.hectaresEach === null ? [] : [`land:${sourcing.hectaresEach}`]),
    ...(sourcing.objective === 'minutes' ? ['minutes'] : []),
    ...(sourcing.assignedOnly ? [] : ['any']),
    ...(sourcing.byCapacity ? ['capacity'] : []),
  ].join(',')
}

/** What it does not understand is left at its default. */
export function decodeSourcing(text: string | null): SourcingView {
  const words = (text ?? '').split(',')
  const sourcing: SourcingView = {
    ...DEFAULT_SOURCING,
    hectaresEach: Number(words.map((word) => LAND.exec(word)?.[1]).find(Boolean)) || null,
    objective: words.includes('minutes') ? 'minutes' : 'coverage',
    assignedOnly: !words.includes('any'),
    byCapacity: words.includes('capacity'),
  }
  for (const id of NUMBER_IDS) {
    const { word, min, max } = SOURCING_NUMBERS[id]
    const value = Number(words.find((one) => one.startsWith(`${word}:`))?.slice(word.length + 1))
    if (Number.isInteger(value) && value >= min && value <= max) sourcing[id] = value
  }
  return sourcing
}
