// Which scene was just added to the draft from another workspace? Said once, with the way there.
import { computed, effect, signal } from '@preact/signals'
import { view } from '#web/state/view/store.ts'

export type AddedScene = {
  /** From 0. */
  scene: number
  /** An analysis was in sight that no story can ask: it stands on other roads or conditions. */
  isWithoutAnalysis: boolean
}

/** null: nothing is to be said. */
export const addedScene = signal<AddedScene | null>(null)

/** It was said where it was added; elsewhere it would cover what somebody has come for. */
const workspace = computed(() => view.value.workspace)
effect(() => {
  void workspace.value
  addedScene.value = null
})
