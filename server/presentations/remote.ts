// The phone beside a presentation: when is it open to the network, where, and who may come in?
//
// Nothing is open until the presenter switches it on, and then one address of the local network alone, at which only the
// page of the phone and what it asks are served. Without a phone it closes as its code runs out.
import type { RemoteCommand, RemoteStanding } from '#geodata/contract/presentations.ts'
import type { EventReader } from '#server/http/event-stream.ts'
import { CODE_MILLISECONDS, type Pairing } from '#server/presentations/pairing.ts'

/** What is served to phones. */
export type RemoteDesk = {
  codes: Pairing
  /** After each try. */
  tried: () => void
  /** False: no stage is there to do it. */
  command: (command: RemoteCommand) => boolean
  /** Null: too many listen. */
  watch: () => EventReader | null
}

export type Listening = { port: number; close: () => Promise<void> }

/** Opens this machine to the network. */
export type OpenRemote = {
  /** Addresses of this machine in the local network, the likeliest first. */
  hosts: () => string[]
  /** At the port if it is free, else at any. Rejects where the address cannot be listened at. */
  listen: (desk: RemoteDesk, host: string, port: number | null) => Promise<Listening>
}

export type Remote = {
  standing: () => RemoteStanding
  /** Open already: a new code. Null: at the first address. */
  open: (host: string | null) => Promise<void>
  /** Paired phones are forgotten. */
  close: (isExpired: boolean) => Promise<void>
  /** The server ends: paired phones are let in again after it has started. */
  suspend: () => Promise<void>
  port: () => number | null
}

type Needs = {
  codes: Pairing
  /** Where it was open before. */
  port: number | null
  open: OpenRemote
  command: RemoteDesk['command']
  watch: RemoteDesk['watch']
  /** Tells every phone that it is over, and settles when they had time to hear it. */
  dismiss: () => Promise<void>
  /** Called when what is shown of it is otherwise. */
  changed: () => void
  log: (error: unknown) => void
}

export function remoteOf({ codes, open, changed, log, ...needs }: Needs): Remote {
  let { port } = needs
  let on: { host: string; listening: Listening } | null = null
  let expired = false
  let expiry: NodeJS.Timeout | undefined
  const desk: RemoteDesk = {
    codes,
    tried: changed,
    command: needs.command,
    watch: needs.watch,
  }
  const stop = async () => {
    clearTimeout(expiry)
    const { listening } = on ?? {}
    on = null
    await listening?.close()
  }
  const close = async (isExpired: boolean) => {
    expired = isExpired && on !== null
    codes.forget()
    port = null
    await needs.dismiss()
    await stop()
    changed()
  }
  return {
    standing: () => {
      const hosts = open.hosts()
      if (on === null) return { kind: 'off', expired, hosts }
      return {
        kind: 'on',
        address: `http://${on.host}:${on.listening.port}`,
        host: on.host,
        hosts,
        code: codes.code(),
        codeSeconds: Math.round(codes.codeMilliseconds() / 1000),
        phones: codes.phones(),
      }
    },
    open: async (asked) => {
      const host = asked ?? on?.host ?? open.hosts()[0]
      if (host === undefined) throw new NoNetwork()
      if (on?.host !== host) {
        await stop()
        on = { host, listening: await open.listen(desk, host, port) }
        port = on.listening.port
      }
      expired = false
      codes.renew()
      clearTimeout(expiry)
      expiry = setTimeout(() => {
        // The code that has run out is shown no more.
        if (codes.phones() > 0) changed()
        else void close(true).catch(log)
      }, CODE_MILLISECONDS).unref()
      changed()
    },
    close,
    suspend: stop,
    port: () => port,
  }
}

/** This machine is in no local network. */
export class NoNetwork extends Error {}
