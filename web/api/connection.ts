// Does the server answer? Looked at now and then, at once when something did not come, and more often while it is away.
import { signal } from '@preact/signals'
import { at } from '#web/api/reach.ts'

export type Connection = 'up' | 'offline' | 'server-away'
export const connection = signal<Connection>('up')

const SECONDS_BETWEEN_LOOKS = { up: 30, away: 3 }
const PATIENCE_MILLISECONDS = 5000

let nextLook: ReturnType<typeof setTimeout> | undefined
let back = () => {}

/** Looks from now on; `onBack` is called when the server answers again. */
export function keepConnection(onBack: () => void): void {
  back = onBack
  addEventListener('online', () => void lookAtServer())
  addEventListener('offline', () => void lookAtServer())
  addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void lookAtServer()
  })
  lookLater()
}

/** Called where a request reached no server; an aborted request does not count. */
export function requestFailed(error: unknown): void {
  if (error instanceof TypeError && connection.peek() === 'up') void lookAtServer()
}

async function lookAtServer(): Promise<void> {
  clearTimeout(nextLook)
  const before = connection.peek()
  const answers = await fetch(at('/api'), {
    cache: 'no-store',
    signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
  }).then(
    ({ ok }) => ok,
    () => false,
  )
  connection.value = answers ? 'up' : navigator.onLine ? 'server-away' : 'offline'
  if (answers && before !== 'up') back()
  lookLater()
}

function lookLater(): void {
  const isUp = connection.peek() === 'up'
  clearTimeout(nextLook)
  // A hidden page asks for nothing; it looks when it is seen again.
  if (isUp && document.visibilityState === 'hidden') return
  nextLook = setTimeout(
    () => void lookAtServer(),
    1000 * (isUp ? SECONDS_BETWEEN_LOOKS.up : SECONDS_BETWEEN_LOOKS.away),
  )
}
