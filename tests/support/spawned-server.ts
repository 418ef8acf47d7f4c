// The server as its own process, on any free port.
import { type ChildProcess, spawn } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { buildGeodata } from '#scripts/build-geodata.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

/** `how` is “code 1”, say, or the signal that ended it. */
export type Ended = { how: string; said: string }

/** One base for the file that calls this; the function it returns copies it to a DATA_DIR. */
export function dataDirs(): () => string {
  let built = ''
  beforeAll(() => {
    built = mkdtempSync(path.join(tmpdir(), 'park-atlas-base-'))
    buildGeodata({ sourcesDir: 'geodata/sources', outFile: path.join(built, 'base.gpkg') })
  }, 60_000)
  afterAll(() => rmSync(built, { recursive: true }))
  return () => {
    const folder = temporaryFolder()
    copyFileSync(path.join(built, 'base.gpkg'), path.join(folder, 'base.gpkg'))
    return folder
  }
}

/** Starts the server; `origin` fails when it ends before it listens. It is gone when the test ends. */
export function spawnServer(environment: Record<string, string>) {
  const child: ChildProcess = spawn(process.execPath, ['server/main.ts'], {
    env: { ...process.env, PORT: '0', ...environment },
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
