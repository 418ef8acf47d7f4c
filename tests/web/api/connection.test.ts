// Does a look whether the server answers also hear which networks it has?
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { connection, keepConnection, networksHeard } from '#web/api/connection.ts'

const events = new EventTarget()
const LIST = { items: [{ id: 'roads', hash: 'new' }], refused: [] }
let answer: () => Promise<Response> = async () => new Response()

beforeEach(() => {
  vi.useFakeTimers()
  // Another file of the same worker may have left it as it was without a server.
  connection.value = 'up'
  networksHeard.value = null
  vi.stubGlobal('document', { visibilityState: 'visible' })
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('addEventListener', events.addEventListener.bind(events))
  vi.stubGlobal('fetch', (address: string) => {
    expect(address).toBe('/api/networks')
    return answer()
  })
})
afterEach(() => {
  vi.clearAllTimers()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('hears the networks with each look, and takes a page in the place of the list for no answer', async () => {
  let timesBack = 0
  keepConnection(() => {
    timesBack += 1
  })
  answer = async () => Response.json(LIST)
  await vi.advanceTimersByTimeAsync(30_000)
  expect(networksHeard.value).toEqual(LIST)
  expect(connection.value).toBe('up')
  answer = async () => new Response('<p>Sign in</p>')
  await vi.advanceTimersByTimeAsync(30_000)
  expect(connection.value).toBe('server-away')
  expect(networksHeard.value).toEqual(LIST)
  answer = () => Promise.reject(new TypeError('Failed to fetch'))
  await vi.advanceTimersByTimeAsync(3000)
  expect([connection.value, timesBack]).toEqual(['server-away', 0])
  answer = async () => Response.json({ ...LIST, items: [] })
  await vi.advanceTimersByTimeAsync(3000)
  expect([connection.value, timesBack]).toEqual(['up', 1])
  expect(networksHeard.value?.items).toEqual([])
  answer = async () => Response.json(LIST)
  events.dispatchEvent(new Event('visibilitychange'))
  await vi.waitFor(() => expect(networksHeard.value).toEqual(LIST))
})
