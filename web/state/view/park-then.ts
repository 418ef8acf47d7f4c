// What is a park in a year of the plan?
import type { Park } from '#geodata/contract/collections.ts'

/** The years of the plan; after them comes today. */
export const PLAN_YEARS = [2022, 2023, 2024, 2025] as const

export type StageThen = Park['properties']['stage'] | 'unknown'
/** A park as it was: its stage may be unknown where its date is. */
export type ParkThen = Omit<Park, 'properties'> & {
  properties: Omit<Park['properties'], 'stage'> & { stage: StageThen }
}
