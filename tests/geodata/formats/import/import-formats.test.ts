// Does every import format report its rows, their lines and what is wrong with a file?
import { expect, it } from 'vitest'
import type { Imported } from '#geodata/formats/import/format.ts'
import { importFormatOf } from '#geodata/formats/import/index.ts'

function read(name: string, text: string): Imported {
  const format = importFormatOf(name)
  if (!format) throw new Error(`No format reads ${name}.`)
  return format.read(new TextEncoder().encode(text))
}

it('is chosen by how the name of a file ends, in letters of any size', () => {
  for (const name of ['a.csv', 'A.CSV', 'b.geojson', 'c.d.json']) {
    expect(importFormatOf(name), name).not.toBeNull()
  }
  for (const name of ['a.shp', 'a.csv.gz', 'csv2']) expect(importFormatOf(name), name).toBeNull()
})

it('reads a table with the lines of its rows and without places', () => {
  expect(read('t.csv', 'id,note\nnorth,"a\nb"\nsouth,\n')).toEqual({
    columns: ['id', 'note'],
    rows: [
      { line: 2, cells: { id: 'north', note: 'a\nb' }, geometry: null },
      { line: 4, cells: { id: 'south', note: '' }, geometry: null },
    ],
    about: {},
    problems: [],
  })
})

it('reads features with their places, the columns of all of them, and what the file says of itself', () => {
  const geometry = { type: 'Point', coordinates: [106, 29] }
  const text = JSON.stringify({
    type: 'FeatureCollection',
    licence: 'CC0',
    features: [
      { type: 'Feature', properties: { id: 'a' }, geometry },
      { type: 'Feature', properties: { id: 'b', note: 'x' }, geometry: null },
      { type: 'Feature', properties: null, geometry },
    ],
  })
  for (const marked of [text, `\uFEFF${text}`]) {
    expect(read('t.geojson', marked)).toEqual({
      columns: ['id', 'note'],
      rows: [
        { line: 1, cells: { id: 'a' }, geometry },
        { line: 2, cells: { id: 'b', note: 'x' }, geometry: null },
        { line: 3, cells: {}, geometry },
      ],
      about: { licence: 'CC0' },
      problems: [],
    })
  }
})

it('reports what a file is that is no collection, and takes no row of it', () => {
  for (const [text, came] of [
    ['{"type":"Topology"}', 'Topology'],
    ['{"type":"FeatureCollection"}', 'undefined'],
    ['{', 'JSON'],
    ['7', 'undefined'],
  ] as const) {
    const { rows, problems } = read('t.geojson', text)
    expect(rows).toEqual([])
    expect(problems).toHaveLength(1)
    expect(problems[0]?.came).toContain(came)
  }
})
