// Serves the page and the API for work on them: both reload when their files change.
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { endTogether } from '#scripts/end-together.ts'
import { prepare } from '#scripts/prepare.ts'

const API_PORT = process.env.PORT === '0' ? await freePort() : (process.env.PORT ?? '8787')
await prepare(process.env.DATA_DIR ?? 'data')
endTogether([
  run(['--watch', '--watch-preserve-output', 'server/main.ts'], { PORT: API_PORT }),
  run(['node_modules/vite/bin/vite.js'], { API_ORIGIN: `http://127.0.0.1:${API_PORT}` }),
])

function run(args: string[], environment: Record<string, string>): ChildProcess {
  return spawn(process.execPath, args, {
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  })
}

/** The page must know the port of the API before the API has taken it. */
function freePort(): Promise<string> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' ? address?.port : undefined
      probe.close(() => resolve(String(port)))
    })
  })
}
