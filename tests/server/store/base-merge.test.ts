// A newer base: what nobody touched follows it, what a person did stays, and each change is written down.
import { copyFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import type { Proposal } from '#geodata/contract/documents.ts'
import { createApp } from '#server/app.ts'
import { loadRegion } from '#server/region/region.ts'
import { type Atlas, openAtlas } from '#server/store/sqlite/atlas.ts'
import { insertSite, siteDraft } from '#tests/support/edits.ts'
import { withCells, without } from '#tests/support/sources-copy.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import { workplace } from '#tests/support/workplace.ts'

const hub = (atlas: Atlas, id: string) => atlas.feature('hubs', id)?.properties
const chain =
  (...changes: ((text: string) => string)[]) =>
  (text: string) =>
    changes.reduce((so, change) => change(so), text)
const added = (like: string, start: string) => (text: string) =>
  `${text.trimEnd()}\n${text
    .split('\n')
    .find((line) => line.startsWith(like))
    ?.replace(like, start)}\n`
it('never touches an edit, and proposes what the newer base says of it', () => {
  const { open, edit, rebuild } = workplace()
  const before = open()
  insertSite(before, 'mine')
  edit(`
    UPDATE hubs SET name_en = 'Ours', geom = (SELECT geom FROM sites) WHERE id = 'H-P01';
    DELETE FROM hubs WHERE id = 'H-P02';
    INSERT INTO hubs (id, name_zh, name_en, kind) VALUES ('OWN', '自建', 'Our own', 'road');
    UPDATE plants SET note = 'seen by us' WHERE fid = 1;`)
  const edited = {
    hub: before.feature('hubs', 'H-P01'),
    site: before.feature('sites', 'mine'),
    plants: before.rows('plants'),
  }
  rebuild(
    chain(
      withCells('H-P01,', { name_en: 'Theirs' }),
      withCells('H-P02,', { name_en: 'Back again' }),
      withCells('H-P03,', { name_en: 'Renamed' }),
    ),
  )
  const after = open()
  expect(after.feature('hubs', 'H-P01')).toEqual(edited.hub)
  expect(after.feature('sites', 'mine')).toEqual(edited.site)
  expect(after.rows('plants')).toEqual(edited.plants)
  expect(hub(after, 'H-P02')).toBeUndefined()
  expect(hub(after, 'OWN')?.nameEn).toBe('Our own')
  expect(hub(after, 'H-P03')?.nameEn).toBe('Renamed')
  const proposals = after.proposals()
  expect(proposals.map(({ tableName, rowId, kind }) => [tableName, rowId, kind])).toEqual([
    ['hubs', 'H-P01', 'change'],
    ['hubs', 'H-P02', 'change'],
  ])
  const [offered] = JSON.parse(proposals[0]?.document ?? '')
  expect(offered.properties.nameEn).toBe('Theirs')
  expect(offered.geometry).not.toEqual(edited.hub?.geometry)
  expect(proposals[0]?.baseHash).toBe(after.dataset().hash)
})

it('lists its proposals in the API; a table without ids is proposed whole', async () => {
  const { open, edit, rebuild } = workplace()
  open()
  edit(`UPDATE plants SET note = 'seen by us' WHERE fid = 1`)
  rebuild(withCells('plant,', { note: 'theirs' }), 'plants.csv')
  const atlas = open()
  const region = loadRegion(atlas)
  const app = createApp({ atlas, region, mapApprovalNumber: null, basemap: null, log: () => {} })
  const { items } = (await (await app.request('/api/proposals')).json()) as { items: Proposal[] }
  expect(items.map(({ tableName, rowId, kind }) => [tableName, rowId, kind])).toEqual([
    ['plants', '*', 'change'],
  ])
  const rows = items[0]?.rows ?? []
  expect(rows).toHaveLength(atlas.rows('plants').length)
  expect(rows.map(({ properties }) => properties.note)).toContain('theirs')
  expect(atlas.rows('plants')[0]?.note).toBe('seen by us')
})

it('makes an untouched copy the same as a fresh one, every row of every layer in its place', () => {
  const { dataDir, open, rebuild } = workplace()
  open()
  rebuild(
    chain(
      withCells('H-P03,', { name_en: 'Renamed', lng: '107.3' }),
      without('H-P05,'),
      added('H-P04,', 'H-Z99,'),
    ),
  )
  const merged = open()
  const freshDir = temporaryFolder()
  copyFileSync(path.join(dataDir, 'base.gpkg'), path.join(freshDir, 'base.gpkg'))
  const fresh = openAtlas(freshDir)
  expect(hub(fresh, 'H-Z99')).toBeDefined()
  for (const layer of ['hubs', 'parks', 'links', 'districts'] as const) {
    expect(merged.features(layer)).toEqual(fresh.features(layer))
  }
  const around = { bbox: [107.29, 20, 107.31, 40] as [number, number, number, number] }
  expect(merged.features('hubs', around)).toEqual(fresh.features('hubs', around))
  expect(merged.dataset()).toEqual(fresh.dataset())
  expect(merged.proposals()).toEqual([])
  const told = merged.history().map(({ what, tableName, rowId }) => `${what} ${tableName} ${rowId}`)
  expect(told.sort()).toEqual(['delete hubs H-P05', 'insert hubs H-Z99', 'update hubs H-P03'])
  fresh.close()
})

it('keeps an edited row that the base gives up, and says so once', () => {
  const { open, edit, rebuild } = workplace()
  open()
  edit(`UPDATE hubs SET name_en = 'Ours' WHERE id = 'H-P05'`)
  rebuild(without('H-P05,'))
  const proposed = open().proposals()
  expect(proposed.map(({ rowId, kind, document }) => [rowId, kind, document])).toEqual([
    ['H-P05', 'removal', '[]'],
  ])
  rebuild(chain(without('H-P05,'), withCells('H-P03,', { name_en: 'Renamed' })))
  const later = open()
  expect(hub(later, 'H-P05')?.nameEn).toBe('Ours')
  expect(later.proposals()).toEqual(proposed)
})

it('does nothing at a second start over the same base', () => {
  const { open, edit, rebuild } = workplace()
  open()
  edit(`UPDATE hubs SET name_en = 'Ours' WHERE id = 'H-P01'`)
  rebuild(withCells('H-P01,', { name_en: 'Theirs' }))
  const first = open()
  const told = [first.history(), first.proposals(), first.features('hubs')]
  const second = open()
  expect([second.history(), second.proposals(), second.features('hubs')]).toEqual(told)
})

it('withdraws a proposal when the base comes round to the edit, and then follows the base again', () => {
  const { open, edit, rebuild } = workplace()
  open()
  edit(`UPDATE hubs SET name_en = 'Ours' WHERE id = 'H-P01'`)
  rebuild(withCells('H-P01,', { name_en: 'Theirs' }))
  expect(open().proposals()).toHaveLength(1)
  rebuild(withCells('H-P01,', { name_en: 'Theirs again' }))
  expect(
    open()
      .proposals()
      .map(({ document }) => document),
  ).toEqual([expect.stringContaining('Theirs again')])
  rebuild(withCells('H-P01,', { name_en: 'Ours' }))
  expect(open().proposals()).toEqual([])
  rebuild(withCells('H-P01,', { name_en: 'Renamed' }))
  expect(hub(open(), 'H-P01')?.nameEn).toBe('Renamed')
})

it('withdraws a proposal when the base goes back to what the edit was made from', () => {
  const { open, edit, rebuild } = workplace()
  open()
  edit(`UPDATE hubs SET name_en = 'Ours' WHERE id = 'H-P01'`)
  rebuild(withCells('H-P01,', { name_en: 'Theirs' }))
  expect(open().proposals()).toHaveLength(1)
  rebuild(withCells('H-P03,', { name_en: 'Renamed' }))
  const after = open()
  expect([after.proposals(), hub(after, 'H-P01')?.nameEn]).toEqual([[], 'Ours'])
})

it('sees edits made in a copy that has no memory of its base yet', () => {
  const { open, edit, rebuild } = workplace()
  open()
  edit(`DELETE FROM base_rows; UPDATE hubs SET name_en = 'Ours' WHERE id = 'H-P01'`)
  open()
  rebuild(withCells('H-P01,', { name_en: 'Theirs' }))
  const after = open()
  expect(hub(after, 'H-P01')?.nameEn).toBe('Ours')
  expect(after.proposals()).toHaveLength(1)
})

it('leaves sites alone in a copy that has no memory and meets a newer base at once', () => {
  const { open, edit, rebuild } = workplace()
  insertSite(open(), 'mine')
  edit('DELETE FROM base_rows')
  rebuild(withCells('H-P01,', { name_en: 'Theirs' }))
  const after = open()
  expect(after.feature('sites', 'mine')?.properties).toMatchObject(siteDraft('备选一').properties)
  expect(hub(after, 'H-P01')?.nameEn).toBe('Theirs')
})

it('is all or nothing', () => {
  const { open, edit, rebuild } = workplace()
  const before = open()
  const held = [before.features('hubs'), before.dataset()]
  edit(`CREATE TRIGGER full AFTER UPDATE ON hubs WHEN NEW.id = 'H-P04'
        BEGIN SELECT RAISE(ABORT, 'disk full'); END`)
  rebuild(chain(withCells('H-P03,', { name_en: 'One' }), withCells('H-P04,', { name_en: 'Two' })))
  expect(open).toThrow('disk full')
  expect([before.features('hubs'), before.dataset()]).toEqual(held)
})

it('writes down who changed a site, when, how and why, in the same transaction as the change', () => {
  const { open, edit } = workplace()
  const atlas = open()
  const start = new Date().toISOString()
  const order = { collection: 'sites', id: 'mine', seen: 'anything' } as const
  insertSite(atlas, 'mine')
  const draft = () => siteDraft('备选二')
  atlas.write({ ...order, by: { who: 'chief', why: 'renamed' }, draft })
  atlas.remove({ ...order, by: { who: 'planner', why: 'sold' }, detach: false })
  const history = atlas.history().toReversed()
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
  expect(() => insertSite(atlas, 'lost')).toThrow('disk full')
  expect(atlas.feature('sites', 'lost')).toBeNull()
})

it('gives ids to the rows of a table that had none, and keeps what was edited in it', () => {
  const { open, edit, rebuild } = workplace()
  open().close()
  const withoutIds = `
    DROP INDEX IF EXISTS product_inputs_by_id;
    ALTER TABLE product_inputs DROP COLUMN id;
    DELETE FROM base_rows WHERE table_name = 'product_inputs';
    INSERT INTO base_rows (table_name, row_id, base, stored) VALUES ('product_inputs', '*', 'older', 'older');`
  edit(`${withoutIds}
    UPDATE product_inputs SET input_en = 'ours' WHERE fid = 2;
    INSERT INTO product_inputs (product_id, input_zh) VALUES ('seat', '自建');`)
  rebuild(withCells('PI001,', { input_en: 'theirs' }), 'product_inputs.csv')
  const atlas = open()
  const rows = atlas.rows('product_inputs')
  expect(rows.map(({ id }) => id).slice(0, 3)).toEqual(['PI001', 'PI002', 'PI003'])
  expect(rows[1]?.inputEn).toBe('ours')
  expect(rows.at(-1)).toMatchObject({ id: `own-${rows.length}`, inputZh: '自建' })
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  atlas.close()
  const untouched = workplace()
  const before = untouched.open()
  const count = before.rows('product_inputs').length
  before.close()
  untouched.edit(withoutIds.replace(/INSERT .*/, ''))
  untouched.rebuild(withCells('PI001,', { input_en: 'theirs' }), 'product_inputs.csv')
  const after = untouched.open().rows('product_inputs')
  expect(after).toHaveLength(count)
  expect(after[0]).toMatchObject({ id: 'PI001', inputEn: 'theirs' })
})
