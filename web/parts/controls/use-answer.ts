// What has the server answered a board, and can it be asked again?
import { useEffect, useState } from 'preact/hooks'
import type { Asked } from '#web/api/asked.ts'
import { newestOnly } from '#web/api/newest-only.ts'

/** Asks at first and whenever `question` changes; answers to earlier questions are dropped. */
export function useAnswer<T>(
  ask: (signal: AbortSignal) => Promise<T>,
  question: string,
): { answer: Asked<T>; again: () => void } {
  const [asking] = useState(() =>
    newestOnly((send: (signal: AbortSignal) => Promise<T>, signal) => send(signal)),
  )
  useEffect(() => asking.ask(ask), [question])
  useEffect(() => asking.reset, [])
  const asked = asking.asked.value
  // The question goes out once the board is drawn; until then it is as good as asked.
  const answer =
    asked.kind === 'unasked'
      ? ({ kind: 'computing', earlier: null, progress: null } as const)
      : asked
  return { answer, again: asking.again }
}
