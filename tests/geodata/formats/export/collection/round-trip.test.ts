// Does every table come back from every format as it went out, read by the import of users' files?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EDITABLE_IDS } from '#geodata/contract/editable/editable.ts'
import type {
  CollectionColumn,
  CollectionFormat,
  CollectionRow,
} from '#geodata/formats/export/collection/collection-format.ts'
import { COLLECTION_FORMATS } from '#geodata/formats/export/collection/index.ts'
import { wellKnownText } from '#geodata/formats/export/collection/well-known-text.ts'
import { closedList } from '#geodata/formats/list-text.ts'
import { geopackage } from '#server/store/write-geopackage.ts'
import { anyRows, bytesOf, columnsOf, contentOf, layerOf } from '#tests/support/any-collection.ts'
import { type GatheredTable, oneTable } from '#tests/support/foreign.ts'

const FORMATS: readonly (readonly [string, CollectionFormat, { runs: number }])[] = [
  ['csv', COLLECTION_FORMATS.csv, { runs: 12 }],
  ['xlsx', COLLECTION_FORMATS.xlsx, { runs: 6 }],
  ['geojson', COLLECTION_FORMATS.geojson, { runs: 12 }],
  ['kml', COLLECTION_FORMATS.kml, { runs: 12 }],
  ['gpkg', geopackage, { runs: 3 }],
]
const isFlat = (format: string) => format === 'csv' || format === 'xlsx'

/** What a cell says, whether the format has numbers or texts alone. */
function said(cell: unknown, kind: CollectionColumn['kind']): unknown {
  const text = String(cell ?? '')
  if (kind === 'list') return closedList(text) ?? text.split(';').filter(Boolean)
  return kind === 'number' && text !== '' ? Number(text) : text
}

function cameBack({ columns, rows }: GatheredTable, format: string, names: readonly string[]) {
  const head = columns ?? rows[0]?.cells.map(String) ?? []
  const below = columns ? rows : rows.slice(1, -1)
  const at = (name: string) => head.indexOf(name)
  return below.map(({ cells, geometry }) => ({
    cells: names.map((name) => cells[at(name)] ?? ''),
    place: isFlat(format)
      ? at('wkt') >= 0
        ? String(cells[at('wkt')] ?? '')
        : at('lng') >= 0
          ? `${cells[at('lng')] ?? ''} ${cells[at('lat')] ?? ''}`.trim()
          : ''
      : geometry,
  }))
}

/** Spreadsheets show fifteen digits, and what reads them takes as many; whole numbers have all of theirs. */
const digitsOf = (value: unknown, format: string) =>
  format === 'xlsx' && typeof value === 'number' && !Number.isInteger(value)
    ? Number(value.toPrecision(15))
    : value

function placeOf({ geometry }: CollectionRow, format: string) {
  if (!isFlat(format)) return geometry
  if (geometry === null) return ''
  return geometry.type === 'Point'
    ? geometry.coordinates.map((one) => digitsOf(one, format)).join(' ')
    : wellKnownText(geometry)
}

for (const [name, format, { runs }] of FORMATS) {
  describe(name, () => {
    it.each(EDITABLE_IDS)('brings back %s', async (id) => {
      const columns = columnsOf(id)
      const layer = layerOf(id)
      await fc.assert(
        fc.asyncProperty(anyRows(id), async (rows) => {
          const bytes = await bytesOf(format.write(contentOf(id, rows)))
          const table = await oneTable(bytes, `${id}.${format.ending}`)
          const back = cameBack(
            table,
            name,
            columns.map((column) => column.name),
          )
          expect(back.length).toBe(rows.length)
          rows.forEach((row, at) => {
            for (const [index, { name: column, kind }] of columns.entries()) {
              const came = said(back[at]?.cells[index], kind)
              const went = row.properties[column]
              expect(came, column).toEqual(
                kind === 'list' ? went : went === null ? '' : digitsOf(went, name),
              )
            }
            const place = placeOf(row, name)
            const came = back[at]?.place ?? null
            if (layer === 'any' && isFlat(name)) return
            expect(came).toEqual(place)
          })
        }),
        { numRuns: runs },
      )
    })
  })
}
