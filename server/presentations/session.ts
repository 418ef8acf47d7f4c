// One presentation: where it stands, who follows it, whether its stage is heard, and the phone beside it.
import { setTimeout as pause, setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import {
  type Presentation,
  PresentationState,
  type RemoteCard,
  type RemoteCommand,
  type RemoteStanding,
  type RemoteView,
} from '#geodata/contract/presentations.ts'
import { type EventReader, eventReader } from '#server/http/event-stream.ts'
import { pairing } from '#server/presentations/pairing.ts'
import { type OpenRemote, remoteOf } from '#server/presentations/remote.ts'

export const MOST_FOLLOWERS = 1000
/** What was said last reaches a phone of the local network within that. */
const FAREWELL_MILLISECONDS = 300
const MOST_PHONES_LISTENING = 8
/** A stage that is loaded again is not gone. */
export const AWAY_MILLISECONDS = 5000
/** Without a stage that long the remote is closed. */
export const GONE_MILLISECONDS = 10 * 60 * 1000
/** Commands a stage may owe; it takes them at once or not at all. */
const MOST_COMMANDS_WAITING = 16

/** What outlives the server. The token itself is never written down. */
export const KeptSession = z.strictObject({
  formatVersion: z.literal(1),
  id: z.string(),
  tokenDigest: z.string(),
  state: PresentationState,
  change: z.number().int(),
  /** When the stage was last heard; milliseconds since 1970. */
  heardAt: z.number(),
  pairing: z.strictObject({ phones: z.array(z.string()), oldCodes: z.array(z.string()) }),
  /** Where paired phones look for it. */
  remotePort: z.number().int().nullable(),
})
export type KeptSession = z.infer<typeof KeptSession>

export type Session = {
  id: string
  tokenDigest: string
  shown: () => Presentation
  change: (state: PresentationState, card: RemoteCard | null) => Promise<void>
  /** Null: there are too many. */
  follow: () => EventReader | null
  /** The stage listens; an older one is told that it leads no more. */
  lead: () => EventReader
  /** False: no stage is there to do it. */
  command: (command: RemoteCommand) => boolean
  remote: () => RemoteStanding
  switchRemote: (isOn: boolean, host: string | null) => Promise<RemoteStanding>
  /** Zero while the stage is heard. */
  awayMilliseconds: () => number
  /** The same since this server runs at the most: after a restart every stage has the time to come back. */
  silentMilliseconds: () => number
  /** Settles once all that was said is kept. */
  kept: () => Promise<void>
  /** Tells everybody that it is over. */
  end: () => Promise<void>
  /** The server ends, the presentation does not. */
  close: () => Promise<void>
}

type Needs = {
  kept: KeptSession
  keep: (kept: KeptSession) => Promise<void>
  openRemote: OpenRemote
  log: (error: unknown) => void
  now: () => number
}

export function newSession({ kept, keep, openRemote, log, now }: Needs): Session {
  let { state, change, heardAt } = kept
  const openedAt = now()
  let card: { card: RemoteCard; at: number } | null = null
  let stage: EventReader | null = null
  let presenter: Presentation['presenter'] = 'here'
  let commands = 0
  const followers = new Set<EventReader>()
  const phones = new Set<EventReader>()
  const shown = (): Presentation => ({ id: kept.id, state, change, presenter })
  const saving = oneAtATime(() =>
    keep({ ...kept, state, change, heardAt, pairing: codes.kept(), remotePort: remote.port() }),
  )
  const codes = pairing(kept.pairing, now)
  const tellFollowers = () => {
    const event = { name: 'standing', data: shown(), id: change }
    for (const follower of followers) follower.send(event)
  }
  const seenByPhones = (): RemoteView => ({
    presenter,
    card: card && {
      ...card.card,
      elapsedSeconds: card.card.elapsedSeconds + (now() - card.at) / 1000,
    },
  })
  const tellPhones = () => {
    const event = { name: 'card', data: seenByPhones() }
    for (const phone of phones) phone.send(event)
  }
  const tellDesk = () =>
    stage?.send({
      name: 'desk',
      data: { followers: followers.size, remote: remote.standing() },
    })
  const command = (asked: RemoteCommand): boolean => {
    if (stage === null || stage.waiting() >= MOST_COMMANDS_WAITING) return false
    // Each is done: none takes the place of another.
    stage.send({ name: 'command', data: asked }, `command ${commands++}`)
    return true
  }
  const remote = remoteOf({
    codes,
    port: kept.remotePort,
    open: openRemote,
    command,
    watch: () => {
      if (phones.size >= MOST_PHONES_LISTENING) return null
      const phone = eventReader(() => phones.delete(phone))
      phones.add(phone)
      phone.send({ name: 'card', data: seenByPhones() })
      return phone
    },
    dismiss: async () => {
      if (phones.size === 0) return
      for (const phone of [...phones]) {
        phone.send({ name: 'ended', data: {} }, 'card')
        phone.end()
      }
      await pause(FAREWELL_MILLISECONDS)
    },
    changed: () => {
      tellDesk()
      void saving()
    },
    log,
  })
  const awayLater = () =>
    setTimeout(() => {
      presenter = 'away'
      tellFollowers()
      tellPhones()
      // Who has gone for good does not leave this machine open to the network.
      lateness = setTimeout(() => void remote.close(true).catch(log), GONE_MILLISECONDS).unref()
    }, AWAY_MILLISECONDS).unref()
  let lateness = awayLater()
  const letGo = () => {
    clearTimeout(lateness)
    for (const reader of [...followers, ...phones]) reader.end()
    stage?.end()
  }
  return {
    id: kept.id,
    tokenDigest: kept.tokenDigest,
    shown,
    change: async (next, told) => {
      const isChange = JSON.stringify(next) !== JSON.stringify(state)
      heardAt = now()
      if (told) card = { card: told, at: now() }
      if (isChange) {
        state = next
        change += 1
        tellFollowers()
      }
      tellPhones()
      if (isChange) await saving()
    },
    follow: () => {
      if (followers.size >= MOST_FOLLOWERS) return null
      const follower = eventReader(() => {
        followers.delete(follower)
        tellDesk()
      })
      followers.add(follower)
      follower.send({ name: 'standing', data: shown(), id: change })
      tellDesk()
      return follower
    },
    lead: () => {
      stage?.send({ name: 'replaced', data: {} })
      stage?.end()
      const led = eventReader(() => {
        if (stage !== led) return
        stage = null
        heardAt = now()
        lateness = awayLater()
      })
      stage = led
      clearTimeout(lateness)
      if (presenter === 'away') {
        presenter = 'here'
        tellFollowers()
        tellPhones()
      }
      tellDesk()
      return led
    },
    command,
    remote: () => remote.standing(),
    switchRemote: async (isOn, host) => {
      if (isOn) await remote.open(host)
      else await remote.close(false)
      return remote.standing()
    },
    awayMilliseconds: () => (stage ? 0 : now() - heardAt),
    silentMilliseconds: () => (stage ? 0 : now() - Math.max(heardAt, openedAt)),
    kept: saving,
    end: async () => {
      for (const follower of followers) follower.send({ name: 'ended', data: {} }, 'standing')
      await remote.close(false)
      letGo()
    },
    close: async () => {
      letGo()
      await remote.suspend()
      await saving()
    },
  }
}

/** Runs one after the other; what is asked for while one waits is asked for once. Settles when all asked is done. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let last = Promise.resolve()
  let isWaiting = false
  return () => {
    if (isWaiting) return last
    isWaiting = true
    last = last.then(async () => {
      // What was told is on its way before the disk keeps this thread.
      await setImmediate()
      isWaiting = false
      await work()
    })
    return last
  }
}
