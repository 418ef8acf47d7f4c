// Are places, shapes and attributes read as another program wrote them?
import { readdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, it, type TestContext } from 'vitest'
import type { Geometry } from '#geodata/formats/geopackage-geometry.ts'
import { Allowance } from '#geodata/formats/import/foreign/allowance.ts'
import { readGeoPackage } from '#server/store/read-geopackage.ts'
import { cellsOf, gathered, oneTable, readBytes } from '#tests/support/foreign.ts'
import { gb18030 } from '#tests/support/gb18030.ts'
import { writtenByGdal } from '#tests/support/ogr2ogr.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import { zipOf } from '#tests/support/zip.ts'

const feature = (geometry: object | null, properties: object) => ({
  type: 'Feature',
  properties,
  geometry,
})
const collection = (features: readonly object[]) => ({ type: 'FeatureCollection', features })

const RING = [
  [106, 29],
  [107, 29],
  [107, 30],
  [106, 30],
  [106, 29],
]
const HOLE = [
  [106.2, 29.2],
  [106.2, 29.4],
  [106.4, 29.4],
  [106.4, 29.2],
  [106.2, 29.2],
]
const FAR = [
  [108, 31],
  [109, 31],
  [109, 32],
  [108, 31],
]
const PROPERTIES = [
  { name: '长安汽车', n: 1.5, count: 12, day: '2024-03-01' },
  { name: '璧山高新区', n: -2, count: 0, day: null },
]
const AREAS: Geometry[] = [
  { type: 'Polygon', coordinates: [RING, HOLE] },
  { type: 'MultiPolygon', coordinates: [[RING, HOLE], [FAR]] },
]
const KINDS: Record<string, Geometry[]> = {
  points: [
    { type: 'Point', coordinates: [106.5, 29.5] },
    { type: 'Point', coordinates: [106.612345678, 29.1] },
  ],
  lines: [
    {
      type: 'LineString',
      coordinates: [
        [106, 29],
        [106.5, 29.2],
        [107, 29],
      ],
    },
    {
      type: 'MultiLineString',
      coordinates: [
        [
          [106, 29],
          [107, 29],
        ],
        [
          [106, 30],
          [107, 30],
        ],
      ],
    },
  ],
  areas: AREAS,
}

const written = (geometries: readonly Geometry[]) =>
  collection(geometries.map((geometry, at) => feature(geometry, PROPERTIES[at] ?? {})))

/** Positions of a shape, rings and parts in any order and direction. */
const positions = (geometry: unknown): string[] => {
  const { coordinates } = geometry as Geometry
  const flat = (value: unknown[]): number[][] =>
    typeof value[0] === 'number'
      ? [value as number[]]
      : value.flatMap((one) => flat(one as unknown[]))
  return flat(coordinates)
    .map((one) => one.join())
    .sort()
}

function shapesOfGdal(context: TestContext, kind: string, options: readonly string[] = []) {
  const parts = writtenByGdal(context, written(KINDS[kind] ?? []), {
    driver: 'ESRI Shapefile',
    file: `${kind}.shp`,
    options,
  })
  return parts
}

it.for(Object.keys(KINDS))('reads shapefiles of %s as GDAL wrote them', async (kind, context) => {
  for (const encoding of ['UTF-8', 'GBK']) {
    const parts = shapesOfGdal(context, kind, ['-lco', `ENCODING=${encoding}`])
    const table = await oneTable(zipOf(parts))
    expect(table.columns).toEqual(['name', 'n', 'count', 'day'])
    expect(cellsOf(table)).toEqual([
      ['长安汽车', 1.5, 12, { date: '2024-03-01' }],
      ['璧山高新区', -2, 0, ''],
    ])
    table.rows.forEach(({ geometry }, at) => {
      expect(positions(geometry)).toEqual(positions(KINDS[kind]?.[at]))
      expect(geometry?.type).toBe(KINDS[kind]?.[at]?.type)
    })
    expect(table.system?.wellKnownText).toContain('WGS_1984')
    expect(table.notes).toEqual([])
  }
})

it('gives each hole to the outline around it', async (context) => {
  const table = await oneTable(zipOf(shapesOfGdal(context, 'areas')))
  const two = table.rows[1]?.geometry as { coordinates: number[][][][] }
  const sizes = two.coordinates.map((rings) => rings.map((ring) => ring.length))
  expect(sizes.sort()).toEqual([[4], [5, 5]])
})

