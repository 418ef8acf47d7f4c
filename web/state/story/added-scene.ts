// Which scene was just added to the draft from another workspace? Said once, with the way there.
import { signal } from '@preact/signals'

/** From 0; null: nothing is to be said. */
export const addedScene = signal<number | null>(null)
