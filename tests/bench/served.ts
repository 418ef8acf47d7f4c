// The server as its own process over a data folder.
import { spawn } from 'node:child_process'

export async function served(dataDir: string): Promise<{ origin: string; stop: () => void }> {
  const child = spawn(process.execPath, ['server/main.ts'], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  process.once('exit', () => child.kill())
  let said = ''
  for await (const chunk of child.stdout) {
    said += chunk
    const origin = /http:\/\/[^\s/]+/.exec(said)?.[0]
    if (origin) return { origin, stop: () => child.kill() }
  }
  throw new Error(`The server ended before it listened: ${said}`)
}
