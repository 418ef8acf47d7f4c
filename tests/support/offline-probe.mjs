// Starts ./start.sh in the folder given and asks it for a page and an analysis; prints what came as
// JSON. Plain JavaScript: it runs inside a network namespace, far from the project's own folder.
import { spawn } from 'node:child_process'
import { connect } from 'node:net'

const server = spawn('./start.sh', {
  cwd: process.argv[2],
  env: { PATH: process.env.PATH, PORT: '0' },
  stdio: ['ignore', 'pipe', 'inherit'],
})
const origin = await new Promise((resolve, reject) => {
  let printed = ''
  server.stdout.on('data', (chunk) => {
    printed += chunk
    const address = printed.match(/http:\/\/[^\s/]+/)?.[0]
    if (address) resolve(address)
  })
  server.once('exit', (code) => reject(new Error(`start.sh ended with ${code}: ${printed}`)))
})
const page = await fetch(`${origin}/`).then((response) => response.text())
const script = page.match(/src="([^"]+\.js)"/)?.[1]
const rings = await fetch(`${origin}/api/processes/isochrone/execution`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ inputs: { origin: [106.5, 29.4], cutoffMinutes: [30, 60] } }),
})
const parks = await fetch(`${origin}/api/collections/parks/items?limit=100`)
console.log(
  JSON.stringify({
    outside: await reach('1.1.1.1', 80),
    page: page.includes('id="app"'),
    script: (await fetch(`${origin}${script}`)).status,
    parks: (await parks.json()).features.length,
    rings: [rings.status, (await rings.json()).features?.length],
  }),
)
server.kill('SIGTERM')

/** Whether a machine outside can be reached, or the system's word for why not. */
function reach(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 5000 })
    socket.once('connect', () => resolve('reached'))
    socket.once('error', (error) => resolve(error.code))
    socket.once('timeout', () => resolve('timeout'))
  })
}
