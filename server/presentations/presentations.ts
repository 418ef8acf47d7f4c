// Which stories are presented to other screens at the moment, and where does each stand?
//
// The stage of the presenter is the truth: it says where it stands, and everything here passes that on. What is kept on
// the disk only bridges the seconds in which the server or the stage is started again.
import { randomBytes } from 'node:crypto'
import type { PresentationState } from '#geodata/contract/presentations.ts'
import { digestOf, isSame } from '#server/presentations/pairing.ts'
import type { OpenRemote } from '#server/presentations/remote.ts'
import { KeptSession, newSession, type Session } from '#server/presentations/session.ts'
import type { RegionId } from '#server/store/region-id.ts'
import type { Store } from '#server/store/store.ts'

export const MOST_PRESENTATIONS = 50
/** Without a stage that long a presentation is over. */
export const IDLE_MILLISECONDS = 12 * 3600 * 1000
/** A stage that is loaded again, or whose network is gone for a while, is heard within that: its place is kept. */
export const SILENT_MILLISECONDS = 5 * 60 * 1000
const LOOK_MILLISECONDS = 10 * 60 * 1000

export type Presentations = {
  /** Null: there are as many as there may be, and the stage of each was heard within minutes. */
  start: (state: PresentationState) => Promise<{ session: Session; token: string } | null>
  find: (id: string) => Session | null
  /** Whether the token is that of whoever started it. */
  isLedBy: (session: Session, token: string) => boolean
  end: (session: Session) => Promise<void>
  /** Ends those without a stage for too long. */
  endIdle: () => Promise<void>
  /** Lets every reader go and closes what is open; all stays kept. */
  close: () => Promise<void>
}

type Needs = {
  store: Store
  region: RegionId
  openRemote: OpenRemote
  log: (error: unknown) => void
  /** Milliseconds since 1970. */
  now?: () => number
}

export async function presentationsOf(needs: Needs): Promise<Presentations> {
  const { store, region, now = Date.now } = needs
  const sessions = new Map<string, Session>()
  const keepFor = (id: string) => async (kept: KeptSession) => {
    // What ended meanwhile is not kept.
    if (!sessions.has(id)) return
    await store.presentations
      .keep(region, { id, text: JSON.stringify(kept) })
      // The stage tells it again as soon as it is heard.
      .catch(needs.log)
  }
  const open = (kept: KeptSession): Session => {
    const session = newSession({
      kept,
      keep: keepFor(kept.id),
      openRemote: needs.openRemote,
      log: needs.log,
      now,
    })
    sessions.set(kept.id, session)
    return session
  }
  for (const { id, text } of await store.presentations.all(region)) {
    const kept = readKept(id, text)
    if (kept) open(kept)
    else await store.presentations.remove(region, id)
  }
  const end = async (session: Session) => {
    sessions.delete(session.id)
    await session.end()
    await store.presentations.remove(region, session.id).catch(needs.log)
  }
  const endIdle = async () => {
    const idle = [...sessions.values()].filter((one) => one.awayMilliseconds() > IDLE_MILLISECONDS)
    for (const session of idle) await end(session)
  }
  await endIdle()
  const looking = setInterval(() => void endIdle(), LOOK_MILLISECONDS)
  looking.unref()
  return {
    start: async (state) => {
      if (sessions.size >= MOST_PRESENTATIONS) {
        const [longest] = [...sessions.values()].sort(
          (a, b) => b.silentMilliseconds() - a.silentMilliseconds(),
        )
        if (!longest || longest.silentMilliseconds() < SILENT_MILLISECONDS) return null
        await end(longest)
      }
      const token = randomBytes(18).toString('base64url')
      const id = randomBytes(9).toString('base64url')
      const session = open({
        formatVersion: 1,
        id,
        tokenDigest: digestOf(token),
        state,
        change: 1,
        heardAt: now(),
        pairing: { phones: [], oldCodes: [] },
        remotePort: null,
      })
      await session.kept()
      return { session, token }
    },
    find: (id) => sessions.get(id) ?? null,
    isLedBy: (session, token) => isSame(session.tokenDigest, digestOf(token)),
    end,
    endIdle,
    close: async () => {
      clearInterval(looking)
      await Promise.all([...sessions.values()].map((session) => session.close()))
    },
  }
}

function readKept(id: string, text: string): KeptSession | null {
  try {
    const kept = KeptSession.parse(JSON.parse(text))
    return kept.id === id ? kept : null
  } catch {
    // Cut off, or of another version: its stage starts anew.
    return null
  }
}
