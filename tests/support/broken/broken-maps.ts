// KML, GeoJSON, shapefiles and databases that are broken, odd, or empty.
import Database from 'better-sqlite3'
import { type BrokenFile, noted, refused } from '#tests/support/broken/broken-file.ts'
import { dbfOf, partsShape, shpOf, shpOfPoints } from '#tests/support/broken/shapefile-bytes.ts'
import { zipOf } from '#tests/support/zip.ts'

export function brokenMaps(): BrokenFile[] {
  return [
    ...brokenKml(),
    ...brokenJson(),
    ...brokenShapes(),
    ...brokenAttributes(),
    ...brokenDatabases(),
  ]
}

const placemark = (inside: string) => `<kml><Placemark>${inside}</Placemark></kml>`
const point = (coordinates: string) =>
  placemark(`<Point><coordinates>${coordinates}</coordinates></Point>`)

function brokenKml(): BrokenFile[] {
  const laughs = Array.from(
    { length: 9 },
    (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
  ).join('')
  const bad = ['x,y', 'NaN,NaN', '106', ',', 'Infinity,3', '1e999,2', '']
  const cut = [
    '<kml><Placemark><name>a',
    '<kml><Placemark>',
    '<kml',
    '<kml><!-- x',
    '<kml><![CDATA[x',
  ]
  const wrong = [
    '<kml><a></b></kml>',
    '<kml></kml></kml>',
    '<kml a=1/>',
    '<kml><Placemark/></kml><kml/>',
    '<?xml version="1.0"?>x<kml/>',
  ]
  const columns = Array.from(
    { length: 3000 },
    (_, at) => `<Data name="c${at}"><value>1</value></Data>`,
  )
  return [
    ...bad.map((one) => ({
      what: `KML at ${one}`,
      bytes: point(one),
      becomes: noted('bad-geometry'),
    })),
    ...cut.map((bytes) => ({ what: `KML cut: ${bytes}`, bytes, becomes: refused('cut-off') })),
    ...wrong.map((bytes) => ({ what: `no KML: ${bytes}`, bytes, becomes: refused('broken') })),
    {
      what: 'a billion laughs',
      bytes: `<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY l0 "ha">${laughs}]>${placemark('<name>&l9;</name>')}`,
      becomes: refused('broken'),
    },
    {
      what: 'an entity from elsewhere',
      bytes: `<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]>${placemark('<name>&x;</name>')}`,
      becomes: refused('broken'),
    },
    {
      what: 'KML with an entity that there is not',
      bytes: placemark('<name>a&nbsp;b</name>'),
      becomes: noted('broken-text'),
    },
    {
      what: '200,000 tags of KML within each other',
      bytes: `<kml>${'<Folder>'.repeat(200_000)}`,
      becomes: refused('too-deep'),
    },
    {
      what: 'KML without places',
      bytes: '<kml><Document><name>x</name></Document></kml>',
      becomes: refused('no-table'),
    },
    {
      what: 'XML that is no KML',
      bytes: '<?xml version="1.0"?><rss><item/></rss>',
      becomes: refused('no-table'),
    },
    {
      what: 'KML of links alone',
      bytes: placemark('').replace('<Placemark>', '<NetworkLink/><Placemark>'),
      becomes: noted('linked-elsewhere'),
    },
    {
      what: 'KML of a model',
      bytes: placemark('<Model><Location/></Model>'),
      becomes: noted('other-geometry'),
    },
    {
      what: 'KML of mixed shapes',
      bytes: placemark(
        '<MultiGeometry><Point><coordinates>1,2</coordinates></Point><LineString><coordinates>1,2 3,4</coordinates></LineString></MultiGeometry>',
      ),
      becomes: noted('other-geometry'),
    },
    { what: 'KML of empty shapes', bytes: placemark('<MultiGeometry/>'), becomes: noted('') },
    {
      what: 'KML of an area without rings',
      bytes: placemark('<Polygon/>'),
      becomes: noted('bad-geometry'),
    },
    {
      what: 'KML of 3,000 columns',
      bytes: placemark(`<ExtendedData>${columns.join('')}</ExtendedData>`),
      becomes: refused('too-many'),
    },
    {
      what: 'KML of a name of 10,000 characters',
      bytes: placemark(`<name>${'长'.repeat(10_000)}</name>`),
      becomes: noted(''),
    },
    {
      what: 'KML of coordinates longer than may be',
      bytes: point('1,2 '.repeat(200_000)),
      limits: { textCharacters: 500_000 },
      becomes: refused('too-large'),
    },
    {
      what: 'KML in an encoding that there is not',
      bytes: `<?xml version="1.0" encoding="x-none"?>${placemark('<name>a</name>')}`,
      becomes: noted(''),
    },
  ]
}

const geojson = (features: string) => `{"type":"FeatureCollection","features":[${features}]}`
const placed = (geometry: string) =>
  geojson(`{"type":"Feature","properties":{"a":1},"geometry":${geometry}}`)

function brokenJson(): BrokenFile[] {
  const whole = placed('{"type":"Point","coordinates":[1,2]}')
  const bad = [
    '{"type":"Point"}',
    '{"type":"Point","coordinates":null}',
    '{"type":"Point","coordinates":["1","2"]}',
    '{"type":"Point","coordinates":[[1,2]]}',
    '{"type":"Point","coordinates":[1]}',
    '{"type":"LineString","coordinates":[1,2]}',
    '{"type":"Polygon","coordinates":[[1,2],[3,4]]}',
    '{"type":"MultiPolygon","coordinates":[[[1,2]]]}',
    '5',
    '"x"',
  ]
  const other = [
    '{"type":"Circle","coordinates":[1,2]}',
    '{"type":5}',
    '{}',
    '{"type":"constructor","coordinates":[]}',
    `${'{"type":"GeometryCollection","geometries":['.repeat(50)}{"type":"X"}${']}'.repeat(50)}`,
  ]
  const empty = [
    'null',
    '{"type":"Point","coordinates":[]}',
    '{"type":"MultiPolygon","coordinates":[]}',
    '{"type":"GeometryCollection","geometries":[]}',
  ]
  return [
    ...bad.map((one) => ({
      what: `a shape ${one}`,
      bytes: placed(one),
      becomes: noted('bad-geometry'),
    })),
    ...other.map((one) => ({
      what: `a shape ${one.slice(0, 40)}`,
      bytes: placed(one),
      becomes: noted('other-geometry'),
    })),
    ...empty.map((one) => ({
      what: `an empty shape ${one}`,
      bytes: placed(one),
      becomes: noted(''),
    })),
    ...[30, 60, 90, whole.length - 1].map((length) => ({
      what: `GeoJSON cut after ${length}`,
      bytes: whole.slice(0, length),
      becomes: refused('cut-off'),
    })),
    ...['NaN', 'Infinity', 'undefined', '{a:1}', "{'a':1}", '{"a":1,}', '[1]', '7'].map((one) => ({
      what: `a feature ${one}`,
      bytes: geojson(`${one},{"type":"Feature","properties":{}}`),
      becomes: noted('broken-feature'),
    })),
    { what: 'no features', bytes: geojson(''), becomes: refused('no-table') },
    {
      what: 'features that are none',
      bytes: '{"type":"FeatureCollection","features":null}',
      becomes: refused('no-table'),
    },
    { what: 'a topology', bytes: '{"type":"Topology","objects":{}}', becomes: refused('no-table') },
    { what: 'an empty object', bytes: '{}', becomes: 'either' },
    { what: 'an empty list', bytes: '[]', becomes: refused('no-table') },
    { what: '200,000 brackets', bytes: '['.repeat(200_000), becomes: refused('too-deep') },
    {
      what: '200,000 brackets in a shape',
      bytes: placed(`{"type":"Point","coordinates":${'['.repeat(200_000)}`),
      becomes: refused('too-deep'),
    },
    {
      what: 'GeoJSON of 3,000 columns',
      bytes: geojson(
        `{"type":"Feature","properties":{${Array.from({ length: 3000 }, (_, at) => `"c${at}":1`).join()}}}`,
      ),
      becomes: refused('too-many'),
    },
    {
      what: 'GeoJSON of a name of 10,000 characters',
      bytes: geojson(`{"type":"Feature","properties":{"名":"${'长'.repeat(10_000)}"}}`),
      becomes: noted(''),
    },
    {
      what: 'a feature longer than may be',
      bytes: placed(`{"type":"MultiPoint","coordinates":[${'[1,2],'.repeat(100_000)}[1,2]]}`),
      limits: { textCharacters: 300_000 },
      becomes: refused('too-large'),
    },
    {
      what: 'a string without end',
      bytes: '{"type":"FeatureCollection","features":[{"a":"x',
      becomes: refused('cut-off'),
    },
    { what: 'text behind the JSON', bytes: `${whole} x`, becomes: refused('broken') },
    {
      what: '200,000 members beside the features',
      bytes: `{"type":"FeatureCollection","features":[{"a":1}]${',"b":2'.repeat(200_000)}}`,
      becomes: noted(''),
    },
    {
      what: 'two million brackets side by side',
      bytes: `{"a":${'[]'.repeat(1_000_000)}}`,
      becomes: refused('no-table'),
    },
    { what: 'a bracket too many', bytes: `${whole}}`, becomes: refused('broken') },
    {
      what: 'properties of a prototype',
      bytes: geojson('{"type":"Feature","properties":{"__proto__":{"x":1},"constructor":2}}'),
      becomes: noted(''),
    },
  ]
}

const PRJ = 'GEOGCS["x"]'
const shapefile = (shp: Buffer, rows = 1) =>
  zipOf({
    'a.shp': shp,
    'a.dbf': dbfOf(
      ['n'],
      Array.from({ length: rows }, () => ['1']),
    ),
    'a.shx': Buffer.alloc(100 + 8 * rows),
    'a.prj': PRJ,
  })
const SQUARE = [
  [0, 0],
  [0, 1],
  [1, 1],
  [1, 0],
  [0, 0],
]

function typed(type: number): Buffer {
  const content = Buffer.alloc(60)
  content.writeInt32LE(type)
  return content
}

function brokenShapes(): BrokenFile[] {
  const nan = [
    [Number.NaN, 1],
    [1, 2],
    [2, 3],
  ]
  const wrongHead = shpOfPoints([[1, 2]])
  wrongHead.writeInt32BE(1234)
  return [
    { what: 'a .shp of another file', bytes: shapefile(wrongHead), becomes: refused('broken') },
    { what: 'a .shp of no bytes', bytes: shapefile(Buffer.alloc(0)), becomes: refused('broken') },
    {
      what: 'a .shp of a head alone',
      bytes: zipOf({ 'a.shp': shpOf([]), 'a.dbf': dbfOf(['n'], []) }),
      becomes: refused('no-table'),
    },
    {
      what: 'a .shp cut in a record',
      bytes: shapefile(
        shpOfPoints([
          [1, 2],
          [3, 4],
        ]).subarray(0, -5),
        2,
      ),
      becomes: noted('cut-off'),
    },
    {
      what: 'a .shp cut in the head of a record',
      bytes: shapefile(
        shpOfPoints([
          [1, 2],
          [3, 4],
        ]).subarray(0, -25),
        2,
      ),
      becomes: noted('cut-off'),
    },
    {
      what: 'a record of negative length',
      bytes: shapefile(shpOf([typed(1)], -8)),
      becomes: refused('broken'),
    },
    {
      what: 'a record of no length',
      bytes: shapefile(shpOf([typed(1)], 0)),
      becomes: refused('broken'),
    },
    {
      what: 'a record of two gigabytes',
      bytes: shapefile(shpOf([typed(1)], 2_000_000_000)),
      becomes: refused('too-large'),
    },
    {
      what: 'more points than bytes',
      bytes: shapefile(shpOf([partsShape(3, [SQUARE], { points: 1e9 })])),
      becomes: noted('bad-geometry'),
    },
    {
      what: 'more parts than bytes',
      bytes: shapefile(shpOf([partsShape(5, [SQUARE], { parts: 4e9 })])),
      becomes: noted('bad-geometry'),
    },
    {
      what: 'parts beyond the points',
      bytes: shapefile(shpOf([partsShape(5, [SQUARE, SQUARE], { points: 3 })])),
      becomes: noted('bad-geometry'),
    },
    {
      what: 'a line of NaN',
      bytes: shapefile(shpOf([partsShape(3, [nan])])),
      becomes: noted('bad-geometry'),
    },
    {
      what: 'an area of NaN',
      bytes: shapefile(shpOf([partsShape(5, [nan])])),
      becomes: noted('bad-geometry'),
    },
    {
      what: 'half a point of NaN',
      bytes: shapefile(shpOfPoints([[Number.NaN, 1]])),
      becomes: noted('bad-geometry'),
    },
    {
      what: 'a point at infinity',
      bytes: shapefile(shpOfPoints([[Number.POSITIVE_INFINITY, 1]])),
      becomes: noted('bad-geometry'),
    },
    {
      what: 'a point of NaN',
      bytes: shapefile(shpOfPoints([[Number.NaN, Number.NaN]])),
      becomes: noted(''),
    },
    { what: 'a shape of nothing', bytes: shapefile(shpOf([typed(0)])), becomes: noted('') },
    {
      what: 'an area without parts',
      bytes: shapefile(shpOf([partsShape(5, [])])),
      becomes: noted(''),
    },
    {
      what: 'a line of one point',
      bytes: shapefile(shpOf([partsShape(3, [[[1, 2]]])])),
      becomes: noted(''),
    },
    {
      what: 'an area the wrong way round',
      bytes: shapefile(shpOf([partsShape(5, [SQUARE.toReversed()])])),
      becomes: noted(''),
    },
    {
      what: 'a patch in space',
      bytes: shapefile(shpOf([typed(31)])),
      becomes: noted('other-geometry'),
    },
    {
      what: 'a type of shape that there is not',
      bytes: shapefile(shpOf([typed(77)])),
      becomes: noted('other-geometry'),
    },
    {
      what: 'a record too short for its type',
      bytes: shapefile(shpOf([Buffer.from([1, 0, 0, 0])])),
      becomes: noted('bad-geometry'),
    },
  ]
}

function brokenAttributes(): BrokenFile[] {
  const shp = shpOfPoints([
    [1, 2],
    [3, 4],
  ])
  const rows = [['1'], ['2']]
  const whole = {
    'a.shp': shp,
    'a.dbf': dbfOf(['n'], rows),
    'a.shx': Buffer.alloc(116),
    'a.prj': PRJ,
  }
  const withDbf = (dbf: Buffer) => zipOf({ ...whole, 'a.dbf': dbf })
  const without = (part: string) =>
    zipOf(Object.fromEntries(Object.entries(whole).filter(([name]) => name !== part)))
  const changed = (at: number, value: number) => {
    const dbf = dbfOf(['n'], rows)
    dbf.writeUInt16LE(value, at)
    return withDbf(dbf)
  }
  return [
    ...['a.dbf', 'a.shx', 'a.prj'].map((part) => ({
      what: `no ${part}`,
      bytes: without(part),
      becomes: noted('missing-part'),
    })),
    {
      what: 'a .dbf of another name',
      bytes: zipOf({ 'a.shp': shp, 'b.dbf': dbfOf(['n'], rows) }),
      becomes: noted('missing-part'),
    },
    { what: 'no .shp', bytes: without('a.shp'), becomes: refused('no-table') },
    {
      what: 'the .shx of another',
      bytes: zipOf({ ...whole, 'a.shx': Buffer.alloc(900) }),
      becomes: noted('other-index'),
    },
    {
      what: 'a .shx of no bytes',
      bytes: zipOf({ ...whole, 'a.shx': '' }),
      becomes: noted('other-index'),
    },
    { what: 'a .dbf of no bytes', bytes: withDbf(Buffer.alloc(0)), becomes: refused('broken') },
    {
      what: 'a .dbf of a head alone',
      bytes: withDbf(Buffer.alloc(32)),
      becomes: refused('broken'),
    },
    {
      what: 'a .dbf without columns',
      bytes: withDbf(
        dbfOf(
          [],
          rows.map(() => []),
        ),
      ),
      becomes: refused('broken'),
    },
    { what: 'a .dbf whose rows have no bytes', bytes: changed(10, 0), becomes: refused('broken') },
    { what: 'a .dbf whose rows are too short', bytes: changed(10, 5), becomes: refused('broken') },
    {
      what: 'a .dbf whose rows are too long',
      bytes: changed(10, 60_000),
      becomes: noted('cut-off'),
    },
    { what: 'a .dbf whose head is too long', bytes: changed(8, 60_000), becomes: 'either' },
    { what: 'a .dbf whose head is too short', bytes: changed(8, 10), becomes: refused('broken') },
    {
      what: 'a .dbf that says more rows',
      bytes: withDbf(dbfOf(['n'], rows, { rowCount: 4e9 })),
      becomes: noted('cut-off'),
    },
    {
      what: 'a .dbf of fewer rows',
      bytes: withDbf(dbfOf(['n'], [['1']])),
      becomes: noted('counts-differ'),
    },
    {
      what: 'a .dbf of more rows',
      bytes: withDbf(dbfOf(['n'], [...rows, ['3']])),
      becomes: noted('counts-differ'),
    },
    {
      what: 'a .dbf of deleted rows',
      bytes: withDbf(dbfOf(['n'], rows, { mark: '*' })),
      becomes: refused('no-table'),
    },
    {
      what: 'a .dbf of memos',
      bytes: withDbf(dbfOf(['n'], rows, { type: 'M' })),
      becomes: noted('unread-column'),
    },
    ...['N', 'D', 'L', 'I', '@', 'O'].map((type) => ({
      what: `a .dbf of text for ${type}`,
      bytes: withDbf(dbfOf(['n'], [['abc****'], ['00000000']], { type })),
      becomes: noted(''),
    })),
    {
      what: 'a .cpg of nonsense',
      bytes: zipOf({ ...whole, 'a.cpg': 'none of these' }),
      becomes: noted(''),
    },
    {
      what: 'a .cpg of UTF-8 beside GBK',
      bytes: zipOf({
        ...whole,
        'a.dbf': Buffer.from(
          dbfOf(['n'], [['\u00b3\u00a4\u00b0\u00b2'], ['1']]).toString('utf8'),
          'latin1',
        ),
        'a.cpg': 'UTF-8',
      }),
      becomes: 'either',
    },
  ]
}

function databaseOf(sql: string): Buffer {
  const database = new Database(':memory:')
  database.exec(sql)
  return database.serialize()
}

const LISTED = `CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT);
  CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER);`
const layer = (geometry: string) =>
  databaseOf(`${LISTED} CREATE TABLE a (fid INTEGER PRIMARY KEY, geom BLOB, n TEXT);
    INSERT INTO gpkg_contents VALUES ('a', 'features'); INSERT INTO gpkg_geometry_columns VALUES ('a', 'geom', 4326);
    INSERT INTO a (geom, n) VALUES (${geometry}, '甲');`)

function brokenDatabases(): BrokenFile[] {
  const rows = `${LISTED} CREATE TABLE a (fid INTEGER PRIMARY KEY, n TEXT); INSERT INTO gpkg_contents VALUES ('a', 'attributes');
    INSERT INTO a (n) SELECT 'row ' || value FROM (WITH RECURSIVE c(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM c WHERE value < 3000) SELECT value FROM c);`
  const whole = databaseOf(rows)
  const flips = Array.from({ length: 12 }, (_, at): BrokenFile => {
    const bytes = Buffer.from(whole)
    const from = 100 + Math.floor(((bytes.length - 400) * at) / 12)
    bytes.fill(0xa5, from, from + 300)
    return { what: `a database with noise from byte ${from}`, bytes, becomes: 'either' }
  })
  const wal = Buffer.from(whole)
  wal[18] = 2
  wal[19] = 2
  const blobs = [
    "x''",
    "x'4750'",
    "x'475000010000000000'",
    "'text'",
    '5',
    "x'47500001e61000000101000000000000000000f87f000000000000f03f'",
    "x'47500001e61000000107000000ffffffff'",
  ]
  return [
    ...flips,
    ...[100, 4096, whole.length >> 1].map((length) => ({
      what: `a database cut after ${length}`,
      bytes: whole.subarray(0, length),
      becomes: refused('cut-off'),
    })),
    ...blobs.map((blob) => ({
      what: `a shape of ${blob}`,
      bytes: layer(blob),
      becomes: noted('bad-geometry'),
    })),
    { what: 'a row without a shape', bytes: layer('NULL'), becomes: noted('') },
    { what: 'a database that waits for its -wal', bytes: wal, becomes: 'either' },
    {
      what: 'a database without tables',
      bytes: databaseOf('PRAGMA user_version = 1'),
      becomes: refused('no-table'),
    },
    {
      what: 'a database of empty tables',
      bytes: databaseOf('CREATE TABLE a (b)'),
      becomes: refused('no-table'),
    },
    {
      what: 'a list of tables that are not there',
      bytes: databaseOf(`${LISTED} INSERT INTO gpkg_contents VALUES ('x', 'features');`),
      becomes: refused('no-table'),
    },
    {
      what: 'a list that is a view',
      bytes: databaseOf(
        `CREATE TABLE a (b); INSERT INTO a VALUES (1); CREATE VIEW gpkg_contents AS SELECT 1;`,
      ),
      becomes: noted(''),
    },
    {
      what: 'a list of other columns',
      bytes: databaseOf('CREATE TABLE gpkg_contents (x); CREATE TABLE a (b);'),
      becomes: refused('broken'),
    },
    {
      what: 'a shape column that is not there',
      bytes: databaseOf(
        `${LISTED} CREATE TABLE a (n); INSERT INTO a VALUES (1); INSERT INTO gpkg_contents VALUES ('a', 'features'); INSERT INTO gpkg_geometry_columns VALUES ('a', 'nothing', 1);`,
      ),
      becomes: noted(''),
    },
    {
      what: 'a text longer than may be',
      bytes: databaseOf(
        `CREATE TABLE a (b TEXT); INSERT INTO a VALUES (printf('%.*c', 5000, 'x'));`,
      ),
      limits: { cellCharacters: 1000 },
      becomes: noted('unreadable-cell'),
    },
    {
      what: 'a long default that stands in every row',
      bytes: databaseOf(
        `CREATE TABLE a (b TEXT); INSERT INTO a VALUES ('1'), ('2'), ('3'), ('4');
         ALTER TABLE a ADD COLUMN c TEXT DEFAULT '${'x'.repeat(900)}';`,
      ),
      limits: { heldCharacters: 3000 },
      becomes: refused('too-large'),
    },
    {
      what: 'a view that never ends, and a trigger',
      bytes: databaseOf(
        `CREATE TABLE a (b TEXT); INSERT INTO a VALUES ('1');
         CREATE VIEW v AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT * FROM c;
         CREATE TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM a; END;`,
      ),
      becomes: noted('unread-table'),
    },
    {
      what: 'names with quotes',
      bytes: databaseOf(
        `CREATE TABLE "a""; DROP TABLE b; --" ("x""y" TEXT); INSERT INTO "a""; DROP TABLE b; --" VALUES ('1');`,
      ),
      becomes: noted(''),
    },
    {
      what: 'more rows than may be in a database',
      bytes: whole,
      limits: { rows: 1000 },
      becomes: refused('too-many'),
    },
  ]
}
