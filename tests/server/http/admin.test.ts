// Who may build networks on a running server, and what is left of an upload or a build that is cut short?
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import { Job } from '#geodata/contract/jobs.ts'
import { networkFile, networksFolder } from '#server/store/files/network-files.ts'
import { sending } from '#tests/support/built-app.ts'
import { writeOsmPbf } from '#tests/support/osm-pbf-writer.ts'
import { dataDirs, spawnServer } from '#tests/support/spawned-server.ts'
import { TownPlan } from '#tests/support/town-plan.ts'

const newDataDir = dataDirs()
const TOKEN = 'a token of our own choice'.replaceAll(' ', '-')
const ADMIN = { Authorization: `Bearer ${TOKEN}` }

/** How the server answers a user with this token who wants to remove a network that is not there. */
async function statusFor(origin: string, token: string): Promise<number> {
  const headers = { Authorization: `Bearer ${token}` }
  return (await fetch(`${origin}/api/networks/nowhere`, { method: 'DELETE', headers })).status
}

it('prints a token of this run, which opens what is for the operator of the server', async () => {
  const server = spawnServer({ DATA_DIR: newDataDir(), ADMIN_TOKEN: '' })
  const origin = await server.origin
  expect(await statusFor(origin, TOKEN)).toBe(401)
  server.signal('SIGTERM')
  const { said } = await server.ended
  expect(said).toMatch(/^Admin token 管理口令: [\w-]{24}$/m)
})

it('takes a token that was set, and keeps it out of its log', async () => {
  const server = spawnServer({ DATA_DIR: newDataDir(), ADMIN_TOKEN: TOKEN })
  const origin = await server.origin
  expect(await statusFor(origin, TOKEN)).toBe(404)
  expect(await statusFor(origin, `${TOKEN}x`)).toBe(401)
  server.signal('SIGTERM')
  expect((await server.ended).said).not.toContain(TOKEN)
})

it('does not start with a token that is easily guessed', async () => {
  const { how, said } = await spawnServer({ DATA_DIR: newDataDir(), ADMIN_TOKEN: 'short' }).ended
  expect(how).toBe('code 2')
  expect(said).toContain('at least 16 characters')
  expect(said).toContain('至少 16 个字符')
  expect(said).not.toContain('“short”')
})

it('keeps nothing of an upload whose sender is gone', async () => {
  const dataDir = newDataDir()
  const folder = path.join(dataDir, 'extracts')
  const server = spawnServer({ DATA_DIR: dataDir, ADMIN_TOKEN: TOKEN })
  const { host, hostname, port } = new URL(await server.origin)
  const sender = net.connect(Number(port), hostname)
  sender.write(
    `PUT /api/extracts/town.osm.pbf HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${TOKEN}\r\nContent-Length: 1000000\r\n\r\n${'x'.repeat(1000)}`,
  )
  await vi.waitFor(() => expect(existsSync(folder) && readdirSync(folder).length).toBe(1), {
    timeout: 10_000,
  })
  sender.destroy()
  await vi.waitFor(() => expect(readdirSync(folder)).toEqual([]), { timeout: 10_000 })
})

it('says in one line that a sender broke off, and goes on', async () => {
  const server = spawnServer({ DATA_DIR: newDataDir(), ADMIN_TOKEN: TOKEN })
  const origin = await server.origin
  const { host, hostname, port } = new URL(origin)
  const sender = net.connect(Number(port), hostname)
  const sent = Promise.withResolvers<void>()
  sender.write(
    `POST /api/collections/parks/items HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: 9000\r\nExpect: 100-continue\r\n\r\n{"type":`,
  )
  // The server says that it waits for the rest.
  sender.once('data', () => sent.resolve())
  await sent.promise
  sender.destroy()
  expect(await statusFor(origin, TOKEN)).toBe(404)
  server.signal('SIGTERM')
  const { said } = await server.ended
  expect(said.match(/the sender broke off\./g)).toHaveLength(1)
  expect(said).toContain(
    'POST /api/collections/parks/items: the sender broke off. 发送方中断了请求。',
  )
  expect(said).not.toMatch(/^\s+at /m)
})

it('asked to end during a build, it leaves the old network and no draft', async () => {
  const dataDir = newDataDir()
  mkdirSync(networksFolder(dataDir))
  mkdirSync(path.join(dataDir, 'extracts'))
  writeFileSync(networkFile(dataDir, 'town'), 'the network as it was')
  const plan = new TownPlan()
  plan.way(
    [
      [106.5, 29.5],
      [106.51, 29.51],
    ],
    { highway: 'primary' },
  )
  writeFileSync(path.join(dataDir, 'extracts/town.osm.pbf'), writeOsmPbf(plan))
  // What a server that was killed has left.
  writeFileSync(`${networkFile(dataDir, 'other')}.built.building`, 'half a networ')
  writeFileSync(path.join(dataDir, 'extracts/other.osm.pbf.1.arriving'), 'half an extrac')
  const server = spawnServer({ DATA_DIR: dataDir, ADMIN_TOKEN: TOKEN })
  const answer = await fetch(
    `${await server.origin}/api/networks`,
    sending('POST', { name: 'town', extracts: ['town.osm.pbf'] }, ADMIN),
  )
  expect(Job.parse(await answer.json()).status).toBe('accepted')
  server.signal('SIGTERM')
  expect((await server.ended).how).toBe('code 0')
  expect(readdirSync(networksFolder(dataDir))).toEqual(['town.road'])
  expect(readdirSync(path.join(dataDir, 'extracts'))).toEqual(['town.osm.pbf'])
})
