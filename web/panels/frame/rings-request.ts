// Asks for the rings around the place in question, as fast as they are answered.
import { computed, effect, signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { inSight } from '#web/api/asked.ts'
import { newestOnly } from '#web/api/newest-only.ts'
import { draggedPin } from '#web/state/answers/dragged-pin.ts'
import { rings, ringsProblem } from '#web/state/answers/rings.ts'
import { ranked, ringsOrigin } from '#web/state/answers/siting.ts'
import { keepKernel, lookForEdits, workOut } from '#web/state/answers/worked-out.ts'
import { edits } from '#web/state/region/lists.ts'
import { networkOf } from '#web/state/view/asked-network.ts'
import { view } from '#web/state/view/store.ts'

type Question = {
  origin: LngLat
  direction: 'outward' | 'inward'
  network?: string
  cutoffMinutes?: number[]
}

/** Rings that stand in the place of those around the site; null: none. */
export const ringsWanted = signal<Question | null>(null)

/** A wait is said only when it is long enough to be felt: words that come and go say nothing. */
const FELT_MILLISECONDS = 400

/** The mark left when rings are asked for; `detail` says from where. */
export const RINGS_ASKED = 'rings-asked'
/** The mark left when rings have been handed to the map; `detail` says where they start. */
export const RINGS_DRAWN = 'rings-drawn'

export const ringsBusy = signal(false)

const asking = newestOnly(async (question: Question, signal) => {
  // After the mark of the rings before it.
  queueMicrotask(() => {
    performance.clearMarks(RINGS_ASKED)
    performance.mark(RINGS_ASKED, { detail: question.origin })
  })
  return { origin: question.origin, result: await workOut('isochrone', question, signal) }
})

/** Passes what is answered to the map and the legend. */
function followAnswers(): () => void {
  return effect(() => {
    const { asked } = asking
    if (asked.value.kind === 'failed') {
      rings.value = null
      ringsProblem.value = asked.value.problem
      return
    }
    const answer = inSight(asked.value)
    if (!answer || answer.result === rings.peek()) return
    ringsProblem.value = null
    rings.value = answer.result
    // The map takes the rings as soon as this effect has ended.
    queueMicrotask(() => {
      performance.clearMarks(RINGS_DRAWN)
      performance.mark(RINGS_DRAWN, { detail: answer.origin })
    })
  })
}

/** Says that rings are computed once it has taken long enough to be felt. */
function followWait(): () => void {
  const isComputing = computed(() => asking.asked.value.kind === 'computing')
  let felt: ReturnType<typeof setTimeout> | undefined
  const stop = effect(() => {
    clearTimeout(felt)
    if (!isComputing.value) ringsBusy.value = false
    else felt = setTimeout(() => (ringsBusy.value = true), FELT_MILLISECONDS)
  })
  return () => {
    stop()
    clearTimeout(felt)
    ringsBusy.value = false
  }
}

/** Keeps the rings in step with the dragged pin and the view while the siting workspace is open. */
export function useRings(): void {
  useEffect(() => {
    let before: Question | null = null
    let seen = edits.peek()
    const stop = effect(() => {
      const origin = draggedPin.value ?? ringsOrigin(view.value, ranked.value)
      const { direction } = view.value
      const question: Question | null =
        ringsWanted.value ?? (origin && { origin, direction, ...networkOf(view.value) })
      // A correction changes the answer to the same question.
      const isEdited = edits.value !== seen
      if (!isEdited && JSON.stringify(question) === JSON.stringify(before)) return
      const moved =
        draggedPin.value !== null &&
        question?.direction === before?.direction &&
        question?.network === before?.network
      before = question
      seen = edits.value
      if (question && moved) asking.askNext(question)
      else if (question) {
        lookForEdits()
        asking.ask(question)
      } else {
        asking.reset()
        rings.value = null
        ringsProblem.value = null
      }
    })
    const stopKernel = keepKernel()
    const stopAnswers = followAnswers()
    const stopWait = followWait()
    return () => {
      stop()
      stopAnswers()
      stopKernel()
      stopWait()
      asking.reset()
      ringsProblem.value = null
    }
  }, [])
}
