// Opens one address of the local network to phones, and closes it.
import { readFile } from 'node:fs/promises'
import { isIPv4 } from 'node:net'
import { networkInterfaces } from 'node:os'
import path from 'node:path'
import { serve } from '@hono/node-server'
import { cutSlow } from '#server/http/body.ts'
import type { Listening, OpenRemote, RemoteDesk } from '#server/presentations/remote.ts'
import { remoteApp } from '#server/presentations/remote-app.ts'

/** In the folder of the built page. */
const PAGE = path.join('remote', 'remote.html')
const MOST_CONNECTIONS = 64
const REQUEST_MILLISECONDS = 60_000

/** `host`, `port`: as the operator set them; null: whatever this machine has. */
export type RemoteSetting = { host: string | null; port: number | null }

export function openRemoteAt(
  setting: RemoteSetting,
  pageFolder: string | null,
  log: (error: unknown) => void,
): OpenRemote {
  const page = async () =>
    pageFolder === null ? null : readFile(path.join(pageFolder, PAGE), 'utf8').catch(() => null)
  const listenOnce = (desk: RemoteDesk, host: string, port: number) => {
    const { promise, resolve, reject } = Promise.withResolvers<Listening>()
    const app = remoteApp(desk, host, { page, log })
    const server = serve(
      {
        fetch: app.fetch,
        hostname: host,
        port,
        serverOptions: { requestTimeout: REQUEST_MILLISECONDS },
        // The first server of the process has chosen what stands for requests and answers.
        overrideGlobalObjects: false,
      },
      (info) =>
        resolve({
          port: info.port,
          close: () =>
            new Promise((closed) => {
              server.close(() => closed())
              if ('closeAllConnections' in server) server.closeAllConnections()
            }),
        }),
    )
    server.on('request', cutSlow)
    server.on('error', reject)
    if ('maxConnections' in server) server.maxConnections = MOST_CONNECTIONS
    return promise
  }
  return {
    hosts: () => (setting.host ? [setting.host] : localHosts(networkInterfaces())),
    listen: async (desk, host, before) => {
      for (const port of [before, setting.port]) {
        if (!port) continue
        const listening = await listenOnce(desk, host, port).catch((error) => {
          if (error.code === 'EADDRINUSE') return null
          throw error
        })
        if (listening) return listening
      }
      return listenOnce(desk, host, 0)
    },
  }
}

/** Private networks (RFC 1918), those of homes and offices before those that machines make among themselves. */
const PRIVATE = [/^192\.168\./, /^10\./, /^172\.(1[6-9]|2\d|3[01])\./]

/** The addresses by which others of the local network reach this machine. */
export function localHosts(interfaces: ReturnType<typeof networkInterfaces>): string[] {
  const addresses = Object.values(interfaces)
    .flatMap((one) => one ?? [])
    .filter(({ address, internal }) => !internal && isIPv4(address))
    .map(({ address }) => address)
  const rank = (address: string) => {
    const index = PRIVATE.findIndex((one) => one.test(address))
    return index < 0 ? PRIVATE.length : index
  }
  return addresses
    .filter((address) => rank(address) < PRIVATE.length || !isLinkLocal(address))
    .sort((a, b) => rank(a) - rank(b))
}

/** Of a machine that found no network. */
const isLinkLocal = (address: string) => address.startsWith('169.254.')
