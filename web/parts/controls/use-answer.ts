// What has the server answered a board, and can it be asked again?

import { useEffect, useState } from 'preact/hooks'
import type { Problem } from '#geodata/contract/problem.ts'
import { problemOf } from '#web/api/client.ts'

export type Answer<T> =
  /** An earlier answer stays in sight while the next is on its way. */
  | { kind: 'loading'; earlier: T | null }
  | { kind: 'ready'; result: T }
  | { kind: 'failed'; problem: Problem }

/** Asks at first and whenever `question` changes; answers to earlier questions are dropped. */
export function useAnswer<T>(
  ask: (signal: AbortSignal) => Promise<T>,
  question: string,
): { answer: Answer<T>; again: () => void } {
  const [answer, setAnswer] = useState<Answer<T>>({ kind: 'loading', earlier: null })
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    const abort = new AbortController()
    setAnswer((before) => ({
      kind: 'loading',
      earlier: before.kind === 'ready' ? before.result : null,
    }))
    ask(abort.signal).then(
      (result) => abort.signal.aborted || setAnswer({ kind: 'ready', result }),
      (error) => abort.signal.aborted || setAnswer({ kind: 'failed', problem: problemOf(error) }),
    )
    return () => abort.abort()
  }, [question, asked])
  return { answer, again: () => setAsked(asked + 1) }
}

/** The result in sight: the answer, or the one before while the next is awaited. */
export function inSight<T>(answer: Answer<T>): T | null {
  if (answer.kind === 'ready') return answer.result
  return answer.kind === 'loading' ? answer.earlier : null
}
