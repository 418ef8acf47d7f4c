// Asks siting when the view's question changes; the newest question wins.
import { effect } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { sitingInputs, sitingQuestion } from '#web/state/answers/siting.ts'
import { edits } from '#web/state/region/lists.ts'
import { followView, view } from '#web/state/view/store.ts'

/** While a number is typed or a slider moves, the ranking is asked at most this often. */
const SETTLE_MILLISECONDS = 120

/** Keeps siting in step with the view while the siting workspace is open. */
export function useSiting(): void {
  useEffect(
    () =>
      // A correction changes the answer to the same question.
      follow(
        () => ({ inputs: sitingInputs(view.value), seen: edits.value }),
        ({ inputs }) => (inputs ? sitingQuestion.ask(inputs) : sitingQuestion.reset()),
      ),
    [],
  )
  useEffect(() => {
    let before = view.peek().pin
    return effect(() => {
      const { pin } = view.value
      // A pin just put down is what the user looks at: it takes the place of the selection.
      if (pin !== before && pin && view.peek().selection) followView({ selection: null })
      before = pin
    })
  }, [])
}

/** Calls `act` when what `read` returns has changed in value; returns the stop. */
function follow<T>(read: () => T, act: (value: T) => void): () => void {
  let before: string | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = effect(() => {
    const value = read()
    const now = JSON.stringify(value)
    if (now === before) return
    const wait = before === undefined ? 0 : SETTLE_MILLISECONDS
    before = now
    clearTimeout(timer)
    timer = setTimeout(() => act(value), wait)
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}
