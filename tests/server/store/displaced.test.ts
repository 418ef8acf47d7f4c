// The database is deleted, moved or written over while the server runs: nothing more is acknowledged.
import { copyFileSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { createApp } from '#server/app.ts'
import { loadRegion } from '#server/region/region.ts'
import { problemOf } from '#tests/support/built-app.ts'
import { changing, insertSite, siteDraft } from '#tests/support/edits.ts'
import { HOME } from '#tests/support/home.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import { workplace } from '#tests/support/workplace.ts'

const lateSite = {
  collection: 'sites' as const,
  id: 'late',
  seen: 'nothing' as const,
  by: { who: 'planner', why: 'a visit' },
  draft: () => siteDraft('一'),
}

it.each([
  ['deleted', (file: string) => rmSync(file)],
  ['moved', (file: string) => renameSync(file, `${file}.moved`)],
  ['written over', (file: string, other: string) => copyFileSync(other, file)],
  [
    'replaced',
    (file: string, other: string) => {
      copyFileSync(other, `${file}.new`)
      renameSync(`${file}.new`, file)
    },
  ],
  ['robbed of what lies beside it', (file: string) => rmSync(`${file}-wal`)],
])('%s: nothing more is written, and what lies there now stays as it is', async (what, change) => {
  const other = path.join(temporaryFolder(), 'other.gpkg')
  const { dataDir, open } = workplace()
  copyFileSync(path.join(dataDir, 'base.gpkg'), other)
  const file = path.join(dataDir, 'atlas.gpkg')
  const store = await open()
  await insertSite(store, 'before')
  change(file, other)
  expect(await store.rows.write(HOME, lateSite)).toEqual({ kind: 'displaced' })
  const lies = () => (existsSync(file) ? readFileSync(file) : what)
  const found = lies()
  await store.close()
  expect(lies()).toEqual(found)
})

it('who writes to it hears what to do', async () => {
  const { dataDir, open } = workplace()
  const store = await open()
  const region = await loadRegion(store)
  const app = createApp({ store, region, mapApprovalNumber: null, basemap: null, log: () => {} })
  rmSync(path.join(dataDir, 'atlas.gpkg'))
  const items = '/api/collections/sites/items'
  const response = await app.request(items, changing('POST', siteDraft('一')))
  const problem = await problemOf(response, 503)
  expect(problem.detail).toMatch(/deleted, moved or replaced.*restart/)
  expect(problem.detailZh).toContain('重新启动')
  expect((await app.request(items)).status).toBe(200)
})

it('another program that brings its changes into the file displaces nothing', async () => {
  const { open, edit } = workplace()
  const store = await open()
  edit(`UPDATE hubs SET name_en = 'Ours' WHERE id = 'H-P01'; PRAGMA wal_checkpoint(TRUNCATE)`)
  await insertSite(store, 'after')
  expect((await store.rows.find(HOME, 'sites', 'after'))?.feature.id).toBe('after')
})
