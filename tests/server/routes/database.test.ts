// The backup that whoever looks after the server fetches, and what a writer hears while another program writes.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { ADMIN_TOKEN, builtApp, problemOf } from '#tests/support/built-app.ts'
import { changing, insertSite, siteDraft } from '#tests/support/edits.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

const built = builtApp()
const HEADERS = { Authorization: `Bearer ${ADMIN_TOKEN}` }

it('is for the operator alone', async () => {
  const refused = await built.app.request('/api/database')
  expect(refused.headers.get('WWW-Authenticate')).toBe('Bearer realm="Park Atlas"')
  const { detail, detailZh } = await problemOf(refused, 401)
  expect(detailZh).toBe('此项需要管理口令；服务启动时会显示该口令。')
  expect(detail).toBe('This needs the admin token, which the server prints at start.')
})

it('is one file, named by its time, that GIS programs open as it is', async () => {
  await insertSite(built.store, 'mine')
  const response = await built.app.request('/api/database', { headers: HEADERS })
  expect(response.status).toBe(200)
  expect(response.headers.get('Content-Type')).toBe('application/geopackage+sqlite3')
  expect(response.headers.get('Content-Disposition')).toMatch(
    /^attachment; filename="park-atlas-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.gpkg"$/,
  )
  const bytes = await response.bytes()
  expect(response.headers.get('Content-Length')).toBe(String(bytes.length))
  const file = path.join(temporaryFolder(), 'backup.gpkg')
  writeFileSync(file, bytes)
  const database = new Database(file, { readonly: true })
  onTestFinished(() => void database.close())
  expect(database.pragma('journal_mode', { simple: true })).toBe('delete')
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(database.prepare('SELECT id FROM sites').pluck().all()).toEqual(['mine'])
  const head = await built.app.request('/api/database', { method: 'HEAD', headers: HEADERS })
  expect([head.status, (await head.bytes()).length]).toEqual([200, 0])
})

it('while another program writes, a writer hears when to come again', async () => {
  const other = new Database(path.join(built.folder, 'atlas.gpkg'))
  other.exec('BEGIN IMMEDIATE')
  onTestFinished(() => void other.close())
  const items = '/api/collections/sites/items'
  const waiting = built.app.request(items, changing('POST', siteDraft('一')))
  expect((await built.app.request(items)).status).toBe(200)
  const response = await waiting
  expect(response.headers.get('Retry-After')).toMatch(/^\d+$/)
  const problem = await problemOf(response, 503)
  expect(problem.detailZh).toContain('其他程序正在写入')
  other.exec('ROLLBACK')
  expect((await built.app.request(items, changing('POST', siteDraft('一')))).status).toBe(201)
})
