import { expect, it } from 'vitest'
import { z } from 'zod'
import { problemText, readRows } from '#geodata/formats/checked-rows.ts'

const Bridge = z.strictObject({
  id: z.string().min(1, 'a text, not an empty cell'),
  length_meters: z.string().regex(/^\d+$/, 'whole meters').transform(Number),
  note: z.string(),
})
const read = (text: string) => readRows('bridges.csv', new TextEncoder().encode(text), Bridge)
const told = (text: string) => read(text).problems.map(problemText)

const HEADER = 'id,length_meters,note\n'
const NORTH = { id: 'north', length_meters: 120, note: 'two lanes' }

it('reads the same rows from a file of any editor', () => {
  const plain = `${HEADER}north,120,two lanes\n`
  for (const text of [plain, `\uFEFF${plain}`, plain.replaceAll('\n', '\r\n'), plain.trimEnd()]) {
    expect(read(text)).toEqual({ rows: [{ line: 2, row: NORTH }], problems: [] })
  }
})

it('keeps commas, quotes and line breaks inside quoted cells', () => {
  const { rows } = read(`${HEADER}north,120,"two lanes,\nsaid ""wide"""\n`)
  expect(rows[0]?.row.note).toBe('two lanes,\nsaid "wide"')
})

it('counts lines as an editor does, after line breaks in cells and empty lines', () => {
  const text = `${HEADER}north,120,"one\ntwo\nthree"\n\n,,\nsouth,long,\n`
  expect(told(text)).toEqual([
    'bridges.csv:7, column length_meters: came “long”; expected whole meters',
  ])
  expect(told(text.replaceAll('\n', '\r\n'))).toHaveLength(1)
  expect(read(text.replaceAll('\n', '\r\n')).problems[0]?.line).toBe(7)
})

it('reports every bad cell and keeps the good rows', () => {
  const { rows, problems } = read(`${HEADER},x,\nnorth,120,two lanes\n`)
  expect(problems.map(({ column }) => column)).toEqual(['id', 'length_meters'])
  expect(rows).toEqual([{ line: 3, row: NORTH }])
})

it('refuses a row with a cell too few or too many', () => {
  expect(told(`${HEADER}north,120\nsouth,80,,more\n`)).toEqual([
    'bridges.csv:2: came “2 cells”; expected 3 cells, as in the header',
    'bridges.csv:3: came “4 cells”; expected 3 cells, as in the header',
  ])
})

it('reports a wrong header once, not once per row', () => {
  const problems = told('id,length_feet,note,note\nnorth,394,,\nsouth,262,,\n')
  expect(problems).toHaveLength(3)
  expect(problems[0]).toMatch(/bridges\.csv:1, column length_meters: came “no such column”/)
  expect(problems[1]).toMatch(/:1, column length_feet: came “an unknown column”/)
  expect(problems[2]).toMatch(/:1, column note: came “the column twice”/)
})

it('refuses a quote that never ends and text that is not UTF-8', () => {
  expect(told(`${HEADER}north,120,"two lanes\nsouth,80,\n`)[0]).toMatch(/bridges\.csv:2: .*quotes/)
  const gb18030 = new TextDecoder().decode(new Uint8Array([0xd6, 0xd8, 0xc7, 0xec]))
  expect(told(`${HEADER}north,120,${gb18030}\n`)[0]).toMatch(/:2, column note: .*UTF-8/)
})
