// A server was killed, and somebody put another file in its place or took it away: what does the next start make of it?
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { openStore } from '#server/store/open-store.ts'
import { backUpFolder } from '#server/store/sqlite/backup.ts'
import { openWorkingCopy } from '#server/store/sqlite/open-working-copy.ts'
import type { Store } from '#server/store/store.ts'
import { insertSite } from '#tests/support/edits.ts'
import { HOME } from '#tests/support/home.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import { workplace } from '#tests/support/workplace.ts'

const sitesOf = async ({ rows }: Store) =>
  (await rows.features(HOME, 'sites')).features.map(({ id }) => id)

/** Two edits, a backup, two more: the folder as it lies there when the server is killed. */
async function killed() {
  const { dataDir, open } = workplace()
  const store = await open()
  await insertSite(store, 'one')
  await insertSite(store, 'two')
  const backup = await store.backup()
  if (backup.kind !== 'backup') throw new Error(`${backup.kind} came; a backup was expected.`)
  const bytes = await new Response(backup.body).bytes()
  await insertSite(store, 'three')
  await insertSite(store, 'four')
  const folder = temporaryFolder()
  for (const name of readdirSync(dataDir)) {
    copyFileSync(path.join(dataDir, name), path.join(folder, name))
  }
  const file = path.join(folder, 'atlas.gpkg')
  return { folder, file, bytes, list: `${file}-generation`, wal: `${file}-wal` }
}

async function started(folder: string) {
  const said: string[] = []
  const store = await openStore(folder, { say: (text) => said.push(text) })
  const sites = await sitesOf(store)
  await store.close()
  return { sites, said: said.join('\n') }
}

it('nothing was changed: every acknowledged edit is there, and nothing is said', async () => {
  const { folder, wal } = await killed()
  expect(readFileSync(wal).length).toBeGreaterThan(0)
  expect(await started(folder)).toEqual({ sites: ['one', 'two', 'three', 'four'], said: '' })
})

it('a backup was put in its place: it is what it was, and what was left of the other is set aside and named', async () => {
  const { folder, file, bytes, wal } = await killed()
  const left = readFileSync(wal)
  writeFileSync(file, bytes)
  const { sites, said } = await started(folder)
  expect(sites).toEqual(['one', 'two'])
  const aside = readdirSync(folder).filter((name) => name.includes('.set-aside-'))
  expect(aside.map((name) => name.replace(/\.set-aside-.*/, '')).sort()).toEqual([
    'atlas.gpkg-generation',
    'atlas.gpkg-shm',
    'atlas.gpkg-wal',
  ])
  for (const name of aside) expect(said).toContain(name)
  expect(said).toContain(`${wal} did not belong to ${file}`)
  expect(said).toContain(`${wal} 不属于 ${file}`)
  const keptWal = aside.find((name) => name.includes('-wal.')) ?? ''
  expect(readFileSync(path.join(folder, keptWal)).equals(left)).toBe(true)
  expect(await started(folder)).toEqual({ sites: ['one', 'two'], said: '' })
})

it('a copy from before the last start was put in its place: it is taken as it is', async () => {
  const { folder, file } = await killed()
  const before = workplace()
  const first = await before.open()
  await insertSite(first, 'older')
  await first.close()
  copyFileSync(path.join(before.dataDir, 'atlas.gpkg'), file)
  expect((await started(folder)).sites).toEqual(['older'])
})

it('it was taken away: the start makes a new one and says so, and what was left of the old one is set aside', async () => {
  const { folder, file, wal } = await killed()
  rmSync(file)
  const { sites, said } = await started(folder)
  expect(sites).toEqual([])
  expect(said).toContain(`${file} was not there: a new database was made`)
  expect(said).toContain(`未找到 ${file}`)
  expect(said).toContain(`${wal} did not belong to`)
})

it('an older version kept no list: its edits are there', async () => {
  const { folder, list } = await killed()
  rmSync(list)
  expect((await started(folder)).sites).toEqual(['one', 'two', 'three', 'four'])
})

it('the file was spoiled: it is refused, every file named and none touched', async () => {
  const { folder, file, wal } = await killed()
  const bytes = readFileSync(file)
  bytes.fill(0xab, 4096 * 20, 4096 * 60)
  writeFileSync(file, bytes)
  const held = () =>
    readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name))])
  const before = held()
  const refused = openStore(folder)
  await expect(refused).rejects.toThrow(`${file}, ${wal}, ${file}-shm were left as they are`)
  await expect(refused).rejects.toThrow('未作改动')
  expect(held()).toEqual(before)
})

it('what was acknowledged is on the disk, and nobody waits in the database for another program', async () => {
  const { dataDir } = workplace()
  const { database } = openWorkingCopy(dataDir, () => {})
  const FULL = 2
  expect(database.pragma('synchronous', { simple: true })).toBe(FULL)
  expect(database.pragma('busy_timeout', { simple: true })).toBe(0)
  database.close()
})

it('what was written comes into the file itself by and by, so that a copy of it lags little', async () => {
  const { dataDir, open } = workplace()
  await insertSite(await open(), 'one')
  const wal = path.join(dataDir, 'atlas.gpkg-wal')
  await expect.poll(() => readFileSync(wal).length, { timeout: 20_000 }).toBe(0)
  const alone = temporaryFolder()
  for (const name of ['base.gpkg', 'atlas.gpkg']) {
    copyFileSync(path.join(dataDir, name), path.join(alone, name))
  }
  expect((await started(alone)).sites).toEqual(['one'])
})

it('half-made backups of a server that was killed are swept', async () => {
  const { folder, file } = await killed()
  const half = `${file}.backup-1.making`
  writeFileSync(half, 'half')
  await started(folder)
  expect(existsSync(half)).toBe(false)
})

it('a folder is backed up from outside while its server runs, but never over another file or half of two', async () => {
  const { dataDir, open } = workplace()
  await insertSite(await open(), 'one')
  const target = path.join(temporaryFolder(), 'new', 'backup.gpkg')
  expect(await backUpFolder(dataDir, target)).toBe(readFileSync(target).length)
  const restored = temporaryFolder()
  copyFileSync(target, path.join(restored, 'atlas.gpkg'))
  expect(await started(restored)).toEqual({ sites: ['one'], said: '' })
  await expect(backUpFolder(dataDir, target)).rejects.toThrow(`${target} is there already`)
  const { folder, file, bytes } = await killed()
  writeFileSync(file, bytes)
  const refused = backUpFolder(folder, `${target}.2`)
  await expect(refused).rejects.toThrow('the changes beside it belong to another file')
  expect(existsSync(`${target}.2`)).toBe(false)
})
