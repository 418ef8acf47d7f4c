// Which closings of roads are looked at in siting: what was asked, for whoever takes it along.
import { signal } from '@preact/signals'
import type { DisruptionInputs, DisruptionResult } from '#geodata/contract/processes/disruption.ts'

export type SeenDisruption = { asked: Partial<DisruptionInputs>; result: DisruptionResult }

/** null: none are in sight. */
export const seenDisruption = signal<SeenDisruption | null>(null)
