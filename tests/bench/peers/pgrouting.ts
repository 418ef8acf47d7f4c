// What does pgRouting, the router inside PostGIS, take on the very same edges?
//
// A PostgreSQL of the bench's own: fresh data folder, any free loopback port, gone afterwards. It is
// given our edges and costs, so its answers must equal ours to the decisecond.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { RoadNetwork } from '#geodata/network/road-network.ts'

const DEBIAN_FOLDER = '/usr/lib/postgresql'
const EDGES = "'SELECT id, source, target, cost FROM edges'"
/** On the processor so far: the system tells each process of PostgreSQL about itself. */
const NANOSECONDS = `SELECT split_part(pg_read_file('/proc/self/schedstat'), ' ', 1)`

export type PgRouting = {
  versions: string
  /** Replaces the table with one row per directed edge. */
  load(network: RoadNetwork): Promise<void>
  /** Runs a query; its rows of text cells and the milliseconds of the processor it took. */
  query(sql: string): { rows: string[][]; milliseconds: number }
  stop(): void
}

/** Undefined, and said, where PostgreSQL or the extension is not installed. */
export async function pgRouting(): Promise<PgRouting | undefined> {
  const programs = programsFolder()
  if (!programs) return leftOut('PostgreSQL is not installed')
  const template = path.join(tmpdir(), 'park-atlas-bench-pg-XXXXXX')
  const folder = asPostgres('mktemp', ['-d', template]).trim()
  const data = path.join(folder, 'data')
  const port = await freePort()
  const run = (program: string, words: string[]) => asPostgres(path.join(programs, program), words)
  const settings = `-h 127.0.0.1 -p ${port} -c unix_socket_directories= -c work_mem=256MB -c client_min_messages=warning`
  run('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '-E', 'UTF8'])
  run('pg_ctl', ['-D', data, '-w', '-l', path.join(data, 'log'), '-o', settings, 'start'])
  const stop = () => {
    run('pg_ctl', ['-D', data, '-w', '-m', 'immediate', 'stop'])
    rmSync(folder, { recursive: true })
  }
  const words = `-h 127.0.0.1 -p ${port} -U postgres -X -q -A -t -F , -v ON_ERROR_STOP=1`.split(' ')
  const psql = path.join(programs, 'psql')
  const query = (sql: string) => {
    const input = `${NANOSECONDS};\n${sql};\n${NANOSECONDS};\n`
    const answer = execFileSync(psql, words, { input, encoding: 'utf8', maxBuffer: 2 ** 30 })
    const lines = answer.trim().split('\n')
    const milliseconds = (Number(lines.pop()) - Number(lines.shift())) / 1e6
    return { rows: lines.map((line) => line.split(',')), milliseconds }
  }
  try {
    query('CREATE EXTENSION postgis; CREATE EXTENSION pgrouting')
  } catch {
    stop()
    return leftOut('its PostgreSQL has no pgRouting')
  }
  const { rows } = query(
    "SELECT current_setting('server_version'), postgis_lib_version(), pgr_version()",
  )
  const [postgres, postgis, pgrouting] = rows[0] ?? []
  return {
    versions: `PostgreSQL ${postgres?.split(' ')[0]}, PostGIS ${postgis}, pgRouting ${pgrouting}`,
    query,
    stop,
    load: async ({ nodeCount, outward }) => {
      query(
        'DROP TABLE IF EXISTS edges; CREATE TABLE edges (id int PRIMARY KEY, source int, target int, cost float8)',
      )
      const copy = spawn(psql, [...words, '-c', 'COPY edges FROM STDIN'], {
        stdio: ['pipe', 'ignore', 'inherit'],
      })
      const closed = once(copy, 'close')
      for (let node = 0; node < nodeCount; node++) {
        let rows = ''
        const end = outward.firstEdge[node + 1]!
        for (let edge = outward.firstEdge[node]!; edge < end; edge++) {
          rows += `${edge}\t${node}\t${outward.neighbour[edge]}\t${outward.impedanceDeciseconds[edge]}\n`
        }
        if (!copy.stdin.write(rows)) await once(copy.stdin, 'drain')
      }
      copy.stdin.end()
      const [code] = await closed
      if (code !== 0) throw new Error(`psql could not load the edges: code ${code}.`)
      query('VACUUM ANALYZE edges')
    },
  }
}

function leftOut(reason: string): undefined {
  console.log(
    `pgRouting is left out: ${reason} (apt-get install postgresql-15-postgis-3 postgresql-15-pgrouting).\n`,
  )
}

function programsFolder(): string | undefined {
  if (!existsSync(DEBIAN_FOLDER)) return undefined
  const version = readdirSync(DEBIAN_FOLDER).sort().at(-1)
  const folder = path.join(DEBIAN_FOLDER, `${version}`, 'bin')
  return existsSync(path.join(folder, 'initdb')) ? folder : undefined
}

/** PostgreSQL refuses to run as root; there its own user takes over. */
function asPostgres(program: string, words: string[]): string {
  const all = [program, ...words]
  const [command = '', ...rest] =
    process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--', ...all] : all
  return execFileSync(command, rest, {
    cwd: tmpdir(),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('No free port was given.')
  return address.port
}

const list = (nodes: readonly number[]) => `ARRAY[${nodes.join(',')}]`

/** Costs summed up inside the server, so that no row has to travel. */
export const summed = (sql: string) => `SELECT count(*), sum(agg_cost) FROM ${sql}`

export const matrixSql = (origins: readonly number[], destinations: readonly number[]) =>
  `pgr_dijkstraCost(${EDGES}, ${list(origins)}, ${list(destinations)}, true)`

/** Every node within the cutoff; outlines are not part of it. */
export const drivingDistanceSql = (origin: number, cutoffDeciseconds: number) =>
  `pgr_drivingDistance(${EDGES}, ${origin}, ${cutoffDeciseconds}, true)`
