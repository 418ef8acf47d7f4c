// The server as its own process, on any free port.
import { type ChildProcess, spawn } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, onTestFinished } from 'vitest'
import { builtBase } from '#scripts/built-base.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

/** `how` is “code 1”, say, or the signal that ended it. */
export type Ended = { how: string; said: string }

/** The function it returns makes a DATA_DIR with the base in it. */
export function dataDirs(): () => string {
  let base = ''
  beforeAll(async () => {
    base = await builtBase()
  })
  return () => {
    const folder = temporaryFolder()
    copyFileSync(base, path.join(folder, 'base.gpkg'))
    return folder
  }
}

/** Starts the server; `origin` fails when it ends before it listens. It is gone when the test ends.
 * `first` is what a shell does before, as set a limit. */
export function spawnServer(environment: Record<string, string>, first = ':') {
  const words = ['-c', `${first}; exec "$0" server/main.ts`, process.execPath]
  const child: ChildProcess = spawn('sh', words, {
    // Compiled once for all the servers of a run.
    env: { ...process.env, PORT: '0', NODE_COMPILE_CACHE: '.cache/compiled', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (code, signal) => resolve({ how: signal ?? `code ${code}`, said })),
  )
  const origin = new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk
      const address = said.match(/http:\/\/[^\s/]+/)?.[0]
      if (address) resolve(address)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    void ended.then(({ how }) => reject(new Error(`The server ended with ${how}: ${said}`)))
  })
  origin.catch(() => {})
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return { origin, ended, signal: (name: NodeJS.Signals) => child.kill(name) }
}