it('says which parts of a shapefile are missing, and reads what there is', async (context) => {
  const { 'points.shp': shp = '', 'points.dbf': dbf = '' } = shapesOfGdal(context, 'points')
  const alone = await oneTable(zipOf({ '图层/points.shp': shp }))
  expect(alone.rows.map(({ cells, geometry }) => [cells, geometry?.type])).toEqual([
    [[], 'Point'],
    [[], 'Point'],
  ])
  expect(alone.notes.map(({ detail }) => detail)).toEqual([
    'points.dbf',
    'points.shx',
    'points.prj',
  ])
  const other = await oneTable(
    zipOf({ 'a.shp': shp, 'a.dbf': dbf, 'a.shx': new Uint8Array(100 + 8 * 7), 'a.prj': '' }),
  )
  expect(other.notes.map(({ kind, detail }) => [kind, detail])).toEqual([['other-index', 'a.shx']])
  expect(other.rows).toHaveLength(2)
})

it('reads texts as what they are where the .cpg says otherwise', async (context) => {
  const parts = shapesOfGdal(context, 'points', ['-lco', 'ENCODING=GBK'])
  for (const [said, kinds] of [
    ['UTF-8', ['declared-encoding']],
    ['GBK', []],
    ['936', []],
  ] as const) {
    const table = await oneTable(zipOf({ ...parts, 'points.cpg': said }))
    expect(table.rows[0]?.cells[0], said).toBe('长安汽车')
    expect(
      table.notes.map(({ kind }) => kind),
      said,
    ).toEqual(kinds)
  }
})

it('reads a GeoPackage as GDAL wrote it, with its system and its dates', async (context) => {
  const parts = writtenByGdal(context, written(AREAS), {
    driver: 'GPKG',
    file: '园区.gpkg',
    options: ['-nln', '园区', '-a_srs', 'EPSG:4490'],
  })
  const table = await oneTable(parts['园区.gpkg'] ?? '')
  expect(table.name).toBe('园区')
  expect(table.columns).toEqual(['name', 'n', 'count', 'day'])
  expect(cellsOf(table)[0]).toEqual(['长安汽车', 1.5, 12, { date: '2024-03-01' }])
  expect(table.rows.map(({ geometry }) => positions(geometry))).toEqual(AREAS.map(positions))
  expect(table.system?.name).toBe('EPSG:4490')
  expect(table.notes).toEqual([])
})

it.for(['KML', 'LIBKML'])('reads the %s of GDAL', async (driver, context) => {
  const [file] = Object.values(writtenByGdal(context, written(AREAS), { driver, file: '园区.kml' }))
  for (const bytes of [file ?? '', zipOf({ 'doc.kml': file ?? '' })]) {
    const table = await oneTable(bytes)
    const place = table.columns?.indexOf('name') ?? -1
    expect(table.rows.map(({ cells }) => cells[place])).toEqual(['长安汽车', '璧山高新区'])
    expect(table.rows.map(({ geometry }) => positions(geometry))).toEqual(AREAS.map(positions))
    expect(table.system?.name).toBe('EPSG:4326')
  }
})

it('reads folders, data, tracks and sloppy coordinates of a KML made by hand', async () => {
  const kml = `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>总</name>
    <Folder><name>渝北</name><Folder><name>园区</name>
      <Placemark><name> 甲 </name><description><![CDATA[<b>x</b> & y]]></description>
        <ExtendedData><Data name="产品"><displayName>q</displayName><value>托盘</value></Data><SchemaData><SimpleData name="亩">12</SimpleData></SchemaData></ExtendedData>
        <Point><coordinates> 106.5, 29.5, 300 </coordinates></Point></Placemark>
    </Folder></Folder>
    <Placemark><name>线</name><gx:Track><when>2024</when><gx:coord>106 29 1</gx:coord><gx:coord>107 30 2</gx:coord></gx:Track></Placemark>
    <Placemark><MultiGeometry><Point><coordinates>106,29</coordinates></Point><LineString><coordinates>1,2 3,4</coordinates></LineString></MultiGeometry></Placemark>
    <Placemark><Point><coordinates>east,north</coordinates></Point></Placemark>
    <NetworkLink><Link><href>http://x</href></Link></NetworkLink></Document></kml>`
  const table = await oneTable(kml)
  expect(table.columns).toEqual(['Folder', 'name', 'description', '产品', '亩'])
  expect(cellsOf(table)).toEqual([
    ['渝北 / 园区', '甲', '<b>x</b> & y', '托盘', '12'],
    ['', '线'],
    [],
    [],
  ])
  expect(table.rows.map(({ geometry }) => geometry)).toEqual([
    { type: 'Point', coordinates: [106.5, 29.5] },
    {
      type: 'LineString',
      coordinates: [
        [106, 29],
        [107, 30],
      ],
    },
    null,
    null,
  ])
  expect(table.notes.map(({ kind, lines }) => [kind, lines]).sort()).toEqual([
    ['bad-geometry', [4]],
    ['linked-elsewhere', []],
    ['other-geometry', [3]],
  ])
})

