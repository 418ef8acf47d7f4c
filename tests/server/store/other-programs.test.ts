// What other programs write into the file, QGIS and GDAL first: is every row still read, measured and edited?
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { createApp } from '#server/app.ts'
import { loadRegion } from '#server/region/region.ts'
import type { Store } from '#server/store/store.ts'
import { sending } from '#tests/support/built-app.ts'
import { changing } from '#tests/support/edits.ts'
import { gdalAdds } from '#tests/support/ogrinfo.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import { workplace } from '#tests/support/workplace.ts'

const EMPTY_POINT = `X'47500011E6100000' || X'0101000000' || X'000000000000F87F' || X'000000000000F87F'`
const LAYERS = ['districts', 'parks', 'companies', 'hubs', 'platforms', 'links', 'roads', 'basemap']

async function appOver(store: Store) {
  const region = await loadRegion(store)
  const log = (error: unknown) => {
    throw error
  }
  return createApp({ store, region, mapApprovalNumber: null, basemap: null, log })
}

it('rows whose place was taken away are read, left out of what is measured, and given a place again', async () => {
  const { open, edit } = workplace()
  await (await open()).close()
  edit(
    LAYERS.map(
      (layer) =>
        `UPDATE ${layer} SET geom = CAST(${EMPTY_POINT} AS BLOB) WHERE fid = (SELECT min(fid) FROM ${layer});`,
    ).join('\n'),
  )
  const app = await appOver(await open())
  for (const layer of LAYERS) {
    const response = await app.request(`/api/collections/${layer}/items`)
    const { features } = (await response.json()) as { features: { geometry: unknown }[] }
    expect(features[0]?.geometry, layer).toBeNull()
  }
  const inputs = { productId: 'battery-tray' }
  const sited = await app.request('/api/processes/siting/execution', sending('POST', { inputs }))
  expect(sited.status, await sited.text()).toBe(200)
  for (const whole of ['coverage', 'vehicle-park']) {
    const answer = await app.request(
      `/api/processes/${whole}/execution`,
      sending('POST', { inputs: {} }),
    )
    expect(answer.status, whole).toBe(200)
  }
  const items = '/api/collections/hubs/items'
  const { features } = (await (await app.request(items)).json()) as { features: { id: string }[] }
  const place = { type: 'Point', coordinates: [106.5, 29.6] }
  const placed = await app.request(
    `${items}/${features[0]?.id}`,
    changing('PATCH', { geometry: place }, { 'If-Match': '*' }),
  )
  expect(placed.status, await placed.clone().text()).toBe(200)
  expect(await placed.json()).toMatchObject({ geometry: place })
  const near = await app.request(`${items}?bbox=106.49,29.59,106.51,29.61`)
  expect(await near.json()).toMatchObject({ features: [{ id: features[0]?.id }] })
})

it('an arc or a mixed collection is named as unreadable, lies there as it was, and stops no edit beside it', async () => {
  // A circular string, and a point with a line, as GDAL writes them: header with a box, then WKB.
  const box = [106.5, 106.6, 29.5, 29.6].map(hexOf).join('')
  const at = (...degrees: number[]) => degrees.map(hexOf).join('')
  const arc = `47500003E6100000${box}010800000003000000${at(106.5, 29.5, 106.55, 29.6, 106.6, 29.5)}`
  const mixed = `47500003E6100000${box}010700000002000000${`0101000000${at(106.5, 29.5)}`}010200000002000000${at(106.5, 29.5, 106.6, 29.6)}`
  const { dataDir, open, edit } = workplace()
  await (await open()).close()
  edit(
    `UPDATE hubs SET geom = X'${arc}' WHERE id = 'H-P03'; UPDATE parks SET geom = X'${mixed}' WHERE id = 'CQ-N03';`,
  )
  const app = await appOver(await open())
  const stored = (table: string, id: string) => {
    const database = new Database(path.join(dataDir, 'atlas.gpkg'), { readonly: true })
    const cell = database.prepare(`SELECT hex(geom) FROM ${table} WHERE id = ?`).pluck().get(id)
    database.close()
    return cell
  }
  for (const [table, id, bytes] of [
    ['hubs', 'H-P03', arc],
    ['parks', 'CQ-N03', mixed],
  ] as const) {
    const items = `/api/collections/${table}/items`
    const list = await app.request(items)
    const { features } = (await list.json()) as { features: { id: string }[] }
    expect(features.find((one) => one.id === id)).toMatchObject({
      geometry: null,
      geometryFault: {
        zh: '图形无法读取，已原样保留',
        en: 'Unreadable geometry, left as it was',
      },
    })
    const note = { properties: { note: '核对过' } }
    const held = { 'If-Match': '*' }
    const edited = await app.request(`${items}/${id}`, changing('PATCH', note, held))
    expect(edited.status, await edited.clone().text()).toBe(200)
    expect(await edited.json()).toMatchObject(note)
    expect(stored(table, id)).toBe(bytes.toUpperCase())
    const near = await app.request(`${items}?bbox=106.54,29.54,106.56,29.56`)
    const met = ((await near.json()) as { features: { id: string }[] }).features
    expect(met.map((one) => one.id)).toContain(id)
    const place = { geometry: { type: 'Point', coordinates: [106.5, 29.6] } }
    const placed = await app.request(`${items}/${id}`, changing('PATCH', place, held))
    expect(await placed.clone().json()).toMatchObject(place)
    expect(await placed.json()).not.toHaveProperty('geometryFault')
    const undone = await app.request(
      `/api/history/${placed.headers.get('Atlas-Change')}/undo`,
      changing('POST', {}),
    )
    expect(undone.status, await undone.text()).toBeLessThan(300)
    expect(stored(table, id)).toBe(bytes.toUpperCase())
  }
  const inputs = { productId: 'battery-tray' }
  const sited = await app.request('/api/processes/siting/execution', sending('POST', { inputs }))
  expect(sited.status, await sited.text()).toBe(200)
})

