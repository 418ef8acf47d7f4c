// Does the server answer? Looked at now and then, at once when something did not come, and more often while it is away.
//
// What is looked at are its networks: so a page that works its answers out by itself hears of one that was replaced.
import { signal } from '@preact/signals'
import type { NetworkList } from '#geodata/contract/documents.ts'
import { at } from '#web/api/reach.ts'

export type Connection = 'up' | 'offline' | 'server-away'
export const connection = signal<Connection>('up')

/** The networks as the server listed them when it was looked at; null: not yet. */
export const networksHeard = signal<NetworkList | null>(null)

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
  const list = await networksNow()
  const answers = list !== null
  if (answers) networksHeard.value = list
  connection.value = answers ? 'up' : navigator.onLine ? 'server-away' : 'offline'
  if (answers && before !== 'up') back()
  lookLater()
}

/** Null: the server did not answer, or something else did in its place. */
async function networksNow(): Promise<NetworkList | null> {
  try {
    const response = await fetch(at('/api/networks'), {
      // As a rule they are the same: then no list is sent.
      cache: 'no-cache',
      signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
    })
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
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
