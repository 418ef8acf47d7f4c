// A collection as a GeoPackage of its own (OGC 12-128r17): one layer, or one table without places, with what the file
// says of itself as metadata.
//
// SQLite writes into a file, batch by batch; whole it is sent, and gone as soon as it is open.
import { randomUUID } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type Database from 'better-sqlite3'
import { cellOf } from '#geodata/formats/export/collection/cell-of.ts'
import {
  type CollectionColumn,
  type CollectionContent,
  type CollectionFormat,
  ONLY_WGS84,
} from '#geodata/formats/export/collection/collection-format.ts'
import { encodeGeometry } from '#geodata/formats/geopackage-geometry.ts'
import { boundsOf } from '#geodata/geometry/bounds.ts'
import {
  addAttributesTable,
  addLayer,
  type Column,
  createGeopackage,
} from '#server/store/sqlite/geopackage.ts'

const TYPES: Readonly<Record<CollectionColumn['kind'], Column['type']>> = {
  text: 'TEXT',
  list: 'TEXT',
  whole: 'INTEGER',
  number: 'REAL',
}

/** Clause 2.4, as of version 1.2. */
const METADATA_TABLES = `
CREATE TABLE gpkg_metadata (
  id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, md_scope TEXT NOT NULL DEFAULT 'dataset',
  md_standard_uri TEXT NOT NULL, mime_type TEXT NOT NULL DEFAULT 'text/xml',
  metadata TEXT NOT NULL DEFAULT '');
CREATE TABLE gpkg_metadata_reference (
  reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT, row_id_value INTEGER,
  timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  md_file_id INTEGER NOT NULL, md_parent_id INTEGER,
  CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),
  CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id));
INSERT INTO gpkg_extensions VALUES
  ('gpkg_metadata', NULL, 'gpkg_metadata',
   'http://www.geopackage.org/spec120/#extension_metadata', 'read-write'),
  ('gpkg_metadata_reference', NULL, 'gpkg_metadata',
   'http://www.geopackage.org/spec120/#extension_metadata', 'read-write');
`

export const geopackage: CollectionFormat = {
  ending: 'gpkg',
  mediaType: 'application/geopackage+sqlite3',
  datums: ONLY_WGS84,
  write: async function* (content) {
    const file = path.join(tmpdir(), `park-atlas-export-${randomUUID()}.gpkg`)
    try {
      await fill(file, content)
      const handle = await open(file)
      await rm(file)
      for await (const chunk of handle.createReadStream()) yield new Uint8Array(chunk as Buffer)
    } finally {
      for (const end of ['', '-journal']) await rm(file + end, { force: true })
    }
  },
}

async function fill(file: string, content: CollectionContent): Promise<void> {
  const database = createGeopackage(file)
  try {
    // Nobody else knows of the file, and what is half made is thrown away.
    database.pragma('synchronous = OFF')
    database.pragma('journal_mode = MEMORY')
    const table = content.id.replaceAll('-', '_')
    const columns = content.columns.map(({ name, kind }) => ({ name, type: TYPES[kind] }))
    if (content.layer === null) addAttributesTable(database, table, columns)
    else addLayer(database, table, content.layer === 'points' ? 'POINT' : 'GEOMETRY', columns, [])
    await insertAll(database, table, content)
    tellOf(database, table, content)
  } finally {
    database.close()
  }
}

async function insertAll(
  database: Database.Database,
  table: string,
  { columns, layer, rows }: CollectionContent,
): Promise<void> {
  const names = [...columns.map(({ name }) => name), ...(layer === null ? [] : ['geom'])]
  const listed = names.map((name) => `"${name}"`).join(', ')
  const insert = database.prepare(
    `INSERT INTO "${table}" (${listed}) VALUES (${names.map(() => '?').join(', ')})`,
  )
  const box = [Infinity, Infinity, -Infinity, -Infinity]
  for await (const batch of rows()) {
    database.transaction(() => {
      for (const { properties, geometry } of batch) {
        const bounds = geometry && boundsOf(geometry)
        bounds?.forEach((edge, at) => {
          box[at] = (at < 2 ? Math.min : Math.max)(box[at] ?? edge, edge)
        })
        const cells: unknown[] = columns.map((column) => cellOf(column, properties[column.name]))
        if (layer !== null) cells.push(geometry && bounds && encodeGeometry(geometry, bounds))
        insert.run(...cells)
      }
    })()
  }
  const known = box.every(Number.isFinite) ? box : [null, null, null, null]
  database
    .prepare('UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ?')
    .run(...known)
}

/** What the layer is called, whose the data are and under which licence. */
function tellOf(
  database: Database.Database,
  table: string,
  { title, language, credits }: CollectionContent,
): void {
  const words = credits.join('\n')
  database
    .prepare('UPDATE gpkg_contents SET identifier = ?, description = ?, last_change = ?')
    .run(title[language], words, new Date().toISOString())
  database.exec(METADATA_TABLES)
  database
    .prepare(`INSERT INTO gpkg_metadata VALUES (1, 'dataset', 'https://www.dublincore.org', ?, ?)`)
    .run('text/plain', words)
  database
    .prepare(
      `INSERT INTO gpkg_metadata_reference (reference_scope, table_name, md_file_id)
       VALUES ('table', ?, 1)`,
    )
    .run(table)
}
