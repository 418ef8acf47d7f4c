// The server as its own process over a data folder.
import { spawn } from 'node:child_process'

export type Served = {
  origin: string
  stop: (signal?: NodeJS.Signals) => void
  /** Settles when the server is gone. */
  ended: Promise<void>
}

export async function served(
  dataDir: string,
  environment: Record<string, string> = {},
): Promise<Served> {
  const child = spawn(process.execPath, ['server/main.ts'], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  process.once('exit', () => child.kill())
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let said = ''
  for await (const chunk of child.stdout) {
    said += chunk
    const origin = /http:\/\/[^\s/]+/.exec(said)?.[0]
    if (origin) {
      return { origin, stop: (signal) => child.kill(signal), ended }
    }
  }
  throw new Error(`The server ended before it listened: ${said}`)
}
