// On a narrow screen either the question or its answer is in the sheet: which?
import { computed, signal } from '@preact/signals'
import { view } from '#web/state/view/store.ts'

/** What the user last wanted to see; null: nothing yet, so a page opened with a question answers. */
const wanted = signal<boolean | null>(null)

/** True while the question is edited. */
export const asking = computed(
  () => wanted.value ?? (view.value.productId === null && view.value.segmentId === null),
)

export function editQuestion(edit: boolean): void {
  wanted.value = edit
}
