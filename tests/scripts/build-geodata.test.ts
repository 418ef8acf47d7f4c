// Is base.gpkg a GeoPackage that says the same whenever it is built from the same rows?
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import Papa from 'papaparse'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  Company,
  District,
  Hub,
  Link,
  Park,
  Platform,
  Road,
} from '#geodata/contract/collections.ts'
import { decodeGeometry } from '#geodata/formats/geopackage-geometry.ts'
import { boundsOf } from '#geodata/geometry/bounds.ts'
import { greatCircleMeters, type LngLat } from '#geodata/model/lng-lat.ts'
import { type BuildReport, buildGeodata } from '#scripts/build-geodata.ts'
import { openStore } from '#server/store/open-store.ts'
import { registerSpatialFunctions } from '#server/store/sqlite/geopackage.ts'
import { HOME } from '#tests/support/home.ts'
import { crossingsOf } from '#tests/support/rings.ts'
import { sharedText } from '#tests/support/shared-data.ts'
import { sourcesCopy, withCells } from '#tests/support/sources-copy.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

const SOURCES = path.resolve(import.meta.dirname, '../../geodata/sources')

let folder: string
let file: string
let report: BuildReport
let base: Database.Database
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'park-atlas-base-'))
  file = path.join(folder, 'base.gpkg')
  report = buildGeodata({ sourcesDir: SOURCES, outFile: file })
  base = new Database(file, { readonly: true })
}, 60_000)
afterAll(() => {
  base.close()
  rmSync(folder, { recursive: true })
})

function hashWith(change: (text: string) => string, name = 'company_products.csv'): string {
  const sourcesDir = sourcesCopy({ file: name, change })
  return buildGeodata({ sourcesDir, outFile: path.join(temporaryFolder(), 'base.gpkg') }).hash
}

it('holds every row of the facts', () => {
  expect(report.counts).toMatchObject({
    parks: 52,
    companies: 202,
    links: 39,
    hubs: 23,
    roads: 244,
    platforms: 29,
    sites: 0,
  })
})

it('gives the same data for the same rows in any order, and others for another fact', () => {
  const turned = (text: string) => {
    const [header, ...rows] = text.trimEnd().split('\n')
    return [header, ...rows.toReversed()].join('\n')
  }
  expect(hashWith(turned)).toBe(report.hash)
  const otherBasis = withCells('O001,', { basis: 'invented' })
  expect(hashWith(otherBasis)).not.toBe(report.hash)
})

it('gives the same data for the same columns in any order', () => {
  const columnsTurned = (text: string) => {
    const { data } = Papa.parse<string[]>(text.trimEnd())
    return Papa.unparse(data.map((cells) => cells.toReversed()))
  }
  expect(hashWith(columnsTurned, 'taxonomy.csv')).toBe(report.hash)
})

