// How is a row changed so that nobody's work is lost?
//
// One transaction per change: the row is read, its hash is held against the one the writer last saw, the
// new row is written with every cell that follows from it, and the history gets the row as it was and is.
import { EDITABLE, type EditableId, isEditable } from '#geodata/contract/editable/editable.ts'
import type { FieldError } from '#geodata/contract/problem.ts'
import type { Geometry } from '#geodata/formats/geopackage-geometry.ts'
import { type Area, multiPolygonOf } from '#geodata/geometry/orient.ts'
import type { Outcome, Removal, Seen, Trial, Write } from '#server/store/row-store.ts'
import { withDerived } from '#server/store/sqlite/derived.ts'
import { type Cell, touchContents } from '#server/store/sqlite/geopackage.ts'
import { type By, type Line, record } from '#server/store/sqlite/journal.ts'
import { noteOutsideEdit } from '#server/store/sqlite/outside-edit.ts'
import { danglingIn, dependentsOf, rowsNaming, without } from '#server/store/sqlite/references.ts'
import {
  documentOf,
  putDocument,
  type RowDocument,
  rowAt,
  sameDocument,
} from '#server/store/sqlite/row-document.ts'
import {
  camel,
  collectionOf,
  fingerprint,
  idColumn,
  type Row,
  tableOf,
  toFeature,
} from '#server/store/sqlite/rows.ts'
import { shapeErrors } from '#server/store/sqlite/shape-errors.ts'
import type { Tables } from '#server/store/sqlite/tables.ts'
import { takenIn } from '#server/store/sqlite/taken.ts'

/** What became of a change, before anybody looks at the row that it left. */
export type Ending =
  | { kind: 'written'; changeId: string | null }
  | { kind: 'stale'; collection: string; id: string }
  | Exclude<Outcome, { kind: 'written' | 'stale' }>

export function write(tables: Tables, order: Write): Ending {
  return atomically(tables, () => {
    const done = drafted(tables, order)
    return 'lines' in done ? written(tables, order.by, done.lines) : done
  })
}

/** Several rows as one change: all of them, or none. */
export function writeAll(tables: Tables, by: By, orders: readonly Omit<Write, 'by'>[]): Ending {
  return atomically(tables, () => {
    const lines: (Line | null)[] = []
    for (const order of orders) {
      const done = drafted(tables, order)
      if (!('lines' in done)) return done
      lines.push(...done.lines)
    }
    return written(tables, by, lines)
  })
}

/** Puts one row as its draft has it; what the history gets of it, or why it is not put. */
function drafted(
  tables: Tables,
  { collection, id, seen, draft }: Omit<Write, 'by'>,
): { lines: (Line | null)[] } | Ending {
  const table = tableOf(collection)
  const columns = tables.columns(table)
  const present = rowAt(tables.database, table, columns, id)
  if (seen === 'nothing' ? present : !present && seen !== 'either') return { kind: 'missing' }
  if (seen !== 'nothing' && seen !== 'either' && !wasSeen(present, seen)) {
    return { kind: 'stale', collection, id }
  }
  const { geometry, properties } = draft(present && toFeature(present))
  const before = present && documentOf(present)
  const document: RowDocument = {
    type: 'Feature',
    id,
    geometry: (geometry ?? null) as Geometry | null,
    ...leftAlone(geometry, before),
    properties: {
      ...undraftable(collection, before),
      ...cellsOf(properties),
      [camel(idColumn(columns) ?? 'id')]: id,
    },
  }
  const after = inColumns(columns, withDerived(tables, collection, document, before))
  if (after.geometry) delete after.unreadable
  const errors = [
    ...shapeErrors(after),
    ...danglingIn(tables, table, after, before),
    ...takenIn(tables, table, after, before),
  ]
  if (errors.length > 0) return { kind: 'refused', errors }
  const line = put(tables, table, present, after)
  return { lines: [line, ...(line ? movedWith(tables, collection, line) : [])] }
}

/** What `write` would refuse of a draft, a part of which may be missing. */
export function faultsOf(tables: Tables, { collection, id, draft }: Trial): FieldError[] {
  const table = tableOf(collection)
  const present = rowAt(tables.database, table, tables.columns(table), id)
  const geometry = draft.geometry as Geometry | null
  const before = present && documentOf(present)
  const document: RowDocument = {
    type: 'Feature',
    id,
    ...leftAlone(geometry, before),
    geometry: collection === 'park-areas' && geometry ? multiPolygonOf(geometry as Area) : geometry,
    properties: cellsOf(draft.properties),
  }
  return [
    ...shapeErrors(document),
    ...danglingIn(tables, table, document, before),
    ...takenIn(tables, table, document, before),
  ]
}

