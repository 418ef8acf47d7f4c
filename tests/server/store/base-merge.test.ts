// A newer base: what nobody touched follows it, what a person did stays, and each change is written down.
import { copyFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import type { Proposal } from '#geodata/contract/documents.ts'
import { createApp } from '#server/app.ts'
import { loadRegion } from '#server/region/region.ts'
import { openStore } from '#server/store/open-store.ts'
import type { Store } from '#server/store/store.ts'
import { insertSite, siteDraft } from '#tests/support/edits.ts'
import { HOME } from '#tests/support/home.ts'
import { withCells, without } from '#tests/support/sources-copy.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import { workplace } from '#tests/support/workplace.ts'

const row = async ({ rows }: Store, collection: 'hubs' | 'sites', id: string) =>
  (await rows.find(HOME, collection, id))?.feature
const hub = async (store: Store, id: string) => (await row(store, 'hubs', id))?.properties
const proposed = ({ history }: Store) => history.proposals(HOME)
const rowsOf = ({ documents }: Store, table: string) => documents.rows(HOME, table)
const hubsOf = ({ rows }: Store) => rows.features(HOME, 'hubs')
const datasetOf = ({ documents }: Store) => documents.dataset(HOME)
const chain =
  (...changes: ((text: string) => string)[]) =>
  (text: string) =>
    changes.reduce((so, change) => change(so), text)
const added = (like: string, start: string) => (text: string) =>
  `${text.trimEnd()}\n${text
    .split('\n')
    .find((line) => line.startsWith(like))
    ?.replace(like, start)}\n`
it('never touches an edit, and proposes what the newer base says of it', async () => {
  const { open, edit, rebuild } = workplace()
  const before = await open()
  await insertSite(before, 'mine')
  edit(`
    UPDATE hubs SET name_en = 'Ours', geom = (SELECT geom FROM sites) WHERE id = 'H-P01';
    DELETE FROM hubs WHERE id = 'H-P02';
    INSERT INTO hubs (id, name_zh, name_en, kind) VALUES ('OWN', '自建', 'Our own', 'road');
    UPDATE plants SET note = 'seen by us' WHERE fid = 1;`)
  const edited = {
    hub: await row(before, 'hubs', 'H-P01'),
    site: await row(before, 'sites', 'mine'),
    plants: await rowsOf(before, 'plants'),
  }
  rebuild(
    chain(
      withCells('H-P01,', { name_en: 'Theirs' }),
      withCells('H-P02,', { name_en: 'Back again' }),
      withCells('H-P03,', { name_en: 'Renamed' }),
    ),
  )
  const after = await open()
  expect(await row(after, 'hubs', 'H-P01')).toEqual(edited.hub)
  expect(await row(after, 'sites', 'mine')).toEqual(edited.site)
  expect(await rowsOf(after, 'plants')).toEqual(edited.plants)
  expect(await hub(after, 'H-P02')).toBeUndefined()
  expect((await hub(after, 'OWN'))?.nameEn).toBe('Our own')
  expect((await hub(after, 'H-P03'))?.nameEn).toBe('Renamed')
  const proposals = await proposed(after)
  expect(proposals.map(({ collection, rowId, kind }) => [collection, rowId, kind])).toEqual([
    ['hubs', 'H-P01', 'change'],
    ['hubs', 'H-P02', 'change'],
  ])
  const offered = proposals[0]?.rows[0]
  expect(offered?.properties.nameEn).toBe('Theirs')
  expect(offered?.geometry).not.toEqual(edited.hub?.geometry)
  expect(proposals[0]?.baseHash).toBe((await datasetOf(after)).hash)
})

it('lists its proposals in the API; a table without ids is proposed whole', async () => {
  const { open, edit, rebuild } = workplace()
  await open()
  edit(`UPDATE plants SET note = 'seen by us' WHERE fid = 1`)
  rebuild(withCells('plant,', { note: 'theirs' }), 'plants.csv')
  const store = await open()
  const region = await loadRegion(store)
  const app = createApp({ store, region, mapApprovalNumber: null, basemap: null, log: () => {} })
  const { items } = (await (await app.request('/api/proposals')).json()) as { items: Proposal[] }
  expect(items.map(({ tableName, rowId, kind }) => [tableName, rowId, kind])).toEqual([
    ['plants', '*', 'change'],
  ])
  const rows = items[0]?.rows ?? []
  expect(rows).toHaveLength((await rowsOf(store, 'plants')).length)
  expect(rows.map(({ properties }) => properties.note)).toContain('theirs')
  expect((await rowsOf(store, 'plants'))[0]?.note).toBe('seen by us')
})

it('makes an untouched copy the same as a fresh one, every row of every layer in its place', async () => {
  const { dataDir, open, rebuild } = workplace()
  await open()
  rebuild(
    chain(
      withCells('H-P03,', { name_en: 'Renamed', lng: '107.3' }),
      without('H-P05,'),
      added('H-P04,', 'H-Z99,'),
    ),
  )
  const merged = await open()
  const freshDir = temporaryFolder()
  copyFileSync(path.join(dataDir, 'base.gpkg'), path.join(freshDir, 'base.gpkg'))
  const fresh = await openStore(freshDir)
  expect(await hub(fresh, 'H-Z99')).toBeDefined()
  for (const layer of ['hubs', 'parks', 'links', 'districts'] as const) {
    expect(await merged.rows.features(HOME, layer)).toEqual(await fresh.rows.features(HOME, layer))
  }
  const around = { bbox: [107.29, 20, 107.31, 40] as [number, number, number, number] }
  expect(await merged.rows.features(HOME, 'hubs', around)).toEqual(
    await fresh.rows.features(HOME, 'hubs', around),
  )
  expect(await datasetOf(merged)).toEqual(await datasetOf(fresh))
  expect(await proposed(merged)).toEqual([])
  const told = (await merged.history.changes(HOME)).map(
    ({ what, collection, rowId }) => `${what} ${collection} ${rowId}`,
  )
  expect(told.sort()).toEqual(['delete hubs H-P05', 'insert hubs H-Z99', 'update hubs H-P03'])
  await fresh.close()
})

it('keeps an edited row that the base gives up, and says so once', async () => {
  const { open, edit, rebuild } = workplace()
  await open()
  edit(`UPDATE hubs SET name_en = 'Ours' WHERE id = 'H-P05'`)
  rebuild(without('H-P05,'))
  const offered = await proposed(await open())
  expect(offered.map(({ rowId, kind, rows }) => [rowId, kind, rows])).toEqual([
    ['H-P05', 'removal', []],
  ])
  rebuild(chain(without('H-P05,'), withCells('H-P03,', { name_en: 'Renamed' })))
  const later = await open()
  expect((await hub(later, 'H-P05'))?.nameEn).toBe('Ours')
  expect(await proposed(later)).toEqual(offered)
})

it('does nothing at a second start over the same base', async () => {
  const { open, edit, rebuild } = workplace()
  await open()
  edit(`UPDATE hubs SET name_en = 'Ours' WHERE id = 'H-P01'`)
  rebuild(withCells('H-P01,', { name_en: 'Theirs' }))
  const first = await open()
  const told = [await first.history.changes(HOME), await proposed(first), await hubsOf(first)]
  const second = await open()
  expect([
    await second.history.changes(HOME),
    await proposed(second),
    await hubsOf(second),
  ]).toEqual(told)
})

it('withdraws a proposal when the base comes round to the edit, and then follows the base again', async () => {
  const { open, edit, rebuild } = workplace()
  await open()
  edit(`UPDATE hubs SET name_en = 'Ours' WHERE id = 'H-P01'`)
  rebuild(withCells('H-P01,', { name_en: 'Theirs' }))
  expect(await proposed(await open())).toHaveLength(1)
  rebuild(withCells('H-P01,', { name_en: 'Theirs again' }))
  expect((await proposed(await open())).map(({ rows }) => rows[0]?.properties.nameEn)).toEqual([
    'Theirs again',
  ])
  rebuild(withCells('H-P01,', { name_en: 'Ours' }))
  expect(await proposed(await open())).toEqual([])
  rebuild(withCells('H-P01,', { name_en: 'Renamed' }))
  expect((await hub(await open(), 'H-P01'))?.nameEn).toBe('Renamed')
})

it('withdraws a proposal when the base goes back to what the edit was made from', async () => {
  const { open, edit, rebuild } = workplace()
  await open()
  edit(`UPDATE hubs SET name_en = 'Ours' WHERE id = 'H-P01'`)
  rebuild(withCells('H-P01,', { name_en: 'Theirs' }))
  expect(await proposed(await open())).toHaveLength(1)
  rebuild(withCells('H-P03,', { name_en: 'Renamed' }))
  const after = await open()
  expect([await proposed(after), (await hub(after, 'H-P01'))?.nameEn]).toEqual([[], 'Ours'])
})

it('sees edits made in a copy that has no memory of its base yet', async () => {
  const { open, edit, rebuild } = workplace()
  await open()
  edit(`DELETE FROM base_rows; UPDATE hubs SET name_en = 'Ours' WHERE id = 'H-P01'`)
  await open()
  rebuild(withCells('H-P01,', { name_en: 'Theirs' }))
  const after = await open()
  expect((await hub(after, 'H-P01'))?.nameEn).toBe('Ours')
  expect(await proposed(after)).toHaveLength(1)
})

it('leaves sites alone in a copy that has no memory and meets a newer base at once', async () => {
  const { open, edit, rebuild } = workplace()
  await insertSite(await open(), 'mine')
  edit('DELETE FROM base_rows')
  rebuild(withCells('H-P01,', { name_en: 'Theirs' }))
  const after = await open()
  expect((await row(after, 'sites', 'mine'))?.properties).toMatchObject(
    siteDraft('备选一').properties,
  )
  expect((await hub(after, 'H-P01'))?.nameEn).toBe('Theirs')
})

it('is all or nothing', async () => {
  const { open, edit, rebuild } = workplace()
  const before = await open()
  const held = [await hubsOf(before), await datasetOf(before)]
  edit(`CREATE TRIGGER full AFTER UPDATE ON hubs WHEN NEW.id = 'H-P04'
        BEGIN SELECT RAISE(ABORT, 'disk full'); END`)
  rebuild(chain(withCells('H-P03,', { name_en: 'One' }), withCells('H-P04,', { name_en: 'Two' })))
  await expect(open()).rejects.toThrow('disk full')
  expect([await hubsOf(before), await datasetOf(before)]).toEqual(held)
})

it('writes down who changed a site, when, how and why, in the same transaction as the change', async () => {
  const { open, edit } = workplace()
  const store = await open()
  const start = new Date().toISOString()
  const order = { collection: 'sites', id: 'mine', seen: 'anything' } as const
  await insertSite(store, 'mine')
  const draft = () => siteDraft('备选二')
  await store.rows.write(HOME, { ...order, by: { who: 'chief', why: 'renamed' }, draft })
  await store.rows.remove(HOME, { ...order, by: { who: 'planner', why: 'sold' }, detach: false })
  const history = (await store.history.changes(HOME)).toReversed()
  expect(history.map(({ who, what, why, rowId }) => [who, what, why, rowId])).toEqual([
    ['planner', 'insert', 'a visit', 'mine'],
    ['chief', 'update', 'renamed', 'mine'],
    ['planner', 'delete', 'sold', 'mine'],
  ])
  const names = history.map(({ before, after }) =>
    [before, after].map((row) => row?.properties.nameZh),
  )
  expect(names).toEqual([
    [undefined, '备选一'],
    ['备选一', '备选二'],
    ['备选二', undefined],
  ])
  expect((history[0]?.changedAt ?? '') >= start).toBe(true)

  edit(`CREATE TRIGGER full BEFORE INSERT ON history BEGIN SELECT RAISE(ABORT, 'disk full'); END`)
  await expect(insertSite(store, 'lost')).rejects.toThrow('disk full')
  expect(await store.rows.find(HOME, 'sites', 'lost')).toBeNull()
})

it('gives ids to the rows of a table that had none, and keeps what was edited in it', async () => {
  const { open, edit, rebuild } = workplace()
  await (await open()).close()
  const withoutIds = `
    DROP INDEX IF EXISTS product_inputs_by_id;
    ALTER TABLE product_inputs DROP COLUMN id;
    DELETE FROM base_rows WHERE table_name = 'product_inputs';
    INSERT INTO base_rows (table_name, row_id, base, stored) VALUES ('product_inputs', '*', 'older', 'older');`
  edit(`${withoutIds}
    UPDATE product_inputs SET input_en = 'ours' WHERE fid = 2;
    INSERT INTO product_inputs (product_id, input_zh) VALUES ('seat', '自建');`)
  rebuild(withCells('PI001,', { input_en: 'theirs' }), 'product_inputs.csv')
  const store = await open()
  const rows = await rowsOf(store, 'product_inputs')
  expect(rows.map(({ id }) => id).slice(0, 3)).toEqual(['PI001', 'PI002', 'PI003'])
  expect(rows[1]?.inputEn).toBe('ours')
  expect(rows.at(-1)).toMatchObject({ id: `own-${rows.length}`, inputZh: '自建' })
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  await store.close()
  const untouched = workplace()
  const before = await untouched.open()
  const count = (await rowsOf(before, 'product_inputs')).length
  await before.close()
  untouched.edit(withoutIds.replace(/INSERT .*/, ''))
  untouched.rebuild(withCells('PI001,', { input_en: 'theirs' }), 'product_inputs.csv')
  const after = await rowsOf(await untouched.open(), 'product_inputs')
  expect(after).toHaveLength(count)
  expect(after[0]).toMatchObject({ id: 'PI001', inputEn: 'theirs' })
})
