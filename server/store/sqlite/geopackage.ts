// What makes an SQLite file a GeoPackage, and one of its tables a layer?
//
// OGC 12-128r17 (GeoPackage 1.3, which programs of 2020 read too): application id "GPKG", the system
// tables, and for each layer an R*Tree kept in step by the six triggers of that version.
import Database from 'better-sqlite3'
import {
  boxIn,
  encodeGeometry,
  type Geometry,
  geometryIn,
} from '#geodata/formats/geopackage-geometry.ts'
import { boundsOf } from '#geodata/geometry/bounds.ts'

export type Column = { name: string; type: 'TEXT' | 'INTEGER' | 'REAL' | 'BLOB' }
export type Cell = string | number | null
export type LayerRow = { geometry: Geometry | null; cells: Record<string, Cell> }
export type GeometryType = 'POINT' | 'GEOMETRY' | 'MULTIPOLYGON' | 'LINESTRING'

/** One date for every build, so that the same sources give the same bytes of data. */
const LAST_CHANGE = '2026-11-22T00:00:00.000Z'

/** 1.3.0. */
export const GEOPACKAGE_VERSION = 10300
export const CONTENTS_COLUMNS = `(
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))`
const SYSTEM_TABLES = `
PRAGMA application_id = 0x47504B47;
PRAGMA user_version = ${GEOPACKAGE_VERSION};
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents ${CONTENTS_COLUMNS};
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_extensions (
  table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,
  scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
`
const WGS84_WKT =
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]'

/** Makes an empty GeoPackage; the file must not exist. */
export function createGeopackage(file: string): Database.Database {
  const database = new Database(file)
  registerSpatialFunctions(database)
  database.exec(SYSTEM_TABLES)
  const addSystem = database.prepare('INSERT INTO gpkg_spatial_ref_sys VALUES (?,?,?,?,?,?)')
  addSystem.run('Undefined Cartesian', -1, 'NONE', -1, 'undefined', 'undefined Cartesian')
  addSystem.run('Undefined geographic', 0, 'NONE', 0, 'undefined', 'undefined geographic')
  addSystem.run('WGS 84', 4326, 'EPSG', 4326, WGS84_WKT, 'longitude/latitude, degrees')
  return database
}

/** Adds a layer with its index and rows. Rows without a geometry are kept and not indexed. */
export function addLayer(
  database: Database.Database,
  table: string,
  geometryType: GeometryType,
  columns: Column[],
  rows: LayerRow[],
): void {
  database.exec(
    `CREATE TABLE "${table}" (fid INTEGER PRIMARY KEY AUTOINCREMENT, geom ${geometryType}, ${columnSql(columns)})`,
  )
  const box = [Infinity, Infinity, -Infinity, -Infinity]
  for (const row of rows) {
    if (!row.geometry) continue
    const [west, south, east, north] = boundsOf(row.geometry)
    box[0] = Math.min(box[0] ?? west, west)
    box[1] = Math.min(box[1] ?? south, south)
    box[2] = Math.max(box[2] ?? east, east)
    box[3] = Math.max(box[3] ?? north, north)
  }
  const bounds = box.map((edge) => (Number.isFinite(edge) ? edge : null))
  addContents(database, table, 'features', bounds)
  database
    .prepare('INSERT INTO gpkg_geometry_columns VALUES (?,?,?,4326,0,0)')
    .run(table, 'geom', geometryType)
  addIndex(database, table)
  const names = columns.map((column) => column.name)
  const insert = database.prepare(
    `INSERT INTO "${table}" (geom, ${names.map((name) => `"${name}"`).join(',')}) VALUES (?${',?'.repeat(names.length)})`,
  )
  const insertAll = database.transaction(() => {
    for (const row of rows) {
      const blob = row.geometry ? encodeGeometry(row.geometry, boundsOf(row.geometry)) : null
      insert.run(blob, ...names.map((name) => row.cells[name] ?? null))
    }
  })
  insertAll()
}

/** Adds a table without geometry, in the order given. */
export function addAttributes(
  database: Database.Database,
  table: string,
  rows: Record<string, Cell>[],
): void {
  const names = Object.keys(rows[0] ?? {})
  addAttributesTable(
    database,
    table,
    names.map((name) => ({ name, type: columnType(rows, name) })),
  )
  const insert = database.prepare(
    `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(',')}) VALUES (${names.map(() => '?').join(',')})`,
  )
  database.transaction(() => {
    for (const row of rows) insert.run(...names.map((name) => row[name] ?? null))
  })()
}

export function addAttributesTable(
  database: Database.Database,
  table: string,
  columns: Column[],
): void {
  database.exec(
    `CREATE TABLE "${table}" (fid INTEGER PRIMARY KEY AUTOINCREMENT, ${columnSql(columns)})`,
  )
  addContents(database, table, 'attributes', [null, null, null, null])
}