it('is a GeoPackage: application id, version, sound pages, references that resolve', () => {
  const header = readFileSync(file).subarray(0, 72)
  expect(header.subarray(0, 15).toString()).toBe('SQLite format 3')
  expect(header.readUInt32BE(60)).toBe(10_300)
  expect(header.subarray(68, 72).toString()).toBe('GPKG')
  expect(base.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(base.pragma('foreign_key_check')).toEqual([])
})

it('indexes every feature that has a place, and keeps those that have none', () => {
  const layers = base.prepare('SELECT table_name AS name FROM gpkg_geometry_columns').all()
  expect(layers).toHaveLength(10)
  for (const { name } of layers as { name: string }[]) {
    const { placed } = base.prepare(`SELECT count(geom) AS placed FROM "${name}"`).get() as {
      placed: number
    }
    const indexed = base.prepare(`SELECT count(*) AS n FROM "rtree_${name}_geom"`).get()
    expect(indexed, name).toEqual({ n: placed })
    const triggers = base
      .prepare("SELECT count(*) AS n FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?")
      .get(name)
    expect(triggers, name).toEqual({ n: 6 })
  }
  const unplaced = base.prepare('SELECT count(*) AS n FROM platforms WHERE geom IS NULL').get()
  expect(unplaced).toEqual({ n: 3 })
})

it('keeps the index in step when a feature comes, moves, loses its place and goes', () => {
  const copy = path.join(temporaryFolder(), 'copy.gpkg')
  buildGeodata({ sourcesDir: SOURCES, outFile: copy })
  const database = new Database(copy)
  registerSpatialFunctions(database)
  const point = (like: string) =>
    database.prepare('SELECT geom FROM hubs WHERE id = ?').pluck().get(like) as Uint8Array
  const boxes = () =>
    database.prepare('SELECT round(minx, 3) AS lng FROM rtree_sites_geom').all() as {
      lng: number
    }[]
  database.prepare("INSERT INTO sites (id, geom) VALUES ('a', ?)").run(point('H-P01'))
  expect(boxes()).toEqual([{ lng: 106.74 }])
  database.prepare("UPDATE sites SET geom = ? WHERE id = 'a'").run(point('H-P02'))
  expect(boxes()).toEqual([{ lng: 106.434 }])
  database.prepare("UPDATE sites SET geom = NULL WHERE id = 'a'").run()
  expect(boxes()).toEqual([])
  database.prepare("UPDATE sites SET geom = ? WHERE id = 'a'").run(point('H-P01'))
  database.prepare("DELETE FROM sites WHERE id = 'a'").run()
  expect(boxes()).toEqual([])
  database.close()
})

it('stores how each stretch of road got its length', () => {
  const roads = base.prepare('SELECT * FROM roads').all() as {
    length_basis: string
    length_meters: number
    published_kilometers: number | null
    geom: Uint8Array
    road_class: string
  }[]
  const published = roads.filter((road) => road.length_basis === 'published')
  const estimated = roads.filter((road) => road.length_basis === 'estimated')
  expect([published.length, estimated.length]).toEqual([65, 179])
  for (const road of published) expect(road.length_meters).toBe(road.published_kilometers! * 1000)
  const ratios = estimated.map((road) => {
    const line = decodeGeometry(road.geom)
    if (line?.type !== 'LineString') throw new Error(`A road came as a ${line?.type}.`)
    const [from, to] = line.coordinates as unknown as [LngLat, LngLat]
    return road.length_meters / greatCircleMeters(from, to)
  })
  // One factor for all; great circles in the file are rounded to 0.1 km, hence the small spread.
  expect(Math.max(...ratios) / Math.min(...ratios)).toBeLessThan(1.12)
})

function districtAreas(): Map<string, number[][][][]> {
  const rows = base.prepare('SELECT id, geom FROM districts').all()
  return new Map(
    (rows as { id: string; geom: Uint8Array }[]).map(({ id, geom }) => {
      const area = decodeGeometry(geom)
      if (area?.type !== 'MultiPolygon') throw new Error(`${id} is a ${area?.type}.`)
      return [id, area.coordinates]
    }),
  )
}

it('names every district in both languages, and those of 2025 beside them', () => {
  const district = (id: string) =>
    base.prepare('SELECT name_zh, name_en, district_2025_zh FROM districts WHERE id = ?').get(id)
  expect(district('500112')).toEqual({
    name_zh: '渝北区',
    name_en: 'Yubei',
    district_2025_zh: '两江新区',
  })
  const unnamed = base
    .prepare('SELECT id FROM districts WHERE name_en = name_zh OR name_en IS NULL')
    .all()
  expect(unnamed).toEqual([])
})

it('holds districts whose rings no program draws differently', () => {
  for (const [id, polygons] of districtAreas())
    for (const ring of polygons.flat()) expect(crossingsOf(ring), id).toEqual([])
})

it('holds districts that reach as far as the shared ones in WGS84, within a meter', (context) => {
  const areas = districtAreas()
  for (const file of ['500000', '510000', '510100', '511500', '511600']) {
    const expected = JSON.parse(sharedText(context, `boundaries/${file}.wgs84.geojson`))
    for (const { properties, geometry } of expected.features) {
      const adcode = String(properties.adcode)
      const coordinates = areas.get(adcode)
      if (!coordinates) throw new Error(`${adcode} is missing.`)
      const [west, south, east, north] = boundsOf({ type: 'MultiPolygon', coordinates })
      const [left, bottom, right, top] = boundsOf(geometry)
      expect(greatCircleMeters([west, south], [left, bottom]), adcode).toBeLessThan(1)
      expect(greatCircleMeters([east, north], [right, top]), adcode).toBeLessThan(1)
    }
  }
})

it('gives every collection the properties its contract promises', async () => {
  const store = await openStore(folder)
  const schemas = {
    districts: District,
    parks: Park,
    companies: Company,
    hubs: Hub,
    links: Link,
    platforms: Platform,
    roads: Road,
  }
  for (const [name, schema] of Object.entries(schemas)) {
    const { features } = await store.rows.features(HOME, name as keyof typeof schemas)
    for (const feature of features) {
      const result = schema.safeParse(feature)
      expect(result.error?.issues ?? [], `${name} ${feature.id}`).toEqual([])
    }
  }
  await store.close()
})
