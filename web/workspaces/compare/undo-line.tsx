// What was just done to the compared, and the way back: their order, who is the reference, who is left out.
//
// How they stand is no place of its own, so the Back button leads past it; it is undone here.
import { signal } from '@preact/signals'
import { t } from '#web/messages/index.ts'
import { announce } from '#web/parts/focus/announcer.tsx'
import { changeView, view } from '#web/state/view/store.ts'
import type { View } from '#web/state/view/view.ts'

type Stood = Pick<View, 'compared' | 'comparedShown' | 'side'>

const stoodNow = (): Stood => {
  const { compared, comparedShown, side } = view.peek()
  return { compared, comparedShown, side }
}

/** null: nothing was done yet that can be undone. */
const last = signal<{ said: string; before: Stood; after: Stood } | null>(null)

/** Changes how the compared stand, says so, and remembers how they stood. */
export function changeStanding(said: string, change: Partial<Stood>): void {
  const before = stoodNow()
  changeView(change)
  last.value = { said, before, after: stoodNow() }
  announce(said)
}

/** What was just done, until how the compared stand is changed in another way. */
export function UndoLine() {
  const { compared, comparedShown, side } = view.value
  const done = last.value
  if (!done || JSON.stringify(done.after) !== JSON.stringify({ compared, comparedShown, side })) {
    return null
  }
  return (
    <p class="compare-undo no-print">
      {done.said}{' '}
      <button
        type="button"
        class="quiet"
        onClick={() => {
          changeView(done.before)
          last.value = null
          announce(t('compare.undone'))
        }}
      >
        {t('compare.undo')}
      </button>
    </p>
  )
}
