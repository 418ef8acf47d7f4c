// Makes what is missing, then serves the page and the API on one address.
import { spawn } from 'node:child_process'
import { prepare } from '#scripts/prepare.ts'

await prepare(process.env.DATA_DIR ?? 'data')
const server = spawn(process.execPath, ['server/main.ts'], { stdio: 'inherit' })
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => server.kill(name))
server.on('exit', (code) => process.exit(code ?? 0))
