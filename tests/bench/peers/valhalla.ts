// What does Valhalla, the engine behind many site tools, take for the same questions?
//
// It is a peer of the bench, never a dependency: installed on first use into a folder of its own
// outside the repository, with its tiles beside it. Its limits on places and distances are lifted.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const PACKAGE = '@valhallajs/valhallajs'
export const VALHALLA_VERSION = '3.6.1'
const FOLDER = path.join(tmpdir(), 'park-atlas-bench', `valhalla-${VALHALLA_VERSION}`)
const PACKAGE_FOLDER = path.join(FOLDER, 'node_modules', PACKAGE)

/** Texts in and out, as its own server would pass them. */
type Actor = { isochrone(query: string): Promise<string>; matrix(query: string): Promise<string> }
type Config = {
  thor: { source_to_target_algorithm: string }
  loki: { use_connectivity: boolean }
  service_limits: { truck: Record<string, number> }
} & Record<string, { logging?: { type: string } }>

/** `usual` picks the algorithm itself; `fastest` is set to, which pays for one to many. */
export type Valhalla = { buildSeconds: number | undefined; usual: Actor; fastest: Actor }

/** Undefined, and said, where it cannot be installed. Tiles of an earlier run are used again. */
export async function valhalla(pbfFile: string): Promise<Valhalla | undefined> {
  if (!install()) return undefined
  const { Actor, getConfig } = (await import(
    pathToFileURL(path.join(PACKAGE_FOLDER, 'index.mjs')).href
  )) as { Actor: new (config: Config) => Actor; getConfig(of: object): Promise<Config> }
  const tileDir = path.join(FOLDER, path.basename(pbfFile, '.osm.pbf'))
  const config = await getConfig({ tileDir, tileExtract: '' })
  for (const room of ['mjolnir', 'loki', 'thor', 'odin', 'meili']) {
    if (config[room]) config[room].logging = { type: '' }
  }
  // It takes long roads without a junction for gaps and gives up before it searches.
  config.loki.use_connectivity = false
  Object.assign(config.service_limits.truck, {
    max_locations: 5_000,
    max_matrix_distance: 10_000_000,
    max_matrix_location_pairs: 1_000_000,
  })
  const buildSeconds = existsSync(tileDir) ? undefined : buildTiles(config, tileDir, pbfFile)
  const fastest = structuredClone(config)
  fastest.thor.source_to_target_algorithm = 'timedistancematrix'
  return { buildSeconds, usual: new Actor(config), fastest: new Actor(fastest) }
}

function install(): boolean {
  if (existsSync(PACKAGE_FOLDER)) return true
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(path.join(FOLDER, 'package.json'), '{ "private": true }\n')
  const { status, stderr } = spawnSync(
    'npm',
    ['install', '--no-audit', '--no-fund', '--no-save', `${PACKAGE}@${VALHALLA_VERSION}`],
    { cwd: FOLDER, encoding: 'utf8' },
  )
  if (status === 0) return true
  console.log(`Valhalla is left out; npm could not install it: ${stderr?.trim().split('\n')[0]}\n`)
  return false
}

function buildTiles(config: Config, tileDir: string, pbfFile: string): number {
  const half = `${tileDir}.half`
  rmSync(half, { recursive: true, force: true })
  const configFile = `${tileDir}.json`
  const mjolnir = { ...config.mjolnir, tile_dir: half }
  writeFileSync(configFile, JSON.stringify({ ...config, mjolnir }))
  const started = performance.now()
  const cli = path.join(PACKAGE_FOLDER, 'bin/valhalla-cli.js')
  const { status, stderr } = spawnSync(
    process.execPath,
    [cli, 'build_tiles', '-c', configFile, pbfFile],
    { cwd: FOLDER, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`Valhalla built no tiles of ${pbfFile}: ${stderr}`)
  renameSync(half, tileDir)
  return (performance.now() - started) / 1000
}

type LngLat = readonly [number, number]
const location = ([lon, lat]: LngLat) => ({ lon, lat })

export function isochroneQuery(origin: LngLat, minutes: readonly number[]): string {
  const contours = minutes.map((time) => ({ time }))
  return JSON.stringify({
    locations: [location(origin)],
    costing: 'truck',
    contours,
    polygons: true,
  })
}

export function matrixQuery(origins: readonly LngLat[], destinations: readonly LngLat[]): string {
  return JSON.stringify({
    sources: origins.map(location),
    targets: destinations.map(location),
    costing: 'truck',
    verbose: false,
  })
}

/** One row per origin: seconds and kilometers, null where it found no way. */
export type MatrixAnswer = {
  sources_to_targets: { durations: (number | null)[][]; distances: (number | null)[][] }
}

/** Undefined where it finds no way for any pair. */
export async function answerTo(actor: Actor, query: string): Promise<MatrixAnswer | undefined> {
  try {
    return JSON.parse(await actor.matrix(query)) as MatrixAnswer
  } catch (error) {
    if (/No path could be found/.test(String(error))) return undefined
    throw error
  }
}
