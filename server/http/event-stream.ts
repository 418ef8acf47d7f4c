// How are events sent to many readers of whom some are slow? (server-sent events)
//
// A reader is owed the newest of each kind alone. What it has not taken is replaced, so that the slowest of lines keeps
// no more than one of each kind waiting, and one that takes nothing for a while is let go: it comes back by itself.
import { BEAT_MILLISECONDS } from '#geodata/contract/presentations.ts'

/** How long a reader may take nothing of what waits for it. */
const PATIENCE_MILLISECONDS = 30_000

export type ServerEvent = { name: string; data: unknown; id?: number }

export type EventReader = {
  body: ReadableStream<Uint8Array>
  /** Replaces what waits under the same key; without one, under its name. */
  send: (event: ServerEvent, key?: string) => void
  /** How many events wait. */
  waiting: () => number
  /** Lets it go, after what still waits. */
  end: () => void
}

/** `gone` is called once, when the reader left or was let go. */
export function eventReader(gone: () => void, beatMilliseconds = BEAT_MILLISECONDS): EventReader {
  const pending = new Map<string, string>()
  let wake = () => {}
  let waitingSince = 0
  let isOver = false
  let lines: ReadableStreamDefaultController<Uint8Array> | null = null
  const beat = setInterval(() => {
    const isStuck = pending.size > 0 && performance.now() - waitingSince > PATIENCE_MILLISECONDS
    if (isStuck) {
      lines?.error(new Error('The reader took nothing.'))
      leave()
    } else if (pending.size === 0) put('beat', ':\n\n')
  }, beatMilliseconds)
  beat.unref()
  function leave() {
    if (isOver) return
    isOver = true
    clearInterval(beat)
    wake()
    gone()
  }
  function put(key: string, text: string) {
    if (isOver) return
    if (pending.size === 0) waitingSince = performance.now()
    pending.set(key, text)
    wake()
  }
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        lines = controller
      },
      pull: async (controller) => {
        if (pending.size === 0 && !isOver) {
          const { promise, resolve } = Promise.withResolvers<void>()
          wake = resolve
          await promise
        }
        if (pending.size > 0) {
          controller.enqueue(new TextEncoder().encode([...pending.values()].join('')))
          pending.clear()
        } else if (isOver) controller.close()
      },
      cancel: leave,
    },
    // Nothing is made before it is asked for.
    { highWaterMark: 0 },
  )
  return {
    body,
    send: (event, key = event.name) => put(key, written(event)),
    waiting: () => pending.size,
    end: leave,
  }
}

function written({ name, data, id }: ServerEvent): string {
  const number = id === undefined ? '' : `id: ${id}\n`
  return `${number}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
}

/** The headers of such an answer; a proxy must pass it on as it comes. */
export const EVENT_HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Accel-Buffering': 'no',
}
