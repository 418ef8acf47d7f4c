// What does every part of the sensitivity board draw from?
import type { SensitivityResult } from '#geodata/contract/processes/sensitivity.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'

/** As the process `sensitivity` takes them when nothing else is said. */
export const SETTINGS = { concentration: 50, draws: 2500 }

export type Found = Omit<SensitivityResult, 'basis'>
/** What every part of the board draws from. */
export type Firmness = { result: SitingResult; found: Found }
