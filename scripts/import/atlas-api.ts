// The API as a client has it: of a server that runs, or of one started over DATA_DIR for as long as it is needed.
import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { Problem } from '#geodata/contract/problem.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

export type AtlasApi = {
  /** Throws a Refused where the answer is none. */
  ask: (address: string, init?: RequestInit) => Promise<Response>
  close: () => Promise<void>
}

/** What the server, or whatever stands before it, said no with. */
export class Refused extends Error {
  readonly words: Bilingual

  constructor(words: Bilingual) {
    super(words.en)
    this.words = words
  }
}

const NOT_WRITTEN = 1
const ROOT = path.resolve(import.meta.dirname, '../..')

export async function atlasApi(server: string | null): Promise<AtlasApi> {
  const own = server === null ? await ownServer() : null
  const origin = (own?.origin ?? server ?? '').replace(/\/+$/, '')
  return {
    ask: (address, init = {}) => ask(`${origin}/api${address}`, init),
    close: async () => own?.end(),
  }
}

async function ask(address: string, init: RequestInit): Promise<Response> {
  const token = process.env.ADMIN_TOKEN
  const headers = new Headers(init.headers)
  if (token) headers.set('Authorization', `Bearer ${token}`)
  let response: Response
  try {
    response = await fetch(address, { ...init, headers })
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    const text = cause instanceof Error ? cause.message : String(cause)
    throw new Refused({
      en: `No server answers at ${new URL(address).origin} (${text})`,
      zh: `${new URL(address).origin} 没有服务应答（${text}）`,
    })
  }
  if (response.ok) return response
  throw new Refused(await wordsOf(response))
}

/** How the rest of a change is undone. */
const KEEP_CHANGED: Bilingual = {
  en: ' Add --keep-changed to undo the others.',
  zh: '加 --keep-changed 可只撤销其余的行。',
}

async function wordsOf(response: Response): Promise<Bilingual> {
  const text = await response.text()
  try {
    const { detail, detailZh, errors = [], changedSince } = Problem.parse(JSON.parse(text))
    const way = changedSince && changedSince.left > 0 ? KEEP_CHANGED : { en: '', zh: '' }
    return {
      en: [detail + way.en, ...errors.map((one) => `  ${one.pointer} ${one.detail}`)].join('\n'),
      zh: [detailZh + way.zh, ...errors.map((one) => `  ${one.pointer} ${one.detailZh}`)].join(
        '\n',
      ),
    }
  } catch {
    const { status } = response
    return { en: `The server answered ${status}`, zh: `服务器答复 ${status}` }
  }
}

async function ownServer(): Promise<{ origin: string; end: () => Promise<void> }> {
  const environment = { ...process.env, HOST: '127.0.0.1', PORT: '0', OPEN_TO_NETWORK: '' }
  const server = spawn(process.execPath, [path.join(ROOT, 'server/main.ts')], {
    cwd: ROOT,
    env: { ...environment, DATA_DIR: path.resolve(process.env.DATA_DIR || 'data') },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  // Whoever ends this ends the server too: it is nobody else's.
  process.once('exit', () => server.kill('SIGTERM'))
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(name, () => process.exit(NOT_WRITTEN))
  }
  return { origin: await printedAddress(server), end: () => ended(server) }
}

function printedAddress(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    server.stdout?.on('data', (chunk) => {
      printed += chunk
      const address = /http:\/\/[^\s/]+/.exec(printed)?.[0]
      if (address) resolve(address)
    })
    server.once('exit', () =>
      reject(
        new Refused({
          en: 'The data could not be opened; the reason stands above',
          zh: '数据打不开，原因见上',
        }),
      ),
    )
  })
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  await gone
}
