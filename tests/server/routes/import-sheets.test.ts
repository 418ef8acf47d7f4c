// Does an empty workbook come for each table, and do rows that came back come as one to mend, and go in again?
import { expect, it } from 'vitest'
import { cellText } from '#geodata/analysis/importing/cell-text.ts'
import { IMPORT_TABLE_IDS } from '#geodata/contract/importing/field-words.ts'
import type { Import, ImportRows } from '#geodata/contract/imports.ts'
import { builtApp, problemOf } from '#tests/support/built-app.ts'
import { readBytes } from '#tests/support/foreign.ts'
import { workbookFaults } from '#tests/support/workbook-faults.ts'

const built = builtApp()
const ask = (path: string, init?: RequestInit) => built.app.request(`/api${path}`, init)
const bytesOf = async (response: Response) => {
  expect(response.status).toBe(200)
  return new Uint8Array(await response.arrayBuffer())
}
const bring = async (body: Uint8Array<ArrayBuffer>, name: string) => {
  const sent = await ask(`/imports?table=companies&name=${encodeURIComponent(name)}`, {
    method: 'POST',
    body,
  })
  expect(sent.status).toBe(201)
  return (await built.imports.settled(((await sent.json()) as Import).id)) as Import
}

it('an empty workbook for every table, named, in two languages, with what is there to choose', async () => {
  for (const table of IMPORT_TABLE_IDS) {
    const bytes = await bytesOf(await ask(`/import-templates/${table}?lang=en`))
    expect([table, ...workbookFaults(bytes)]).toEqual([table])
  }
  const response = await ask('/import-templates/companies')
  const name = decodeURIComponent(response.headers.get('Content-Disposition') ?? '')
  expect(name).toContain('导入模板-企业.xlsx')
  const [sheet, , lists] = await readBytes(await bytesOf(response))
  expect(sheet?.rows[0]?.cells[0]).toBe('中文名*')
  const offered = lists?.rows.flatMap(({ cells }) => cells.map(cellText)) ?? []
  expect(offered).toEqual(expect.arrayContaining(['璧山高新技术产业开发区', '一级供应商']))
})

it('the template as it comes holds no row: its example is passed over', async () => {
  const template = await bytesOf(await ask('/import-templates/companies'))
  const told = await bring(template, '模板.xlsx')
  expect(told.counts).toMatchObject({ rows: 0, refused: 0 })
})

it('a table that takes no files, a language that there is none of', async () => {
  const problem = await problemOf(await ask('/import-templates/stories'), 404)
  expect(problem.detailZh).toContain('stories')
  await problemOf(await ask('/import-templates/companies?lang=fr'), 400)
  await problemOf(await ask('/imports/none/mend'), 404)
})

it('rows that came back are mended and go in', async () => {
  const list =
    '企业名称,类别,城市,来源,可信度,统一社会信用代码\n虚构甲厂,一级供应商,重庆,虚构,中,\n虚构乙厂,轮胎厂,重庆,虚构,中,007\n'
  const told = await bring(new TextEncoder().encode(list), '名录.csv')
  expect(told.counts).toMatchObject({ rows: 2, new: 1, refused: 1 })
  const response = await ask(`/imports/${told.id}/mend`)
  expect(decodeURIComponent(response.headers.get('Content-Disposition') ?? '')).toContain(
    '待改-企业',
  )
  const beyond = await problemOf(await ask(`/imports/${told.id}/mend?part=2`), 404)
  expect(beyond.detailZh).toMatch(/^没有第 2 份：退回的 \d+ 行分为 1 份/)
  const { detailZh } = await problemOf(await ask(`/imports/${told.id}/mend?part=0`), 400)
  expect(detailZh).toBe('part 收到“0”；应为不小于 1 的整数。')
  const mend = await bytesOf(response)
  const [sheet] = await readBytes(mend)
  const [head, row] = sheet?.rows.map(({ cells }) => cells) ?? []
  expect(head?.slice(0, 4)).toEqual(['行号', '原因', '企业名称', '类别'])
  expect(row?.slice(0, 1)).toEqual([3])
  expect(cellText(row?.[1])).toMatch(/类别：“轮胎厂”.*统一社会信用代码：“007”/)
  expect(row?.slice(2)).toEqual(['虚构乙厂', '轮胎厂', '重庆', '虚构', '中', '007'])
  const again = await bring(mend, '待改.xlsx')
  expect(again.headers.map(({ column }) => column)).toEqual([
    null,
    null,
    ...told.headers.map(({ column }) => column),
  ])
  const { items } = (await (await ask(`/imports/${again.id}/rows`)).json()) as ImportRows
  expect(items.map(({ name, verdict }) => [name, verdict])).toEqual([['虚构乙厂', 'refused']])
  const whole = await bring(
    new TextEncoder().encode(list.split('\n').slice(0, 2).join('\n')),
    '好.csv',
  )
  await problemOf(await ask(`/imports/${whole.id}/mend`), 409)
})

it('a point of a map that came back stands in a column of its own, and is a place again', async () => {
  const point = (name: string, kind: string) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [106.55, 29.55] },
    properties: { 企业名称: name, 类别: kind, 城市: '重庆', 来源: '虚构', 可信度: '中' },
  })
  const map = { type: 'FeatureCollection', features: [point('虚构丙厂', '轮胎厂')] }
  const told = await bring(new TextEncoder().encode(JSON.stringify(map)), '点位.geojson')
  expect(told.counts).toMatchObject({ refused: 1 })
  const mend = await bytesOf(await ask(`/imports/${told.id}/mend`))
  const [sheet] = await readBytes(mend)
  expect(sheet?.rows.map(({ cells }) => cells.at(-1))).toEqual(['坐标', '106.55,29.55'])
  const again = await bring(mend, '待改.xlsx')
  expect(again.headers.at(-1)?.column).toBe('place.both')
  expect(again.coordinates.rowsWith).toBe(1)
})