it('reads KML in GBK, whatever it says of itself', async () => {
  for (const said of ['GBK', 'UTF-8']) {
    const kml = `<?xml version="1.0" encoding="${said}"?><kml><Placemark><name>长安汽车</name></Placemark></kml>`
    expect(cellsOf(await oneTable(gb18030(kml)))).toEqual([['长安汽车']])
  }
})

it('reads GeoJSON in every form: collections, lists, single features, one a line', async () => {
  const point: Geometry = { type: 'Point', coordinates: [106.5, 29.5] }
  const one = feature(
    { ...point, coordinates: [106.5, 29.5, 300] },
    { 名: '甲', list: [1], code: 7 },
  )
  const two = feature(null, { 名: '乙', other: true })
  const forms = [
    JSON.stringify(collection([one, two])),
    JSON.stringify({ features: [one, two], type: 'FeatureCollection' }, null, 2),
    JSON.stringify([one, two]),
    `${JSON.stringify(one)}\n${JSON.stringify(two)}\n`,
    `\u001E${JSON.stringify(one)}\n\u001E${JSON.stringify(two)}\n`,
  ]
  for (const form of forms) {
    const table = await oneTable(form)
    expect(table.columns, form).toEqual(['名', 'list', 'code', 'other'])
    expect(table.rows, form).toEqual([
      { line: 1, cells: ['甲', '1', 7], geometry: point },
      { line: 2, cells: ['乙', '', '', true], geometry: null },
    ])
  }
  expect((await oneTable(JSON.stringify(point))).rows).toEqual([
    { line: 1, cells: [], geometry: point },
  ])
})

it('keeps long numbers of GeoJSON, names its system, and leaves broken features out', async () => {
  const text = `{"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"code":915001087842589461},"geometry":{"type":"Point","coordinates":[1,null]}},
    {"type":"Feature","properties":{"a":tru},"geometry":null},
    {"type":"Feature","properties":{},"geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"LineString","coordinates":[[1,2],[3,4]]}]}},
    {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[]}}
  ],"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4490"}}}`
  const table = await oneTable(text)
  expect(cellsOf(table)).toEqual([['915001087842589461'], [], []])
  expect(table.rows.map(({ line, geometry }) => [line, geometry])).toEqual([
    [1, null],
    [3, null],
    [4, null],
  ])
  expect(table.system?.name).toBe('urn:ogc:def:crs:EPSG::4490')
  expect(table.notes.map(({ kind, lines }) => [kind, lines])).toEqual([
    ['bad-geometry', [1]],
    ['broken-feature', [2]],
    ['other-geometry', [3]],
  ])
})

it('reads a database that was last open elsewhere, and leaves nothing beside it', async () => {
  const folder = temporaryFolder()
  const file = path.join(folder, 'w.gpkg')
  const database = new Database(file)
  database.pragma('journal_mode = WAL')
  database.exec("CREATE TABLE firms (n TEXT); INSERT INTO firms VALUES ('甲')")
  database.close()
  const [table] = await gathered(readGeoPackage(file, new Allowance()))
  expect(table?.rows).toEqual([{ line: 1, cells: ['甲'] }])
  expect(readdirSync(folder)).toEqual(['w.gpkg'])
})

it('runs nothing of a foreign database and reads no view, virtual or computed part of it', async () => {
  const database = new Database(':memory:')
  database.exec(`
    CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT);
    CREATE TABLE firms (fid INTEGER PRIMARY KEY, "名 ""称" TEXT, n INTEGER, big INTEGER, made TEXT AS (upper("名 ""称")), raw BLOB);
    CREATE VIEW seen AS SELECT abs(-9223372036854775808) AS boom;
    CREATE VIRTUAL TABLE words USING fts5(a);
    CREATE TRIGGER t AFTER INSERT ON firms BEGIN SELECT 1; END;
    INSERT INTO gpkg_contents VALUES ('firms', 'attributes'), ('seen', 'attributes'), ('words', 'attributes'), ('sqlite_master', 'attributes');
    INSERT INTO firms (fid, "名 ""称", n, big, raw) VALUES (1, '甲', 5, 9007199254740993, x'00'), (2, NULL, 'x', 1, NULL);`)
  const tables = await readBytes(database.serialize())
  expect(tables.map(({ name }) => name)).toEqual(['firms'])
  expect(tables[0]?.columns).toEqual(['名 "称', 'n', 'big'])
  expect(tables[0]?.rows).toEqual([
    { line: 1, cells: ['甲', 5, '9007199254740993'] },
    { line: 2, cells: ['', 'x', 1] },
  ])
  expect(tables[0]?.notes.map(({ kind, detail }) => [kind, detail]).sort()).toEqual([
    ['unread-column', 'made'],
    ['unread-column', 'raw'],
    ['unread-table', 'seen'],
    ['unread-table', 'words'],
  ])
})
