// Does the page ask again only while the server works, and send choices in the order they were made?
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import type { Import } from '#geodata/contract/imports.ts'
import { inventedImport } from '#tests/support/invented-import.ts'
import { askInstead } from '#web/api/reach.ts'
import { importDesk } from '#web/workspaces/layout/import/import-desk.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  askInstead(null)
  vi.useRealTimers()
})

/** A server that answers as it is told; returns what it was asked, in order. */
function server(answer: (asked: string, body: string) => Partial<Import> | number): string[] {
  const asked: string[] = []
  askInstead({
    addressOf: (path) => path,
    answer: async (path, { method = 'GET', body = '' }) => {
      asked.push(`${method} ${String(body)}`.trim())
      const said = answer(method, String(body))
      if (typeof said === 'number') return new Response('', { status: said })
      return Response.json(inventedImport({ id: path.split('/')[3] ?? '', ...said }))
    },
  })
  return asked
}

function opened() {
  const desk = importDesk('i1')
  onTestFinished(desk.stop)
  return desk
}

it('asks again until the file is read, and then no more', async () => {
  const states: Import['state'][] = ['reading', 'judging', 'ready']
  const asked = server(() => ({ state: states.shift() ?? 'refused' }))
  const desk = opened()
  await vi.advanceTimersByTimeAsync(0)
  expect(desk.one.value?.state).toBe('reading')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(desk.one.value?.state).toBe('ready')
  expect(asked).toEqual(['GET', 'GET', 'GET'])
})

it('asks no more once it is left', async () => {
  const asked = server(() => ({ state: 'reading' }))
  const desk = opened()
  await vi.advanceTimersByTimeAsync(0)
  desk.stop()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(asked).toHaveLength(1)
})

it('sends choices one after the other, and shows what came of the last', async () => {
  const asked = server((_, body) => ({
    choices: { ...inventedImport().choices, ...JSON.parse(body || '{}') },
  }))
  const desk = opened()
  await vi.advanceTimersByTimeAsync(0)
  const both = Promise.all([desk.change({ sheet: 1 }), desk.change({ sheet: 2 })])
  expect(desk.isChanging.value).toBe(true)
  expect(await both).toEqual([true, true])
  expect(asked).toEqual(['GET', 'PATCH {"sheet":1}', 'PATCH {"sheet":2}'])
  expect([desk.one.value?.choices.sheet, desk.isChanging.value]).toEqual([2, false])
})

it('keeps what is there and says why a choice was not taken; the next one goes on', async () => {
  server((method, body) => (method === 'PATCH' && body.includes('9') ? 409 : {}))
  const desk = opened()
  await vi.advanceTimersByTimeAsync(0)
  expect(await desk.change({ sheet: 9 })).toBe(false)
  expect(desk.problem.value?.status).toBe(409)
  expect(desk.one.value?.state).toBe('ready')
  expect(await desk.change({ sheet: 0 })).toBe(true)
  expect(desk.problem.value).toBeNull()
})
