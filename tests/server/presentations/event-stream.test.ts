// What does a reader get who is slow, and what of one who takes nothing any more?
import type { AddressInfo, Socket } from 'node:net'
import net from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { afterEach, expect, it, onTestFinished, vi } from 'vitest'
import { eventReader } from '#server/http/event-stream.ts'
import { hearing } from '#tests/support/events.ts'

afterEach(() => vi.useRealTimers())

it('gives a slow reader the newest of a kind alone, and never keeps more', async () => {
  const reader = eventReader(() => {})
  for (let scene = 0; scene < 10_000; scene++) {
    reader.send({ name: 'standing', data: { scene }, id: scene })
    expect(reader.waiting()).toBe(1)
  }
  reader.send({ name: 'other', data: 'x' })
  expect(reader.waiting()).toBe(2)
  const heard = hearing(new Response(reader.body))
  expect(await heard.next()).toEqual({ name: 'standing', data: { scene: 9999 }, id: '9999' })
  expect(await heard.next()).toEqual({ name: 'other', data: 'x', id: null })
  expect(reader.waiting()).toBe(0)
  await heard.stop()
})

it('gives what still waits before it ends', async () => {
  let gone = 0
  const reader = eventReader(() => gone++)
  reader.send({ name: 'ended', data: {} })
  reader.end()
  reader.send({ name: 'late', data: {} })
  const heard = hearing(new Response(reader.body))
  expect(await heard.next()).toMatchObject({ name: 'ended' })
  expect(await heard.next()).toBeNull()
  expect(gone).toBe(1)
})

it('tells once that a reader left', async () => {
  let gone = 0
  const reader = eventReader(() => gone++)
  const heard = hearing(new Response(reader.body))
  await heard.stop()
  reader.end()
  expect(gone).toBe(1)
})

it('says now and then that it is there, and lets go who takes nothing for half a minute', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
  let gone = 0
  const reader = eventReader(() => gone++, 5000)
  const lines = reader.body.getReader()
  const asked = lines.read()
  vi.advanceTimersByTime(5000)
  expect(new TextDecoder().decode((await asked).value)).toBe(':\n\n')
  reader.send({ name: 'standing', data: 1 })
  vi.advanceTimersByTime(30_000)
  expect(gone).toBe(0)
  vi.advanceTimersByTime(5000)
  expect(gone).toBe(1)
  await expect(lines.read()).rejects.toThrow('took nothing')
})

it('keeps next to nothing for a line that takes nothing, and gives the newest once it does', async () => {
  const reader = eventReader(() => {})
  const server = serve({
    fetch: () => new Response(reader.body),
    hostname: '127.0.0.1',
    port: 0,
    // Other tests of this worker keep the Response of the platform.
    overrideGlobalObjects: false,
  })
  const lines: Socket[] = []
  server.on('connection', (line: Socket) => lines.push(line))
  await new Promise<void>((ready) => server.once('listening', () => ready()))
  const client = net.connect((server.address() as AddressInfo).port, '127.0.0.1')
  onTestFinished(() => {
    client.destroy()
    server.close()
  })
  client.pause()
  client.write('GET / HTTP/1.1\r\nHost: here\r\n\r\n')
  const filling = 'x'.repeat(50_000)
  const count = 2000
  for (let scene = 1; scene <= count; scene++) {
    reader.send({ name: 'standing', data: { scene, filling } })
    await setImmediate()
  }
  const [line] = lines
  // A hundred megabytes were said; what the system and Node have taken of them is the buffers of one line.
  expect(line?.bytesWritten).toBeGreaterThan(filling.length)
  expect(line?.bytesWritten).toBeLessThan(20_000_000)
  expect(line?.writableLength).toBeLessThan(1_000_000)
  expect(reader.waiting()).toBe(1)
  let taken = ''
  await new Promise<void>((done) => {
    client.on('data', (piece) => {
      taken = (taken + piece).slice(-200_000)
      if (taken.includes(`{"scene":${count},`)) done()
    })
    client.resume()
  })
  expect(reader.waiting()).toBe(0)
})