/** The triggers call these; every connection that writes a layer must know them. */
export function registerSpatialFunctions(database: Database.Database): void {
  /** What cannot be read lies where it says by itself. */
  const boxOf = (blob: unknown) => {
    const geometry = blob instanceof Uint8Array ? geometryIn(blob) : null
    if (geometry === 'unreadable') return boxIn(blob as Uint8Array)
    return geometry && boundsOf(geometry)
  }
  const edge = (index: 0 | 1 | 2 | 3) => (blob: unknown) => boxOf(blob)?.[index] ?? null
  const empty = (blob: unknown) => (blob === null ? null : Number(boxOf(blob) === null))
  const options = { deterministic: true }
  database.function('ST_MinX', options, edge(0))
  database.function('ST_MinY', options, edge(1))
  database.function('ST_MaxX', options, edge(2))
  database.function('ST_MaxY', options, edge(3))
  database.function('ST_IsEmpty', options, empty)
}

function columnSql(columns: Column[]): string {
  return columns.map((column) => `"${column.name}" ${column.type}`).join(', ')
}

function columnType(rows: Record<string, Cell>[], name: string): Column['type'] {
  return rows.some((row) => typeof row[name] === 'number') ? 'REAL' : 'TEXT'
}

function addContents(
  database: Database.Database,
  table: string,
  dataType: string,
  bounds: (number | null)[],
): void {
  database
    .prepare('INSERT INTO gpkg_contents VALUES (?,?,?,?,?,?,?,?,?,?)')
    .run(table, dataType, table, '', LAST_CHANGE, ...bounds, dataType === 'features' ? 4326 : 0)
}

/** Tells other programs that the table changed, and how far its features reach; it never shrinks. */
export function touchContents(
  database: Database.Database,
  table: string,
  geometry: Geometry | null,
): void {
  database
    .prepare('UPDATE gpkg_contents SET last_change = ? WHERE table_name = ?')
    .run(new Date().toISOString(), table)
  if (!geometry) return
  const [west, south, east, north] = boundsOf(geometry)
  database
    .prepare(
      `UPDATE gpkg_contents SET
       min_x = min(ifnull(min_x, @west), @west), min_y = min(ifnull(min_y, @south), @south),
       max_x = max(ifnull(max_x, @east), @east), max_y = max(ifnull(max_y, @north), @north)
       WHERE table_name = @table`,
    )
    .run({ west, south, east, north, table })
}

/** The R*Tree of a layer whose rows are yet to come, kept in step from now on. */
export function addIndex(database: Database.Database, t: string): void {
  database.exec(`CREATE VIRTUAL TABLE "rtree_${t}_geom" USING rtree(id, minx, maxx, miny, maxy);`)
  for (const sql of Object.values(indexTriggers(t))) database.exec(sql)
  database
    .prepare('INSERT INTO gpkg_extensions VALUES (?,?,?,?,?)')
    .run(
      t,
      'geom',
      'gpkg_rtree_index',
      'http://www.geopackage.org/spec120/#extension_rtree',
      'write-only',
    )
}

/** What keeps the R*Tree of a layer in step, by name. */
export function indexTriggers(t: string): Record<string, string> {
  const index = `rtree_${t}_geom`
  const box = `NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)`
  const full = '(NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))'
  const none = '(NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))'
  const put = `INSERT OR REPLACE INTO "${index}" VALUES (${box});`
  const drop = `DELETE FROM "${index}" WHERE id = OLD.fid;`
  const dropBoth = `DELETE FROM "${index}" WHERE id IN (OLD.fid, NEW.fid);`
  const triggers = {
    insert: `AFTER INSERT ON "${t}" WHEN ${full} BEGIN ${put} END`,
    update1: `AFTER UPDATE OF geom ON "${t}" WHEN OLD.fid = NEW.fid AND ${full} BEGIN ${put} END`,
    update2: `AFTER UPDATE OF geom ON "${t}" WHEN OLD.fid = NEW.fid AND ${none} BEGIN ${drop} END`,
    update3: `AFTER UPDATE ON "${t}" WHEN OLD.fid != NEW.fid AND ${full} BEGIN ${drop} ${put} END`,
    update4: `AFTER UPDATE ON "${t}" WHEN OLD.fid != NEW.fid AND ${none} BEGIN ${dropBoth} END`,
    delete: `AFTER DELETE ON "${t}" WHEN OLD.geom NOT NULL BEGIN ${drop} END`,
  }
  return Object.fromEntries(
    Object.entries(triggers).map(([name, does]) => [
      `${index}_${name}`,
      `CREATE TRIGGER "${index}_${name}" ${does}`,
    ]),
  )
}
