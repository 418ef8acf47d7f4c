// Whatever people do, in whatever order, with whatever stale knowledge: is the history the truth?
//
// The oracle keeps its own table: every line of the history is laid over the rows that the base began
// with, each must find the row as it says it was, and what comes out must be what the database holds.
import path from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { EDITABLE_IDS } from '#geodata/contract/editable/editable.ts'
import { FIXED_REFERENCES } from '#geodata/contract/editable/fixed-references.ts'
import { HistoryList } from '#geodata/contract/history.ts'
import { historyOf } from '#server/store/sqlite/journal.ts'
import { documentOf } from '#server/store/sqlite/row-document.ts'
import { type Row, tableOf } from '#server/store/sqlite/rows.ts'
import { builtApp } from '#tests/support/built-app.ts'
import { by, changing } from '#tests/support/edits.ts'
import { HOME } from '#tests/support/home.ts'

const built = builtApp()
/** Whatever a step may reach: what people write, and what names it. */
const TABLES = [...EDITABLE_IDS.map(tableOf), ...FIXED_REFERENCES.map(({ table }) => table)]

type Step =
  | { kind: 'rename'; table: 'parks' | 'companies'; pick: number; name: string; stale: boolean }
  | { kind: 'move'; pick: number; lng: number; lat: number }
  | { kind: 'add'; pick: number }
  | { kind: 'join'; pick: number; park: number }
  | { kind: 'delete'; table: 'parks' | 'companies' | 'sites'; pick: number; detach: boolean }
  | { kind: 'undo'; pick: number }

const pick = fc.nat(30)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('rename' as const),
    table: fc.constantFrom('parks' as const, 'companies' as const),
    pick,
    name: fc.string({ minLength: 1, maxLength: 12 }).filter((name) => name.trim() !== ''),
    stale: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('move' as const),
    pick,
    lng: fc.double({ min: 104, max: 108, noNaN: true }),
    lat: fc.double({ min: 29, max: 31, noNaN: true }),
  }),
  fc.record({ kind: fc.constant('add' as const), pick }),
  fc.record({ kind: fc.constant('join' as const), pick, park: pick }),
  fc.record({
    kind: fc.constant('delete' as const),
    table: fc.constantFrom('parks' as const, 'companies' as const, 'sites' as const),
    pick,
    detach: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('undo' as const), pick }),
)

/** Read past the store, from the file itself. */
function inFile<T>(read: (database: Database.Database) => T): T {
  const database = new Database(path.join(built.folder, 'atlas.gpkg'), { readonly: true })
  try {
    return read(database)
  } finally {
    database.close()
  }
}

const rowsIn = (database: Database.Database, table: string) =>
  (database.prepare(`SELECT * FROM "${table}" ORDER BY fid`).all() as Row[]).map(documentOf)

/** Every row of every table that the steps can reach, by table and id, nothing left out. */
const held = () =>
  inFile(
    (database) =>
      new Map<string, unknown>(
        TABLES.flatMap((table) =>
          rowsIn(database, table).map((document) => [`${table} ${document.id}`, document]),
        ),
      ),
  )

async function carryOut(one: Step): Promise<number> {
  const { app, store } = built
  const idAt = (table: string, n: number) => {
    const ids = inFile((database) => rowsIn(database, table)).map(({ id }) => id)
    return ids[n % Math.max(1, ids.length)] ?? 'nobody'
  }
  const tagOf = async (table: 'parks' | 'companies' | 'sites', id: string) =>
    `"${(await store.rows.find(HOME, table, id))?.etag ?? 'none'}"`
  // Rows are moved anywhere, and meant to be there.
  const patch = async (table: 'parks' | 'companies', id: string, body: unknown, tag: string) =>
    (
      await app.request(
        `/api/collections/${table}/items/${id}?outside=true`,
        changing('PATCH', body, { 'If-Match': tag }),
      )
    ).status
  switch (one.kind) {
    case 'rename': {
      const id = idAt(one.table, one.pick)
      const tag = await tagOf(one.table, id)
      if (one.stale) await patch(one.table, id, { properties: { note: `${one.name}!` } }, tag)
      return patch(one.table, id, { properties: { nameZh: one.name } }, tag)
    }
    case 'move': {
      const id = idAt('companies', one.pick)
      const geometry = { type: 'Point', coordinates: [one.lng, one.lat] }
      const body = { geometry, properties: { coordPrecision: 'site' } }
      return patch('companies', id, body, await tagOf('companies', id))
    }
    case 'add': {
      const parkId = idAt('parks', one.pick)
      const coordinates = [
        [
          [106, 29],
          [107, 29],
          [107, 30],
          [106, 29],
        ],
      ]
      const body = {
        type: 'Feature',
        geometry: { type: 'Polygon', coordinates },
        properties: { parkId, source: 'invented', confidence: 'low' },
      }
      return (await app.request('/api/collections/park-areas/items', changing('POST', body))).status
    }
    case 'join': {
      const id = idAt('companies', one.pick)
      const parkId = idAt('parks', one.park)
      return patch('companies', id, { properties: { parkId } }, await tagOf('companies', id))
    }
    case 'delete': {
      const id = idAt(one.table, one.pick)
      const headers = { ...by(), 'If-Match': await tagOf(one.table, id) }
      const address = `/api/collections/${one.table}/items/${id}?detach=${one.detach}`
      return (await app.request(address, { method: 'DELETE', headers })).status
    }
    case 'undo': {
      const lines = await store.history.changes(HOME, { limit: 12 })
      const changeId = lines[one.pick % Math.max(1, lines.length)]?.changeId ?? '1'
      const request = { method: 'POST', headers: by() }
      return (await app.request(`/api/history/${changeId}/undo`, request)).status
    }
  }
}

it('replays from the base to the very rows that are there', async () => {
  const beginning = held()
  const hash = await built.store.facts.identity(HOME)
  const seen = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      for (const one of steps) {
        const status = await carryOut(one)
        const key = `${one.kind} ${status}`
        seen.set(key, (seen.get(key) ?? 0) + 1)
        expect([200, 201, 204, 404, 409, 412, 422], key).toContain(status)
      }
      const replayed = new Map(beginning)
      for (const { tableName, rowId, before, after } of inFile(historyOf).toReversed()) {
        const key = `${tableName} ${rowId}`
        expect(replayed.get(key) ?? null, key).toEqual(before)
        if (after) replayed.set(key, after)
        else replayed.delete(key)
      }
      const sorted = (rows: Map<string, unknown>) => [...rows].sort(([a], [b]) => (a < b ? -1 : 1))
      expect(sorted(replayed)).toEqual(sorted(held()))
    }),
    // Each run goes on from the one before, so a shorter one would not be the same.
    { numRuns: 25, seed: 7, endOnFailure: true },
  )
  // The steps did reach what they are there for.
  for (const key of [
    'rename 200',
    'rename 412',
    'delete 204',
    'delete 409',
    'undo 200',
    'undo 409',
  ])
    expect(seen.get(key) ?? 0, key).toBeGreaterThan(0)

  // Undone from the newest to the oldest, everything is as it was, and the data have their first name.
  const changes = [...new Set(inFile(historyOf).map(({ changeId }) => changeId))]
  for (const changeId of changes) {
    const request = { method: 'POST', headers: by() }
    const response = await built.app.request(`/api/history/${changeId}/undo`, request)
    expect(response.status, await response.clone().text()).toBe(200)
    HistoryList.parse(await response.json())
  }
  expect(held()).toEqual(beginning)
  expect(await built.store.facts.identity(HOME)).toBe(hash)
}, 120_000)
