// How long does somebody wait who has guessed the admin token wrongly?
//
// A slip or two cost nothing. After that everything that comes from the same address waits before it is
// looked at, the right token too, so that no answer comes early and tells; but none is turned away.
import { LRUCache } from 'lru-cache'

const FREE_GUESSES = 5
const STEP_MILLISECONDS = 250
const MOST_MILLISECONDS = 10_000
/** An address is trusted again when it made no wrong guess for so long. */
const FORGOTTEN_MILLISECONDS = 60_000
const MOST_CLIENTS = 10_000

export type Guesses = {
  /** Zero: look at once. Else `over` is called when the wait is over. */
  waitOf: (client: string) => { milliseconds: number; over: () => void }
  wrong: (client: string) => void
}

export function guesses(): Guesses {
  const clients = new LRUCache<string, { wrong: number; waiting: number }>({
    max: MOST_CLIENTS,
    ttl: FORGOTTEN_MILLISECONDS,
  })
  return {
    waitOf: (client) => {
      const known = clients.get(client)
      if (!known || known.wrong < FREE_GUESSES) return { milliseconds: 0, over: () => {} }
      known.waiting++
      return {
        milliseconds: Math.min(MOST_MILLISECONDS, STEP_MILLISECONDS * known.waiting),
        over: () => {
          known.waiting--
        },
      }
    },
    wrong: (client) => {
      const known = clients.get(client) ?? { wrong: 0, waiting: 0 }
      known.wrong++
      clients.set(client, known)
    },
  }
}
