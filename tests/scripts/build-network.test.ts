// Does npm run network end with a reason where an extract is invalid, and leave the old file as it was?
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { networkFile, networksFolder, readNetwork } from '#server/store/files/network-files.ts'
import { writeOsmPbf } from '#tests/support/osm-pbf-writer.ts'
import { sharedFile } from '#tests/support/shared-data.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import { TownPlan } from '#tests/support/town-plan.ts'

const SCRIPT = path.resolve(import.meta.dirname, '../../scripts/build-network.ts')
const OLD = 'the network as it was'

function town(tags: Record<string, string> = { highway: 'primary' }): TownPlan {
  const plan = new TownPlan()
  plan.way(
    [
      [106.5, 29.5],
      [106.51, 29.51],
      [106.52, 29.52],
    ],
    tags,
  )
  return plan
}

function withoutItsLastNode(): TownPlan {
  const plan = town()
  plan.nodes.pop()
  return plan
}

/** A DATA_DIR with an old network “town”. */
function workplace() {
  const dataDir = temporaryFolder()
  mkdirSync(networksFolder(dataDir))
  writeFileSync(networkFile(dataDir, 'town'), OLD)
  return {
    dataDir,
    filesNow: () => readdirSync(networksFolder(dataDir)).sort(),
    townNow: () => readFileSync(networkFile(dataDir, 'town'), 'utf8'),
    run: (...words: string[]) =>
      spawnSync(process.execPath, [SCRIPT, ...words], {
        encoding: 'utf8',
        env: { ...process.env, DATA_DIR: dataDir },
      }),
  }
}

const XML = '<?xml version="1.0"?><osm version="0.6"><node id="1" lat="29.5" lon="106.5"/></osm>'
const REFUSALS: [what: string, bytes: Uint8Array, en: RegExp, zh: RegExp][] = [
  ['cut off', writeOsmPbf(town()).subarray(0, -20), /ends at byte \d+/, /字节/],
  ['no extract', new TextEncoder().encode('园区,地址\n'.repeat(99)), /PBF/, /PBF/],
  ['empty', new Uint8Array(), /PBF|empty/, /PBF|空/],
  ['XML', new TextEncoder().encode(XML), /XML/, /XML/],
  [
    'cut without whole ways',
    writeOsmPbf(withoutItsLastNode()),
    /1 nodes that roads name .* --cut-at-missing-nodes/,
    /缺失|不在提取文件中/,
  ],
  ['without a road', writeOsmPbf(town({ waterway: 'river' })), /no road/, /没有道路/],
]

it.each(REFUSALS)('an extract %s is refused, and nothing is replaced', (_, bytes, en, zh) => {
  const { dataDir, filesNow, townNow, run } = workplace()
  const extract = path.join(dataDir, 'town.osm.pbf')
  writeFileSync(extract, bytes)
  const { status, stderr, stdout } = run(extract, '--name', 'town')
  expect(status).toBe(1)
  expect(stderr).toMatch(en)
  expect(stderr).toMatch(zh)
  expect(stderr).toContain('Nothing was replaced.')
  expect(stderr).toContain('未替换任何内容。')
  expect(stderr).not.toMatch(/\bat .+:\d+:\d+/)
  expect(stdout).toBe('')
  expect(filesNow()).toEqual(['town.road'])
  expect(townNow()).toBe(OLD)
})

it('an extract that is not there is refused', () => {
  const { filesNow, townNow, run } = workplace()
  const { status, stderr } = run('nowhere.osm.pbf', '--name', 'town')
  expect(status).toBe(1)
  expect(stderr).toContain('nowhere.osm.pbf')
  expect([filesNow(), townNow()]).toEqual([['town.road'], OLD])
})

it.each(['../town', 'skeleton', ''])('“%s” is no name for a network', (name) => {
  const { dataDir, filesNow, run } = workplace()
  const extract = path.join(dataDir, 'town.osm.pbf')
  writeFileSync(extract, writeOsmPbf(town()))
  const { status, stderr } = run(extract, `--name=${name}`)
  expect([status, filesNow()]).toEqual([1, ['town.road']])
  expect(stderr).toContain('is no name of a network')
})

it('a sound extract replaces the old file, and drafts of killed builds are gone', () => {
  const { dataDir, filesNow, run } = workplace()
  const extract = path.join(dataDir, 'town.osm.pbf')
  writeFileSync(extract, writeOsmPbf(town()))
  writeFileSync(`${networkFile(dataDir, 'town')}.building`, 'half a networ')
  const { status, stdout } = run(extract)
  expect(status).toBe(0)
  expect(stdout).toContain('town: 2 junctions, 1 streets')
  expect(filesNow()).toEqual(['town.road'])
  expect(readNetwork(dataDir, 'town').kind).toBe('network')
})

it('killed in the middle of the work, it leaves the old file', async (context) => {
  const extract = sharedFile(context, 'roads/cq-sc-major-roads.osm.pbf')
  const { dataDir, townNow } = workplace()
  const build = spawn(process.execPath, [SCRIPT, extract, '--name', 'town'], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  build.stderr.on('data', (said) => {
    if (String(said).includes('hierarchy')) build.kill('SIGKILL')
  })
  const how = await new Promise((resolve) => build.once('close', (_, signal) => resolve(signal)))
  expect(how).toBe('SIGKILL')
  expect(townNow()).toBe(OLD)
})
