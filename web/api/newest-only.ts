// How does the page wait for answers? One question at a time, and of several only the newest.
import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals'
import { type Asked, inSight, type Progress } from '#web/api/asked.ts'
import { problemOf } from '#web/api/client.ts'
import { connection } from '#web/api/connection.ts'

export type NewestOnly<Question, Answer> = {
  /** How far the newest question has come. */
  asked: ReadonlySignal<Asked<Answer>>
  /** Asks at once; the request under way is aborted, and its answer ignored. */
  ask: (question: Question) => void
  /** Asks when the answer under way is there; of the questions that wait only this one is kept. */
  askNext: (question: Question) => void
  /** Asks the newest question once more, after a failure or a cancel. */
  again: () => void
  /** Aborts what is under way; the answer before it, if any, is in force again. */
  cancel: () => void
  /** Aborts what is under way and forgets every answer. */
  reset: () => void
}

/** Sends a question; it aborts its requests with `signal` and may say how far it is. */
export type Send<Question, Answer> = (
  question: Question,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
) => Promise<Answer>

export function newestOnly<Question, Answer>(
  send: Send<Question, Answer>,
): NewestOnly<Question, Answer> {
  const asked = signal<Asked<Answer>>({ kind: 'unasked' })
  let running: AbortController | null = null
  let newest: { question: Question } | null = null
  let isWaiting = false
  let stopAwaiting = () => {}

  const run = async (question: Question, earlier: Answer | null): Promise<void> => {
    const mine = new AbortController()
    running = mine
    isWaiting = false
    asked.value = { kind: 'computing', earlier, progress: null }
    const onProgress = (progress: Progress) => {
      if (running === mine) asked.value = { kind: 'computing', earlier, progress }
    }
    let outcome: Asked<Answer>
    try {
      const result = await send(question, mine.signal, onProgress)
      outcome = { kind: 'answered', result }
    } catch (error) {
      // Of several requests the others are not wanted any more.
      mine.abort()
      outcome = { kind: 'failed', problem: problemOf(error) }
    }
    if (running !== mine) return
    running = null
    // While another question waits the answer is in sight as the earlier one, and still computing.
    const next = isWaiting ? newest : null
    if (!next || outcome.kind === 'failed') asked.value = outcome
    if (next) void run(next.question, inSight(outcome))
    else if (outcome.kind === 'failed' && outcome.problem.status === 0) {
      stopAwaiting = onceBack(() => ask(question))
    }
  }
  const abort = () => {
    stopAwaiting()
    running?.abort()
    running = null
    isWaiting = false
  }
  const ask = (question: Question) => {
    abort()
    newest = { question }
    // Asking from within an effect does not make the effect depend on the answer.
    untracked(() => void run(question, inSight(asked.peek())))
  }
  return {
    asked,
    ask,
    askNext: (question) => {
      if (!running) return ask(question)
      newest = { question }
      isWaiting = true
    },
    again: () => {
      if (newest) ask(newest.question)
    },
    cancel: () => {
      const now = asked.peek()
      abort()
      if (now.kind !== 'computing') return
      asked.value =
        now.earlier === null ? { kind: 'cancelled' } : { kind: 'answered', result: now.earlier }
    },
    reset: () => {
      abort()
      newest = null
      asked.value = { kind: 'unasked' }
    },
  }
}

/** Acts once the server, found away, answers again; what is returned stops the waiting. */
function onceBack(act: () => void): () => void {
  let wasAway = false
  return effect(() => {
    if (connection.value !== 'up') wasAway = true
    else if (wasAway) {
      wasAway = false
      untracked(act)
    }
  })
}