function hexOf(degrees: number): string {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleLE(degrees)
  return bytes.toString('hex')
}

it('empty geometries of every type that GDAL writes are rows without a place', async (context) => {
  const { dataDir, open } = workplace()
  const store = await open()
  const types = ['POINT', 'LINESTRING', 'POLYGON', 'MULTIPOINT', 'MULTILINESTRING', 'MULTIPOLYGON']
  const rows = [...types, 'GEOMETRYCOLLECTION', 'POINT Z', 'CURVEPOLYGON', 'LINESTRING M'].map(
    (type, n) => `E-${n},"${type} EMPTY"`,
  )
  const drawn = path.join(temporaryFolder(), 'drawn.csv')
  writeFileSync(drawn, `id,WKT\n${rows.join('\n')}\nE-H,"POINT Z (106.123 29.456 240)"\n`)
  const file = path.join(dataDir, 'atlas.gpkg')
  gdalAdds(context, file, 'links', drawn)
  const app = await appOver(store)
  const { features } = (await (
    await app.request('/api/collections/links/items?limit=1000')
  ).json()) as {
    features: { id: string; geometry: unknown }[]
  }
  const added = features.filter(({ id }) => id.startsWith('E-'))
  expect(added.map(({ geometry }) => geometry)).toEqual([
    ...rows.map(() => null),
    { type: 'Point', coordinates: [106.123, 29.456] },
  ])
})

const OLD_COPY = `
  CREATE TABLE older AS SELECT * FROM gpkg_contents;
  PRAGMA foreign_keys = OFF;
  DROP TABLE gpkg_contents;
  CREATE TABLE gpkg_contents (
    table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
    description TEXT DEFAULT '', last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE,
    max_x DOUBLE, max_y DOUBLE, srs_id INTEGER);
  INSERT INTO gpkg_contents SELECT * FROM older;
  DROP TABLE older;
  DROP TRIGGER rtree_hubs_geom_update1;
  DROP TRIGGER rtree_hubs_geom_update3;
  ${[5, 6, 7].map((n) => `CREATE TRIGGER rtree_hubs_geom_update${n} AFTER UPDATE OF geom ON hubs WHEN NEW.geom IS NULL BEGIN SELECT 1; END;`).join('\n')}`

/** What a validator holds against the standard, version 1.3, requirements 2, 13, 75 and 77. */
function standardOf(file: string) {
  const database = new Database(file, { readonly: true })
  const layers = database.prepare('SELECT table_name FROM gpkg_geometry_columns').pluck().all()
  const triggersOf = (layer: unknown) =>
    database
      .prepare(
        `SELECT replace(name, ?, '') FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ? ORDER BY name`,
      )
      .pluck()
      .all(`rtree_${layer}_geom_`, layer)
  const said = {
    version: database.pragma('user_version', { simple: true }),
    lastChange: database
      .prepare(`SELECT dflt_value FROM pragma_table_info('gpkg_contents') WHERE name = ?`)
      .pluck()
      .get('last_change'),
    triggers: Object.fromEntries(layers.map((layer) => [layer, triggersOf(layer)])),
    loose: database.pragma('foreign_key_check'),
  }
  database.close()
  return said
}

it('what both files say of themselves agrees with the version of the standard they name, old copies too', async () => {
  const { dataDir, open, edit } = workplace()
  const store = await open()
  const base = standardOf(path.join(dataDir, 'base.gpkg'))
  expect(base).toMatchObject({
    version: 10300,
    lastChange: `strftime('%Y-%m-%dT%H:%M:%fZ','now')`,
    loose: [],
  })
  for (const names of Object.values(base.triggers)) {
    expect(names).toEqual(['delete', 'insert', 'update1', 'update2', 'update3', 'update4'])
  }
  const file = path.join(dataDir, 'atlas.gpkg')
  const copy = standardOf(file)
  expect(copy).toEqual(base)
  await store.close()
  edit(OLD_COPY)
  expect(standardOf(file)).not.toEqual(base)
  await (await open()).close()
  expect(standardOf(file)).toEqual(base)
})
