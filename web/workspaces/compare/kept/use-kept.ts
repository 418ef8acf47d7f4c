// Opens the kept comparison that the address names, lays it over the user's own view, and goes on from it.
import { batch, computed, effect, untracked } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { kept, keptQuestion } from '#web/state/answers/kept-comparison.ts'
import { adoptRemarks } from '#web/state/answers/remarks.ts'
import { changeView, followView, layOver, ownView, view } from '#web/state/view/store.ts'
import { encodeView } from '#web/state/view/view.ts'

const named = computed(() => ownView.value.comparisonId)

/** Keeps what is laid over the view in step with the address, while Compare is open. */
export function useKept(): void {
  useEffect(() => {
    const stopAsking = effect(() => {
      const id = named.value
      untracked(() => (id === null ? keptQuestion.reset() : keptQuestion.ask(id)))
    })
    const stopLaying = effect(() => layOver(kept.value?.view ?? null))
    return () => {
      stopAsking()
      stopLaying()
      keptQuestion.reset()
      if (ownView.peek().workspace === 'compare') return
      layOver(null)
      followView({ comparisonId: null })
    }
  }, [])
}

/** Makes the kept comparison the user's own; Back leads to the kept one again. */
export function goOn(): void {
  const shown = kept.peek()
  if (!shown) return
  batch(() => {
    adoptRemarks()
    layOver(null)
    changeView({ ...shown.view, comparisonId: null })
  })
}

/** Back to the user's own comparison, which is as it was. */
export function leaveKept(): void {
  batch(() => {
    layOver(null)
    changeView({ comparisonId: null })
  })
}

/** The address of what is shown: short for a kept comparison, else with everything of the view in it. */
export function shownAddress(): string {
  const page = `${location.origin}${location.pathname}`
  return kept.value
    ? `${page}?comparison=${encodeURIComponent(kept.value.id)}`
    : `${page}?${encodeView(view.value)}`
}
