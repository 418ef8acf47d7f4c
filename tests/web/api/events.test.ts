// Does the page go on hearing when pieces come cut, lines break, and the server is started anew?
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { eventsIn, type Line, listen } from '#web/api/events.ts'
import { askInstead } from '#web/api/reach.ts'

const open: Server[] = []
afterEach(() => {
  askInstead(null)
  for (const server of open.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

type Asked = { lastId: string | undefined; token: string | undefined }

/** A server that answers as it is told, the n-th request by the n-th way, further ones by the last. */
async function served(...ways: ((response: ServerResponse) => void)[]): Promise<Asked[]> {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    const { 'last-event-id': lastId, token } = request.headers
    const way = ways[Math.min(asked.length, ways.length - 1)]
    asked.push({ lastId: lastId as string | undefined, token: token as string | undefined })
    way?.(response)
  })
  open.push(server)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  askInstead({
    answer: (path, init) => fetch(`http://127.0.0.1:${port}${path}`, init),
    addressOf: (path) => path,
  })
  return asked
}

const stream = (text: string, ends: boolean) => (response: ServerResponse) => {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' })
  response.write(text)
  if (ends) response.end()
}
const event = (scene: number) => `id: ${scene}\nevent: standing\ndata: {"scene":${scene}}\n\n`

/** Listens until `enough` of what was heard; gives that and what was said of the line. */
function heardUntil(enough: (heard: unknown[]) => boolean) {
  const heard: unknown[] = []
  const lines: Line[] = []
  const { promise, resolve } = Promise.withResolvers<{ heard: unknown[]; lines: Line[] }>()
  const stop = listen('/events', {
    headers: { token: 'mine' },
    hear: (_, data) => {
      heard.push(data)
      if (!enough(heard)) return
      stop()
      resolve({ heard, lines })
    },
    onLine: (line) => lines.push(line),
    onRefused: (problem) => {
      heard.push(problem.status)
      resolve({ heard, lines })
    },
  })
  return promise
}

it('reads whole events, however their text is cut, and passes comments over', () => {
  const text = `:\n\n${event(1)}:\n\nevent: other\ndata: "你好"\n\ndata: 3\n\n`
  for (const size of [1, 2, 7, text.length]) {
    const heard: unknown[] = []
    const read = eventsIn((...one) => heard.push(one))
    for (let at = 0; at < text.length; at += size) read(text.slice(at, at + size))
    expect(heard).toEqual([
      ['standing', { scene: 1 }, '1'],
      ['other', '你好', null],
      ['message', 3, null],
    ])
  }
})

it('comes back after a break, an answer that is no stream and a server that is busy', async () => {
  const asked = await served(
    stream(event(1), true),
    (response) => response.writeHead(503).end('busy'),
    (response) => response.destroy(),
    stream(event(2), false),
  )
  const { heard, lines } = await heardUntil((all) => all.length === 2)
  expect(heard).toEqual([{ scene: 1 }, { scene: 2 }])
  expect(lines).toEqual(['coming', 'up', 'lost', 'lost', 'lost', 'up'])
  expect(asked.map(({ lastId }) => lastId)).toEqual([undefined, '1', '1', '1'])
  expect(asked.every(({ token }) => token === 'mine')).toBe(true)
})

it('asks no more where the server says that there is nothing', async () => {
  const problem = { status: 404, title: '', titleZh: '', detail: '', detailZh: '', type: '' }
  const asked = await served((response) => {
    response.writeHead(404, { 'Content-Type': 'application/problem+json' })
    response.end(JSON.stringify(problem))
  })
  expect((await heardUntil(() => false)).heard).toEqual([404])
  expect(asked.length).toBe(1)
})
