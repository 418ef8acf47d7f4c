// Is the file that people work in a GeoPackage to GDAL too, while the server has it open and after?
import { copyFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { buildGeodata } from '#scripts/build-geodata.ts'
import { followEdits, loadRegion } from '#server/region/region.ts'
import { openStore } from '#server/store/open-store.ts'
import { insertSite, siteDraft } from '#tests/support/edits.ts'
import { HOME } from '#tests/support/home.ts'
import { gdalAdds, gdalWrites, ogrinfo } from '#tests/support/ogrinfo.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import { workplace } from '#tests/support/workplace.ts'

it('opens without a warning, with every layer, the site just added and what was written down', async (context) => {
  const folder = temporaryFolder()
  const file = path.join(folder, 'atlas.gpkg')
  const base = path.join(folder, 'base.gpkg')
  const { counts } = buildGeodata({ sourcesDir: 'geodata/sources', outFile: base })
  const store = await openStore(folder)
  await insertSite(store, 'mine')
  // What an edit does to a file: a place moved, a row gone with what named it, a change put back.
  const order = { id: 'CQ-V01', seen: 'anything' as const, by: { who: 'planner', why: 'a visit' } }
  const far = { ...siteDraft('远处'), geometry: { type: 'Point', coordinates: [80, 45] } }
  await store.rows.write(HOME, { ...order, collection: 'sites', id: 'mine', draft: () => far })
  await store.history.undo(HOME, '2', order.by)
  await store.rows.remove(HOME, { ...order, collection: 'parks', detach: true })
  const lines = (await store.history.changes(HOME)).length
  const expected = {
    ...counts,
    parks: (counts.parks ?? 0) - 1,
    sites: 1,
    history: lines,
    proposals: 0,
  }
  const look = (at: string) => {
    const { said, warned } = ogrinfo(context, '-al', '-so', at)
    expect(warned).toBe('')
    for (const [layer, count] of Object.entries(expected)) {
      const found = said.match(new RegExp(`Layer name: ${layer}\\n[\\s\\S]*?Feature Count: (\\d+)`))
      expect(Number(found?.[1]), layer).toBe(count)
    }
  }
  look(file)
  await store.close()
  const alone = path.join(temporaryFolder(), 'alone.gpkg')
  copyFileSync(file, alone)
  look(alone)
  const site = ogrinfo(context, '-q', '-spat', '106.5', '29.6', '106.6', '29.7', alone, 'sites')
  expect(site.said).toContain('备选一')
})

it('gains the layer that was not there when it was made, and takes areas in it', async (context) => {
  const { dataDir, open, edit } = workplace()
  await (await open()).close()
  edit(`DROP TABLE park_areas; DROP TABLE rtree_park_areas_geom;
    DELETE FROM gpkg_extensions WHERE table_name = 'park_areas';
    DELETE FROM gpkg_geometry_columns WHERE table_name = 'park_areas';
    DELETE FROM gpkg_contents WHERE table_name = 'park_areas';
    DROP INDEX history_by_change; ALTER TABLE history DROP COLUMN change_id; ALTER TABLE history DROP COLUMN undoes`)
  const store = await open()
  const corners = [
    [106.5, 29.6],
    [106.6, 29.6],
    [106.6, 29.7],
    [106.5, 29.6],
  ]
  const outcome = await store.rows.write(HOME, {
    collection: 'park-areas',
    id: 'mine',
    seen: 'nothing',
    by: { who: 'planner', why: 'drawn' },
    draft: () => ({
      type: 'Feature',
      geometry: { type: 'Polygon', coordinates: [corners.toReversed()] },
      properties: { parkId: 'CQ-N01', source: 'drawn', sourceClass: 'none', confidence: 'low' },
    }),
  })
  expect(outcome).toMatchObject({ kind: 'written', changeId: '1' })
  const area = (await store.rows.find(HOME, 'park-areas', 'mine'))?.feature
  expect(area?.geometry).toEqual({ type: 'MultiPolygon', coordinates: [[corners]] })
  const near = { bbox: [106.55, 29.65, 106.56, 29.66] as [number, number, number, number] }
  expect((await store.rows.features(HOME, 'park-areas', near)).matched).toBe(1)
  const file = path.join(dataDir, 'atlas.gpkg')
  const { said, warned } = ogrinfo(context, '-al', '-so', file, 'park_areas')
  expect(warned).toBe('')
  expect(said).toMatch(
    /Geometry: Multi Polygon[\s\S]*Feature Count: 1\nExtent: \(106\.5\d*, 29\.6\d*\)/,
  )
})

it('gains a column that firms had not when it was made, and keeps what was edited', async () => {
  const { open, edit } = workplace()
  await (await open()).close()
  edit(`DROP INDEX companies_by_unified_code; ALTER TABLE companies DROP COLUMN unified_code;
    UPDATE companies SET note = 'by hand' WHERE id = 'O001'`)
  const store = await open()
  const found = await store.rows.find(HOME, 'companies', 'O001')
  expect(found?.feature.properties).toMatchObject({ note: 'by hand', unifiedCode: null })
  const firms = await store.rows.features(HOME, 'companies', {
    filters: { unifiedCode: ['91350100M000100Y43'] },
  })
  expect(firms.matched).toBe(0)
  await store.close()
})

it('is written by GDAL while it is open here: seen at once, and never overwritten', async (context) => {
  const { dataDir, open } = workplace()
  const store = await open()
  const region = await loadRegion(store)
  const seen = [(await store.rows.find(HOME, 'hubs', 'H-P01'))?.etag ?? '']
  const { hash } = region.dataset
  const file = path.join(dataDir, 'atlas.gpkg')
  gdalWrites(context, file, `UPDATE hubs SET name_en = 'By GDAL' WHERE id = 'H-P01'`)
  const drawn = path.join(temporaryFolder(), 'drawn.geojson')
  const geometry = { type: 'Point', coordinates: [106.123, 29.456] }
  const properties = { id: 'OWN', name_zh: '自建', name_en: 'Our own', kind: 'road' }
  const features = [{ type: 'Feature', geometry, properties }]
  writeFileSync(drawn, JSON.stringify({ type: 'FeatureCollection', features }))
  gdalAdds(context, file, 'hubs', drawn)

  await followEdits(region, store)
  expect(region.facts.hubs.find(({ id }) => id === 'H-P01')?.properties.nameEn).toBe('By GDAL')
  expect(region.facts.hubs.find(({ id }) => id === 'OWN')?.geometry).toEqual(geometry)
  expect(region.dataset.hash).not.toBe(hash)
  const around = { bbox: [106.12, 29.45, 106.13, 29.46] as [number, number, number, number] }
  const { features: there } = await store.rows.features(HOME, 'hubs', around)
  expect(there.map(({ id }) => id)).toEqual(['OWN'])
  const by = { who: 'planner', why: 'a visit' }
  const sold = { collection: 'hubs' as const, id: 'H-P01', seen, by, detach: false }
  const late = await store.rows.remove(HOME, sold)
  expect(late.kind).toBe('stale')
})
