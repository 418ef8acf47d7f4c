// Which closed roads does the board of disruptions tell of now? For what is made of it elsewhere, such as a story.
import { computed, signal } from '@preact/signals'
import type { DisruptionInputs, DisruptionResult } from '#geodata/contract/processes/disruption.ts'

/** What was asked of process disruption, and its answer. */
export type Closures = { asked: Partial<DisruptionInputs>; result: DisruptionResult }

/** Of one's own site, and of the whole region; null: not looked at, or not answered yet. */
export const ownClosures = signal<Closures | null>(null)
export const regionClosures = signal<Closures | null>(null)

/** What one looks for first: one's own. */
export const closuresSeen = computed(() => ownClosures.value ?? regionClosures.value)
