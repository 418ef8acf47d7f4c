// Asks how the compared stand under the scenarios, once the comparison itself is answered.
import { effect } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { comparison, comparisonInputs } from '#web/state/answers/comparison.ts'
import {
  type ScenariosAsked,
  scenariosAsked,
  scenariosQuestion,
} from '#web/state/answers/scenarios.ts'
import { edits } from '#web/state/region/lists.ts'
import { view } from '#web/state/view/store.ts'
import { askedSiting } from '#web/workspaces/compare/pictures/asked-siting.ts'

const LEAST_COMPARED = 2

/** Keeps the grid in step with the view; leaving the workspace ends what is under way. */
export function useScenarios(): void {
  useEffect(() => {
    let before: string | undefined
    const stop = effect(() => {
      const answer = comparison.value
      const asked = inputsNow()
      // A correction changes the answer to the same question.
      const now = JSON.stringify([asked, edits.value])
      // What the comparison leaves out is known with its answer.
      if (answer.kind !== 'answered' || now === before) return
      before = now
      if (asked) scenariosQuestion.ask(asked)
      else scenariosQuestion.reset()
    })
    return () => {
      stop()
      scenariosQuestion.reset()
    }
  }, [])
}

/** null: nothing can be asked. */
function inputsNow(): ScenariosAsked | null {
  const { scenarios, combined } = scenariosAsked.value
  const inputs = comparisonInputs(view.value)
  const siting = askedSiting()
  const { value } = comparison
  const offRoads = value.kind === 'answered' ? value.result.offRoads : []
  const candidateIds = inputs?.candidateIds.filter((id) => offRoads.every((one) => one.id !== id))
  if (!siting || !candidateIds || candidateIds.length < LEAST_COMPARED) return null
  return scenarios.length === 0 ? null : { siting, candidateIds, scenarios, combined }
}
