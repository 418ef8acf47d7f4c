// Asks siting when the view's question changes; the newest question wins.
import { effect } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { execute, problemOf } from '#web/api/client.ts'
import { type SitingAsked, siting, sitingInputs } from '#web/state/answers/siting.ts'
import { edits } from '#web/state/region/lists.ts'
import { changeView, view } from '#web/state/view/store.ts'

/** While a number is typed or a slider moves, the ranking is asked at most this often. */
const SETTLE_MILLISECONDS = 120

let sitingRunning: AbortController | null = null

/** Asks again although nothing changed, after a failure or a stop. */
export function askSitingAgain(): void {
  const inputs = sitingInputs(view.value)
  if (inputs) void runSiting(inputs)
}

/** Stops the siting under way; the earlier answer, if any, stays. */
export function cancelSiting(): void {
  sitingRunning?.abort()
  sitingRunning = null
  if (siting.value.kind !== 'computing') return
  const { earlier } = siting.value
  siting.value = earlier ? { kind: 'answered', result: earlier } : { kind: 'cancelled' }
}

async function runSiting(inputs: SitingAsked): Promise<void> {
  sitingRunning?.abort()
  const running = new AbortController()
  sitingRunning = running
  const before = siting.peek()
  const earlier =
    before.kind === 'answered' ? before.result : before.kind === 'computing' ? before.earlier : null
  siting.value = { kind: 'computing', earlier }
  try {
    const result = await execute('siting', inputs, running.signal)
    if (!running.signal.aborted) siting.value = { kind: 'answered', result }
  } catch (error) {
    if (!running.signal.aborted) siting.value = { kind: 'failed', problem: problemOf(error) }
  }
}

/** Keeps siting in step with the view while the siting workspace is open. */
export function useSiting(): void {
  useEffect(
    () =>
      // What somebody corrects changes the answer to the same question.
      follow(
        () => ({ inputs: sitingInputs(view.value), seen: edits.value }),
        ({ inputs }) => ask(inputs),
      ),
    [],
  )
  useEffect(() => {
    let before = view.peek().pin
    return effect(() => {
      const { pin } = view.value
      // A pin just put down is what the asker looks at: it takes the place of the selection.
      if (pin !== before && pin && view.peek().selection) changeView({ selection: null })
      before = pin
    })
  }, [])
}

function ask(inputs: SitingAsked | null): void {
  if (inputs) void runSiting(inputs)
  else siting.value = { kind: 'unasked' }
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
