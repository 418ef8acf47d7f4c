// Asks for the rings around the place in question, as fast as they are answered.
import { effect, signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { execute, problemOf } from '#web/api/client.ts'
import { newestOnly } from '#web/api/newest-only.ts'
import { hand } from '#web/state/answers/hand.ts'
import { rings, ringsProblem } from '#web/state/answers/rings.ts'
import { ranked, ringsOrigin } from '#web/state/answers/siting.ts'
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

/** The mark left when rings have been handed to the map; `detail` says where they start. */
export const RINGS_DRAWN = 'rings-drawn'

export const ringsBusy = signal(false)

let felt: ReturnType<typeof setTimeout> | undefined

const asker = newestOnly((question: Question, signal) => execute('isochrone', question, signal), {
  answered: (result, { origin }) => {
    ringsProblem.value = null
    // The map takes them before this returns.
    rings.value = result
    performance.clearMarks(RINGS_DRAWN)
    performance.mark(RINGS_DRAWN, { detail: origin })
  },
  failed: (error) => {
    rings.value = null
    ringsProblem.value = problemOf(error)
  },
  busy: (busy) => {
    if (!busy) {
      clearTimeout(felt)
      felt = undefined
      ringsBusy.value = false
    } else felt ??= setTimeout(() => (ringsBusy.value = true), FELT_MILLISECONDS)
  },
})

/** Keeps the rings in step with the hand and the view while the siting workspace is open. */
export function useRings(): void {
  useEffect(() => {
    let before: Question | null = null
    const stop = effect(() => {
      const origin = hand.value ?? ringsOrigin(view.value, ranked.value)
      const { direction } = view.value
      const question: Question | null =
        ringsWanted.value ?? (origin && { origin, direction, ...networkOf(view.value) })
      if (JSON.stringify(question) === JSON.stringify(before)) return
      const moved =
        hand.value !== null &&
        question?.direction === before?.direction &&
        question?.network === before?.network
      before = question
      if (question && moved) asker.follow(question)
      else if (question) asker.instead(question)
      else {
        asker.stop()
        rings.value = null
        ringsProblem.value = null
      }
    })
    return () => {
      stop()
      asker.stop()
      ringsProblem.value = null
    }
  }, [])
}
