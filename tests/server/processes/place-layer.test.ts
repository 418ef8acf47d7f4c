// Does a map program read where the candidates of a siting and of a comparison lie, with what the answer says of them?
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import Papa from 'papaparse'
import { expect, it } from 'vitest'
import { comparisonLayer } from '#geodata/analysis/siting/document/place-layer.ts'
import { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import { IsochroneResult } from '#geodata/contract/processes/isochrone.ts'
import { SitingResult } from '#geodata/contract/processes/siting.ts'
import { EXPORT_FORMATS } from '#geodata/formats/export/index.ts'
import { builtApp, sending } from '#tests/support/built-app.ts'
import { layerAsCsv } from '#tests/support/ogrinfo.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import { workbookFaults } from '#tests/support/workbook-faults.ts'

const built = builtApp()
const run = (id: string, inputs: object, format = '') =>
  built.app.request(`/api/processes/${id}/execution${format}`, sending('POST', { inputs }))

const SITING = {
  productId: 'battery-tray',
  needs: [{ id: 'landHectares', amount: 12 }, { id: 'steam' }],
  doubt: { draws: 200 },
}

type Features = {
  features: { geometry: { coordinates: number[] } | null; properties: Record<string, unknown> }[]
}

/** As GDAL reads them. */
function rowsByGdal(context: Parameters<typeof layerAsCsv>[0], name: string, text: string) {
  const file = path.join(temporaryFolder(), `${name}.geojson`)
  writeFileSync(file, text)
  const csv = layerAsCsv(context, file, name)
  return Papa.parse<Record<string, string>>(csv.trim(), { header: true }).data
}

it('gives the ranking as points, figure by figure, and those left out without a rank', async (context) => {
  const asked = { ...SITING, needs: [{ id: 'landHectares', amount: 900 }, { id: 'steam' }] }
  const answer = SitingResult.parse(await (await run('siting', asked)).json())
  const response = await run('siting', asked, '?f=geojson&lang=en')
  expect(response.headers.get('Content-Type')).toBe('application/geo+json; charset=utf-8')
  expect(response.headers.get('Content-Disposition')).toMatch(/\.geojson$/)
  const text = await response.text()
  const { features } = JSON.parse(text) as Features
  expect(features).toHaveLength(answer.ranking.length + answer.excluded.length)
  expect(answer.excluded.length).toBeGreaterThan(0)
  for (const [index, one] of answer.ranking.entries()) {
    expect(features[index]?.geometry?.coordinates).toEqual(one.lngLat)
    expect(features[index]?.properties).toMatchObject({
      shows: 'candidate',
      id: one.id,
      standing: 'ranked',
      rank: one.rank,
      score: one.score,
      scoreLikelyLow: one.scoreLikely[0],
      scoreLikelyHigh: one.scoreLikely[1],
      chanceFirst: one.chanceFirst,
      draws: 200,
      'need steam': one.needs.find(({ id }) => id === 'steam')?.standing,
      datasetHash: answer.basis.dataset.hash,
    })
  }
  const [out] = answer.excluded
  expect(features.find(({ properties }) => properties.id === out?.id)?.properties).toMatchObject({
    standing: 'excluded',
    rank: null,
    'need landHectares': 'failed',
  })
  const rows = rowsByGdal(context, 'siting', text)
  const [first] = answer.ranking
  expect(rows[0]).toMatchObject({
    WKT: `POINT (${first?.lngLat.join(' ')})`,
    id: first?.id,
    nameZh: first?.nameZh,
  })
  expect(Number(rows[0]?.score)).toBeCloseTo(first?.score ?? -1, 9)
})

it('gives a comparison as points and rings, and as a table of every cell', async (context) => {
  const ranking = SitingResult.parse(await (await run('siting', SITING)).json()).ranking
  const candidateIds = ranking.slice(0, 3).map(({ id }) => id)
  const inputs = { siting: SITING, candidateIds }
  const answer = ComparisonResult.parse(await (await run('comparison', inputs)).json())
  const text = await (await run('comparison', inputs, '?f=geojson')).text()
  expect(text).toBe(EXPORT_FORMATS.geojson.write(comparisonLayer(answer)))
  const [first] = answer.candidates
  const rings = IsochroneResult.parse(
    await (await run('isochrone', { origin: first?.lngLat, cutoffMinutes: [30, 60] })).json(),
  )
  const layer = comparisonLayer(
    answer,
    [{ candidateId: first?.id ?? '', rings }],
    [first?.id ?? ''],
  )
  const rows = rowsByGdal(context, 'compared', EXPORT_FORMATS.geojson.write(layer))
  expect(rows.map(({ shows, id, cutoffMinutes }) => [shows, id, cutoffMinutes])).toEqual([
    ['candidate', first?.id, ''],
    ['ring', first?.id, '60'],
    ['ring', first?.id, '30'],
  ])
  expect(rows[1]?.WKT).toMatch(/^(MULTI)?POLYGON/)
  const book = await (await run('comparison', inputs, '?f=xlsx')).arrayBuffer()
  expect(workbookFaults(new Uint8Array(book))).toEqual([])
  expect((await readXlsx(new Uint8Array(book))).sheets.map(({ name }) => name)).toEqual([
    ...[
      '候选',
      '并列比较',
      '各项价值',
      '得分随权重',
      '谁居首',
      '选错的代价',
      '谁在谁前',
      '路程时间',
      '依据',
    ],
  ])
  const csv = await (await run('comparison', inputs, '?f=csv&lang=en')).text()
  const table = Papa.parse<Record<string, string>>(csv.trim(), { header: true }).data
  expect(table).toHaveLength(answer.rows.length * 3)
  const amounts = answer.rows.flatMap(({ id, cells }) =>
    cells.flatMap((cell, at) => (cell.kind === 'amount' ? [{ id, at, cell }] : [])),
  )
  expect(amounts.length).toBeGreaterThan(50)
  for (const { id, at, cell } of amounts) {
    const row = table.find((one) => one['Row id'] === id && one.Id === candidateIds[at])
    expect([row?.Amount, row?.['Likely, low'], row?.Source], id).toEqual([
      String(cell.amount),
      String(cell.likely?.[0] ?? ''),
      cell.source,
    ])
  }
})
