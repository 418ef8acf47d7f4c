// A server on this machine that plays Tianditu: the same addresses, an invented key, one flat picture.
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { crc32, deflateSync } from 'node:zlib'

export const INVENTED_KEY = 'invented0key0of0the0tests0000000'

export type PretendTianditu = {
  origin: string
  /** Addresses asked for, newest last. */
  asked: URL[]
  /** Of bodies without end. */
  sentBytes: () => number
  /** What it does from now on. */
  behave: (
    how: 'well' | 'refuse' | 'page' | 'silent' | 'empty' | 'redirect' | 'endless' | 'endless-404',
  ) => void
  stop: () => Promise<void>
}

export async function pretendTianditu(): Promise<PretendTianditu> {
  const asked: URL[] = []
  let how = 'well'
  let sent = 0
  // It keeps connections open: a busy test would send its next request into one that has just been closed.
  const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
    const address = new URL(request.url ?? '/', 'http://tianditu.invalid')
    asked.push(address)
    const key = address.searchParams.get('tk') ?? ''
    if (how === 'silent') return
    if (how === 'empty') return response.writeHead(404).end()
    if (how === 'endless' || how === 'endless-404') {
      response.writeHead(how === 'endless' ? 500 : 404, { 'Content-Type': 'text/html' })
      return endless(response, (bytes) => {
        sent += bytes
      })
    }
    if (how === 'redirect') return response.writeHead(302, { Location: '/elsewhere' }).end()
    if (how === 'page') {
      return response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>maintenance</p>')
    }
    if (how === 'refuse' || key !== INVENTED_KEY) {
      response.writeHead(403, { 'Content-Type': 'application/json' })
      return response.end(JSON.stringify({ code: 1, msg: `非法Key ${key}`, resolve: '重新申请' }))
    }
    const names = /\/c[vi]a_w\//.test(address.pathname)
    response.writeHead(200, { 'Content-Type': 'image/png' })
    return response.end(names ? flatPng([0, 0, 0, 0]) : flatPng([52, 96, 58, 255]))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    sentBytes: () => sent,
    behave: (next) => {
      how = next
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** Writes as long as somebody reads. */
function endless(response: ServerResponse, note: (bytes: number) => void): void {
  const part = Buffer.alloc(64 * 1024, 'x')
  const write = () => {
    while (!response.destroyed) {
      note(part.length)
      if (!response.write(part)) return
    }
  }
  response.on('drain', write)
  write()
}

/** A square of 256 px in one colour. */
export function flatPng(rgba: readonly number[]): Buffer {
  const side = 256
  const row = Buffer.concat([Buffer.from([0]), Buffer.from(Array(side).fill(rgba).flat())])
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const pixels = deflateSync(Buffer.concat(Array(side).fill(row)))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}