/** Deletes a row; what names it stops the deletion, or (`detach`) no longer names it. */
export function remove(tables: Tables, { collection, id, seen, by, detach }: Removal): Ending {
  const table = tableOf(collection)
  return atomically(tables, () => {
    const present = rowAt(tables.database, table, tables.columns(table), id)
    if (!present) return { kind: 'missing' }
    if (!wasSeen(present, seen)) return { kind: 'stale', collection, id }
    const dependents = dependentsOf(tables, collection, id)
    if (dependents.length > 0 && !detach) return { kind: 'depended', dependents }
    const gone = put(tables, table, present, null)
    return written(tables, by, [gone, ...detached(tables, collection, id)])
  })
}

/** Every row that names this one names it no longer. */
export function detached(tables: Tables, collection: string, id: string): (Line | null)[] {
  return rowsNaming(tables, collection, id).map(({ table, row, references }) => {
    const before = documentOf(row)
    const left = references.reduce((rest, reference) => without(rest, reference, id), before)
    const owner = collectionOf(table)
    const after = isEditable(owner) ? withDerived(tables, owner, left, before) : left
    return put(tables, table, row, after)
  })
}

/** A link runs between the cities of its ends: when an end moves to another district, it follows. */
function movedWith(tables: Tables, collection: EditableId, { rowId, before, after }: Line) {
  // Nothing names a row that is new.
  if (!before || before.properties.adcode === after?.properties.adcode) return []
  const links = rowsNaming(tables, collection, rowId).filter(({ table }) => table === 'links')
  return links.map(({ row }) => {
    const link = documentOf(row)
    return put(tables, 'links', row, withDerived(tables, 'links', link, link))
  })
}

/** Writes the row and says what it was and is; null where it was so already. */
export function put(
  tables: Tables,
  table: string,
  present: Row | null,
  after: RowDocument | null,
): Line | null {
  const before = present && documentOf(present)
  if (sameDocument(before, after)) return null
  const rowId = (before ?? after)?.id ?? ''
  noteOutsideEdit(tables, table, rowId, present)
  const columns = tables.columns(table)
  const stored = putDocument(tables.database, table, columns, present, after)
  touchContents(tables.database, table, after?.geometry ?? null)
  const left = stored && documentOf(stored)
  const what = before === null ? 'insert' : after === null ? 'delete' : 'update'
  // A row without an id of its own is identified by the place it was given.
  return { what, tableName: table, rowId: (before ?? left)?.id ?? '', before, after: left }
}

/** The end of a change: its lines go into the history under one id. */
export function written(tables: Tables, by: By, lines: readonly (Line | null)[]): Ending {
  const changed = lines.filter((line) => line !== null)
  if (changed.length === 0) return { kind: 'written', changeId: null }
  return { kind: 'written', changeId: record(tables.database, by, changed) }
}

class Abandoned extends Error {
  readonly outcome: Ending
  constructor(outcome: Ending) {
    super(outcome.kind)
    this.outcome = outcome
  }
}

/** One transaction; whatever does not end in 'written' leaves everything as it was. */
export function atomically({ database }: Tables, work: () => Ending): Ending {
  const transaction = database.transaction(() => {
    const outcome = work()
    if (outcome.kind !== 'written') throw new Abandoned(outcome)
    return outcome
  })
  try {
    return transaction.immediate()
  } catch (error) {
    if (error instanceof Abandoned) return error.outcome
    throw error
  }
}

export function wasSeen(present: Row | null, seen: Seen): boolean {
  return seen === 'anything' || (present !== null && seen.includes(fingerprint([present])))
}

/** Without what this table has no column for. */
function inColumns(columns: readonly string[], document: RowDocument): RowDocument {
  const known = new Set(columns.map(camel))
  const cells = Object.entries(document.properties).filter(([name]) => known.has(name))
  return { ...document, properties: Object.fromEntries(cells) }
}

/** A geometry that cannot be read stays as it is until a place takes its place. */
function leftAlone(geometry: unknown, before: RowDocument | null): Pick<RowDocument, 'unreadable'> {
  const unreadable = geometry ? undefined : before?.unreadable
  return unreadable === undefined ? {} : { unreadable }
}

/** Cells that no draft holds: what is derived, and what only the sources know. */
function undraftable(collection: EditableId, before: RowDocument | null): Record<string, Cell> {
  const drafted = EDITABLE[collection].properties.shape
  return Object.fromEntries(
    Object.entries(before?.properties ?? {}).filter(([name]) => !Object.hasOwn(drafted, name)),
  )
}

function cellsOf(properties: Record<string, unknown>): Record<string, Cell> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(';') : (value as Cell),
    ]),
  )
}
