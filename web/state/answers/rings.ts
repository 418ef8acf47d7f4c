// Rings on the map and what the panels say of them.
import { signal } from '@preact/signals'
import type { Problem } from '#geodata/contract/problem.ts'
import type { IsochroneResult } from '#geodata/contract/processes/isochrone.ts'

export const rings = signal<IsochroneResult | null>(null)
/** Why there are no rings around the place that was asked for; null while there is nothing to say. */
export const ringsProblem = signal<Problem | null>(null)
