// Are files that nobody has opened yet fetched one by one, and only while the server answers?
import { afterEach, expect, it, vi } from 'vitest'
import { connection } from '#web/api/connection.ts'
import { fetchEach } from '#web/shell/later-files.ts'

const ADDRESSES = ['/assets/a.js', '/assets/a.css', '/assets/b.js']

let stop = () => {}
afterEach(() => {
  stop()
  connection.value = 'up'
  vi.unstubAllGlobals()
})

/** A page that is idle when it is told so, and a server that may be away. */
function begin() {
  const asked: string[] = []
  const waiting: (() => void)[] = []
  const server = { isAway: false }
  const reach = async (address: unknown) => {
    asked.push(String(address))
    if (server.isAway) throw new TypeError('Failed to fetch')
    return new Response('', { status: address === '/assets/a.css' ? 404 : 200 })
  }
  stop = fetchEach(ADDRESSES, reach as typeof fetch, (act) => void waiting.push(act))
  /** The page has nothing else to do once. */
  const idle = async () => {
    const acts = waiting.splice(0)
    for (const act of acts) act()
    await new Promise(setImmediate)
    return acts.length
  }
  return { asked, server, idle }
}

it('asks for one file each time the page is idle, and for none twice', async () => {
  const { asked, idle } = begin()
  expect(asked).toEqual([])
  expect(await idle()).toBe(1)
  expect(asked).toEqual(ADDRESSES.slice(0, 1))
  // The second is not on the server any more: the third comes all the same.
  await idle()
  await idle()
  expect(asked).toEqual(ADDRESSES)
  expect(await idle()).toBe(0)
})

it('has the server looked at where a file does not come, and goes on with it when that is back', async () => {
  let looks = 0
  vi.stubGlobal('fetch', async () => {
    looks += 1
    throw new TypeError('Failed to fetch')
  })
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('document', { visibilityState: 'visible' })
  const { asked, server, idle } = begin()
  await idle()
  server.isAway = true
  await idle()
  expect(connection.value).toBe('server-away')
  expect(looks).toBe(1)
  expect(await idle()).toBe(0)
  server.isAway = false
  connection.value = 'up'
  await idle()
  await idle()
  expect(asked).toEqual(['/assets/a.js', '/assets/a.css', '/assets/a.css', '/assets/b.js'])
})

it('asks for nothing any more once it is stopped', async () => {
  const { asked, idle } = begin()
  await idle()
  stop()
  await idle()
  expect(await idle()).toBe(0)
  expect(asked.length).toBeLessThanOrEqual(2)
})
