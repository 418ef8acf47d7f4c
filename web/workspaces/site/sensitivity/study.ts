// What does every part of the sensitivity board draw from?
import type { FirstPlaceChanges } from '#geodata/analysis/decision/siting-sensitivity.ts'
import type { SensitivityResult } from '#geodata/contract/processes/sensitivity.ts'
import type { RankedAnswer } from '#web/state/answers/siting-rank.ts'

/** What closed forms say of the weights: at once, also while a slider moves. */
export type Firmness = { result: RankedAnswer; found: FirstPlaceChanges }
/** What the server's draws say. */
export type Drawn = { result: RankedAnswer; found: SensitivityResult }
