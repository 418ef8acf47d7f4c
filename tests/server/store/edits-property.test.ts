// Whatever people do, in whatever order, with whatever stale knowledge: is the history the truth?
//
// The oracle keeps its own table: every line of the history is laid over the rows that the base began
// with, each must find the row as it says it was, and what comes out must be what the database holds.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { EDITABLE_IDS } from '#geodata/contract/editable/editable.ts'
import { FIXED_REFERENCES } from '#geodata/contract/editable/fixed-references.ts'
import { HistoryList } from '#geodata/contract/history.ts'
import type { Atlas } from '#server/store/sqlite/atlas.ts'
import { tableOf } from '#server/store/sqlite/rows.ts'
import { builtApp } from '#tests/support/built-app.ts'
import { by, changing } from '#tests/support/edits.ts'

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

/** Every row of every table that the steps can reach, by table and id, nothing left out. */
function held(atlas: Atlas): Map<string, unknown> {
  return new Map(
    TABLES.flatMap((table) =>
      atlas.rowIds(table).map((id) => [`${table} ${id}`, atlas.present(table, id)]),
    ),
  )
}

async function carryOut(one: Step): Promise<number> {
  const { app, atlas } = built
  const idAt = (table: string, n: number) => {
    const ids = atlas.rowIds(table)
    return ids[n % Math.max(1, ids.length)] ?? 'nobody'
  }
  const tagOf = (table: 'parks' | 'companies' | 'sites', id: string) =>
    `"${atlas.stored(table, id)?.etag ?? 'none'}"`
  const patch = async (table: 'parks' | 'companies', id: string, body: unknown, tag: string) =>
    (
      await app.request(
        `/api/collections/${table}/items/${id}`,
        changing('PATCH', body, { 'If-Match': tag }),
      )
    ).status
  switch (one.kind) {
    case 'rename': {
      const id = idAt(one.table, one.pick)
      const tag = tagOf(one.table, id)
      if (one.stale) await patch(one.table, id, { properties: { note: `${one.name}!` } }, tag)
      return patch(one.table, id, { properties: { nameZh: one.name } }, tag)
    }
    case 'move': {
      const id = idAt('companies', one.pick)
      const geometry = { type: 'Point', coordinates: [one.lng, one.lat] }
      const body = { geometry, properties: { coordPrecision: 'site' } }
      return patch('companies', id, body, tagOf('companies', id))
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
      return patch('companies', id, { properties: { parkId } }, tagOf('companies', id))
    }
    case 'delete': {
      const id = idAt(one.table, one.pick)
      const headers = { ...by(), 'If-Match': tagOf(one.table, id) }
      const address = `/api/collections/${one.table}/items/${id}?detach=${one.detach}`
      return (await app.request(address, { method: 'DELETE', headers })).status
    }
    case 'undo': {
      const lines = atlas.history({ limit: 12 })
      const changeId = lines[one.pick % Math.max(1, lines.length)]?.changeId ?? '1'
      const request = { method: 'POST', headers: by() }
      return (await app.request(`/api/history/${changeId}/undo`, request)).status
    }
  }
}

it('replays from the base to the very rows that are there', async () => {
  const beginning = held(built.atlas)
  const hash = built.atlas.identity()
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
      for (const { tableName, rowId, before, after } of built.atlas.history().toReversed()) {
        const key = `${tableName} ${rowId}`
        expect(replayed.get(key) ?? null, key).toEqual(before)
        if (after) replayed.set(key, after)
        else replayed.delete(key)
      }
      const sorted = (rows: Map<string, unknown>) => [...rows].sort(([a], [b]) => (a < b ? -1 : 1))
      expect(sorted(replayed)).toEqual(sorted(held(built.atlas)))
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
  const changes = [...new Set(built.atlas.history().map(({ changeId }) => changeId))]
  for (const changeId of changes) {
    const request = { method: 'POST', headers: by() }
    const response = await built.app.request(`/api/history/${changeId}/undo`, request)
    expect(response.status, await response.clone().text()).toBe(200)
    HistoryList.parse(await response.json())
  }
  expect(held(built.atlas)).toEqual(beginning)
  expect(built.atlas.identity()).toBe(hash)
}, 120_000)
