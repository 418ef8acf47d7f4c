// Rings on the map and what the panels say of them.
import { signal } from '@preact/signals'
import type { IsochroneResult } from '#geodata/contract/processes.ts'

export const rings = signal<IsochroneResult | null>(null)
