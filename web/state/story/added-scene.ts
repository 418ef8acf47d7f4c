// Which scene was just added to the draft from another workspace? Said once, with the way there.
import { signal } from '@preact/signals'

export type AddedScene = {
  /** From 0. */
  scene: number
  /** An analysis was in sight that no story can ask: it stands on other roads or conditions. */
  isWithoutAnalysis: boolean
}

/** null: nothing is to be said. */
export const addedScene = signal<AddedScene | null>(null)
