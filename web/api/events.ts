// Listens to a stream of events of the server, and comes back by itself whenever it breaks.
//
// Read by hand rather than by the browser's EventSource: that cannot send a token, gives up for good at an answer of a
// proxy that is no stream, and does not notice a line on which nothing comes any more.
import { BEAT_MILLISECONDS } from '#geodata/contract/presentations.ts'
import type { Problem } from '#geodata/contract/problem.ts'
import { problemIn } from '#web/api/client.ts'
import { reach } from '#web/api/reach.ts'

/** Nothing came for so long: the line is dead, whatever the browser thinks. */
const SILENCE_MILLISECONDS = 3 * BEAT_MILLISECONDS
const FIRST_PAUSE_MILLISECONDS = 250
const MOST_PAUSE_MILLISECONDS = 1500

/** `coming`: for the first time. */
export type Line = 'coming' | 'up' | 'lost'

export type Listening = {
  headers?: Record<string, string>
  hear: (name: string, data: unknown) => void
  onLine: (line: Line) => void
  /** The server is there and gives no such stream: nothing is asked any more. */
  onRefused: (problem: Problem) => void
}

/** Returns the stop. */
export function listen(path: string, { headers, hear, onLine, onRefused }: Listening): () => void {
  const whole = new AbortController()
  let pause = FIRST_PAUSE_MILLISECONDS
  let lastId: string | null = null
  const once = async (): Promise<Problem | null> => {
    const line = new AbortController()
    const stop = () => line.abort()
    whole.signal.addEventListener('abort', stop)
    let silence = setTimeout(stop, SILENCE_MILLISECONDS)
    try {
      const response = await reach(path, {
        headers: { ...headers, ...(lastId === null ? {} : { 'Last-Event-ID': lastId }) },
        cache: 'no-store',
        signal: line.signal,
      })
      if (!response.ok || !response.body) {
        const { status } = response
        const comesAgain = status >= 500 || status === 408 || status === 429
        return comesAgain ? null : await problemIn(response)
      }
      onLine('up')
      pause = FIRST_PAUSE_MILLISECONDS
      const read = eventsIn((name, data, id) => {
        lastId = id ?? lastId
        if (!whole.signal.aborted) hear(name, data)
      })
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
      for (;;) {
        const { done, value } = await reader.read()
        if (done) return null
        clearTimeout(silence)
        silence = setTimeout(stop, SILENCE_MILLISECONDS)
        read(value)
      }
    } catch {
      // Whatever broke, it is asked anew.
      return null
    } finally {
      clearTimeout(silence)
      line.abort()
      whole.signal.removeEventListener('abort', stop)
    }
  }
  const goOn = async () => {
    onLine('coming')
    for (;;) {
      const problem = await once()
      if (whole.signal.aborted) return
      if (problem) return onRefused(problem)
      onLine('lost')
      await waitOrOnline(pause * (1 + Math.random() / 3), whole.signal)
      if (whole.signal.aborted) return
      pause = Math.min(MOST_PAUSE_MILLISECONDS, 2 * pause)
    }
  }
  void goOn()
  return () => whole.abort()
}

/** Waits, but no longer than until the network is back. */
function waitOrOnline(milliseconds: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, milliseconds)
  const over = () => resolve()
  globalThis.addEventListener?.('online', over)
  signal.addEventListener('abort', over)
  return promise.finally(() => {
    clearTimeout(timer)
    globalThis.removeEventListener?.('online', over)
    signal.removeEventListener('abort', over)
  })
}

/** Takes the text of a stream piece by piece, cut anywhere, and gives each whole event; comments are passed over. */
export function eventsIn(
  hear: (name: string, data: unknown, id: string | null) => void,
): (piece: string) => void {
  let text = ''
  return (piece) => {
    text += piece
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      const fields = new Map(
        block.split('\n').flatMap((line) => {
          const [, name, value] = /^(\w+): ?(.*)$/.exec(line) ?? []
          return name ? [[name, value ?? ''] as const] : []
        }),
      )
      const data = fields.get('data')
      if (data === undefined) continue
      hear(fields.get('event') ?? 'message', JSON.parse(data), fields.get('id') ?? null)
    }
  }
}
