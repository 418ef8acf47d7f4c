// Is a connection ended whose body trickles on when nobody reads it?
import type { IncomingMessage } from 'node:http'
import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { cutSlow } from '#server/http/body.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A request as Node reports it, over a connection that is only looked at. */
function request(method: string, url: string, headers: Record<string, string>) {
  const socket = new PassThrough()
  const incoming = Object.assign(new PassThrough(), { method, url, headers, socket })
  cutSlow(incoming as unknown as IncomingMessage)
  return { incoming, socket }
}

it.each([
  ['GET', '/api', { 'content-length': '9' }, true],
  ['POST', '/nothing', { 'transfer-encoding': 'chunked' }, true],
  ['PUT', '/api/collections/sites/items/some', { 'content-length': '9' }, true],
  ['PUT', '/api/extracts/town.osm.pbf', { 'content-length': '9' }, false],
  ['GET', '/api', {}, false],
])('%s %s with %j is cut: %s', (method, url, headers, isCut) => {
  const { socket } = request(method, url, headers as Record<string, string>)
  vi.advanceTimersByTime(34_999)
  expect(socket.destroyed).toBe(false)
  vi.advanceTimersByTime(3_600_000)
  expect(socket.destroyed).toBe(isCut)
})

it('is left alone once all has come', async () => {
  const { incoming, socket } = request('POST', '/api', { 'content-length': '1' })
  incoming.end('x')
  incoming.resume()
  await new Promise((resolve) => incoming.once('end', resolve))
  vi.advanceTimersByTime(3_600_000)
  expect(socket.destroyed).toBe(false)
})
