// Asks how the compared stand side by side, and for the rings of each; the shown one's rings go to the map.

import { effect } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { execute } from '#web/api/client.ts'
import { comparedRings, shownIndex, takenOf } from '#web/state/answers/compare.ts'
import { placeOfCompared } from '#web/state/answers/compared-place.ts'
import { comparison, comparisonInputs, comparisonQuestion } from '#web/state/answers/comparison.ts'
import { rings } from '#web/state/answers/rings.ts'
import { edits } from '#web/state/region/lists.ts'
import { answering } from '#web/state/region/networks.ts'
import { networkOf } from '#web/state/view/asked-network.ts'
import { view } from '#web/state/view/store.ts'
import type { View } from '#web/state/view/view.ts'

const asked = new Set<string>()

/** Keeps the comparison in step with the view, once the parks are loaded (`ready`). */
export function useComparison(ready: boolean): void {
  useEffect(() => {
    if (!ready) return
    let before: string | undefined
    return effect(() => {
      const inputs = comparisonInputs(view.value)
      // A correction changes the answer to the same question.
      const now = JSON.stringify([inputs, edits.value])
      if (now === before) return
      before = now
      if (inputs) comparisonQuestion.ask(inputs)
      else comparisonQuestion.reset()
    })
  }, [ready])
  useEffect(() => {
    if (!ready) return
    return effect(() => {
      // Where an own site lies is known with the answer.
      if (comparison.value.kind === 'computing') return
      for (const id of takenOf(view.value.compared).taken) void fetchRings(id, view.value)
    })
  }, [ready])
  useEffect(
    () =>
      effect(() => {
        const id = takenOf(view.value.compared).taken[shownIndex(view.value)]
        const found = id && comparedRings.value.get(ringsKey(id, view.value))
        rings.value = found || null
      }),
    [],
  )
}

export function ringsKey(id: string, { direction, networkId }: View): string {
  return JSON.stringify([direction, answering.value?.hash ?? networkId, id])
}

async function fetchRings(id: string, of: View): Promise<void> {
  const key = ringsKey(id, of)
  const origin = placeOfCompared(id)
  if (asked.has(key) || !origin) return
  asked.add(key)
  try {
    const result = await execute('isochrone', {
      origin,
      direction: of.direction,
      ...networkOf(of),
    })
    comparedRings.value = new Map([...comparedRings.peek(), [key, result]])
  } catch {
    // Asked again when the comparison is opened the next time; the drawing says that rings miss.
    asked.delete(key)
  }
}
