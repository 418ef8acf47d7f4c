// Starts the server: environment in, one address out.
import { environmentOf } from '#server/environment.ts'

const read = environmentOf(process.env)
if (read.kind === 'refused') {
  for (const line of read.lines) console.error(line)
  process.exit(2)
}
// All the rest is read only now: what is refused is refused at once.
const { startServer } = await import('#server/start-server.ts')
await startServer(read.environment)
