// What of a collection comes back from a Shapefile: all that the format can hold, and what it cannot is told.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { EditableId } from '#geodata/contract/editable/editable.ts'
import { fieldNames } from '#geodata/formats/export/collection/dbase.ts'
import { shapefile } from '#geodata/formats/export/collection/shapefile.ts'
import { anyRows, bytesOf, columnsOf, contentOf } from '#tests/support/any-collection.ts'
import { oneTable } from '#tests/support/foreign.ts'

const MOST_TEXT_BYTES = 254

/** As many whole characters as fit; what stands around a text is not told apart from the blanks that fill its field. */
function held(text: string): string {
  let cut = ''
  for (const character of text) {
    if (Buffer.byteLength(cut + character) > MOST_TEXT_BYTES) break
    cut += character
  }
  return cut.trim()
}

const ONE_KIND: readonly EditableId[] = ['companies', 'parks', 'hubs', 'sites']

it.each(ONE_KIND)('brings back %s', async (id) => {
  const columns = columnsOf(id)
  const names = fieldNames(columns.map(({ name }) => name))
  await fc.assert(
    fc.asyncProperty(anyRows(id), async (rows) => {
      const bytes = await bytesOf(shapefile.write(contentOf(id, rows)))
      const table = await oneTable(bytes, `${id}.zip`)
      expect(table.rows.length).toBe(rows.length)
      for (const [at, row] of rows.entries()) {
        expect(table.rows[at]?.geometry ?? null).toEqual(row.geometry)
        for (const [index, { name, kind }] of columns.entries()) {
          const came = table.rows[at]?.cells[table.columns?.indexOf(names[index] ?? '') ?? -1] ?? ''
          const went = row.properties[name]
          if (typeof went === 'number') expect(Number(came), name).toBeCloseTo(went, 12)
          else if (kind !== 'list') expect(String(came).trim(), name).toBe(held(String(went ?? '')))
        }
      }
    }),
    { numRuns: 8 },
  )
})

it('gives names of ten bytes, each once', () => {
  const names = [
    'segmentIds',
    'precisionRadiusKilometers',
    'precisionRadiusMeters',
    'Precisionr',
    'id',
  ]
  expect(fieldNames(names)).toEqual(['segmentIds', 'precisionR', 'precision1', 'Precision2', 'id'])
})

it('says beside the shapes what each short name stands for and how many texts were cut', async () => {
  const [row] =
    fc.sample(
      anyRows('companies').filter((rows) => rows.length > 0),
      1,
    )[0] ?? []
  if (!row) throw new Error('A row was expected.')
  const long = { ...row, properties: { ...row.properties, nameZh: '虚构'.repeat(100) } }
  const bytes = await bytesOf(shapefile.write(contentOf('companies', [long])))
  const text = Buffer.from(bytes).toString()
  expect(text).toMatch(/unifiedCod {2}unifiedCode/)
  expect(text).toMatch(/有 [1-9]\d* 处被截断/)
  const table = await oneTable(bytes, 'companies.zip')
  expect(table.rows[0]?.cells[table.columns?.indexOf('nameZh') ?? -1]).toBe('虚构'.repeat(42))
})
