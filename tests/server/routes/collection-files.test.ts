// A collection as a file: everything that matches, as other programs read it, and what is said of coordinates.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import Papa from 'papaparse'
import { expect, it, type TestContext } from 'vitest'
import { READABLE_IDS } from '#geodata/contract/editable/editable.ts'
import { gcj02FromWgs84 } from '#geodata/formats/datums/gcj02.ts'
import { FILE_FORMAT_IDS, FILE_FORMATS, type FileFormatId } from '#server/routes/collection-file.ts'
import { builtApp, problemOf } from '#tests/support/built-app.ts'
import { changing, siteDraft } from '#tests/support/edits.ts'
import { ogrinfo } from '#tests/support/ogrinfo.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

const built = builtApp()
/** Collections with shapes that are too long for a cell. */
const AREAS = ['districts', 'basemap']

const ask = (collection: string, search: string) =>
  built.app.request(`/api/collections/${collection}/items?${search}`)

type Found = { features: { id: string; geometry: { coordinates: number[] } | null }[] }
const pageOf = async (collection: string, search: string): Promise<Found> =>
  (await ask(collection, `${search}&limit=10000`)).json() as Promise<Found>

async function csvRows(response: Response): Promise<Record<string, string>[]> {
  expect(response.status).toBe(200)
  const { data } = Papa.parse<Record<string, string>>(await response.text(), {
    header: true,
    skipEmptyLines: true,
  })
  return data.filter(({ id }) => !id?.startsWith('# '))
}

async function stored(collection: string, format: FileFormatId, search = '') {
  const response = await ask(collection, `f=${format}${search}`)
  expect(response.status).toBe(200)
  const file = path.join(temporaryFolder(), `file.${FILE_FORMATS[format].ending}`)
  writeFileSync(file, new Uint8Array(await response.arrayBuffer()))
  return file
}

/** Where all columns are texts GDAL would take the first row of a workbook for one of them. */
const AS_HEADED = ['--config', 'OGR_XLSX_HEADERS', 'FORCE']

/** How many rows GDAL reads in all layers; it must not warn. */
function rowsByGdal(context: TestContext, file: string): number {
  const { said, warned } = ogrinfo(context, '-al', '-so', file, ...AS_HEADED)
  expect(warned, file).toBe('')
  const counts = [...said.matchAll(/^Feature Count: (\d+)$/gm)].map(([, count]) => Number(count))
  // A KML without places has no layer.
  expect(said).toContain('successful')
  return counts.reduce((sum, count) => sum + count, 0)
}

for (const format of FILE_FORMAT_IDS) {
  it(`gives collections as ${format}, which GDAL reads whole`, async (context) => {
    // Below the rows of a table stand its credits, and in a workbook which shapes are too long for a cell.
    const isTable = format === 'csv' || format === 'xlsx'
    const belowOf = (id: string) =>
      isTable ? (format === 'xlsx' && AREAS.includes(id) ? 3 : 2) : 0
    for (const id of ['companies', 'districts', 'basemap', 'targets']) {
      const { features } = await pageOf(id, '')
      expect(features.length).toBeGreaterThan(0)
      expect(rowsByGdal(context, await stored(id, format)), id).toBe(features.length + belowOf(id))
    }
  })
}

it('keeps filters, words, boxes and order, and takes a limit where one is said', async () => {
  const search = 'kind=oem&kind=tier1&sortby=-nameZh'
  const { features } = await pageOf('companies', search)
  const rows = await csvRows(await ask('companies', `${search}&f=csv`))
  expect(rows.length).toBeGreaterThan(10)
  expect(rows.map(({ id }) => id)).toEqual(features.map(({ id }) => id))
  const few = await csvRows(await ask('companies', `${search}&f=csv&limit=3&offset=2`))
  expect(few.map(({ id }) => id)).toEqual(features.slice(2, 5).map(({ id }) => id))
  const near = 'bbox=106.2,29.4,106.6,29.8&q=汽车'
  const boxed = await csvRows(await ask('companies', `${near}&f=csv`))
  expect(boxed.map(({ id }) => id)).toEqual(
    (await pageOf('companies', near)).features.map(({ id }) => id),
  )
})

it('holds the properties that are asked for, beside the id', async () => {
  for (const [format, names] of [
    ['csv', ['id', 'nameZh', 'role', 'lng', 'lat']],
    ['geojson', ['id', 'nameZh', 'role']],
  ] as const) {
    const text = await (await ask('parks', `f=${format}&properties=role,nameZh`)).text()
    const found =
      format === 'csv'
        ? text.replace('\uFEFF', '').split('\r\n')[0]?.split(',')
        : Object.keys(
            (JSON.parse(text) as { features: { properties: object }[] }).features[0]?.properties ??
              {},
          )
    expect(found?.toSorted(), format).toEqual(names.toSorted())
  }
  await problemOf(await ask('parks', 'f=csv&properties=colour'), 400)
})

it('is named so that a person knows what it is', async () => {
  const { headers } = await ask('companies', 'f=xlsx')
  const said = headers.get('Content-Disposition') ?? ''
  expect(said).toMatch(
    /^attachment; filename="companies-\d{4}-\d\d-\d\d\.xlsx"; filename\*=UTF-8''/,
  )
  expect(decodeURIComponent(said)).toMatch(/''企业-\d{4}-\d\d-\d\d\.xlsx$/)
  const english = await ask('companies', 'f=xlsx&lang=en')
  expect(decodeURIComponent(english.headers.get('Content-Disposition') ?? '')).toContain(
    "''Companies-",
  )
  expect(headers.get('OGC-NumberMatched')).toBe('202')
})

it('tells whose the data are, and under which licence', async () => {
  const text = await (await ask('districts', 'f=csv&lang=en')).text()
  expect(text).toMatch(/^# Park Atlas · Districts and cities .* · \d{4}-\d\d-\d\d/m)
  expect(text.trimEnd().split('\r\n').at(-1)).toMatch(/^"?# .+\(.+\)/)
})

it('shifts places for Chinese web maps on request alone, and says so in the file and the answer', async () => {
  const plain = await ask('parks', 'f=csv')
  expect(plain.headers.get('Warning')).toBeNull()
  const [first] = await csvRows(plain)
  const response = await ask('parks', 'f=csv&crs=gcj02')
  expect(response.headers.get('Warning')).toMatch(/^299 - "Coordinates are GCJ-02/)
  const [moved] = await csvRows(response)
  const [lng, lat] = gcj02FromWgs84([Number(first?.lng), Number(first?.lat)])
  expect(Number(moved?.lng_gcj02)).toBeCloseTo(lng, 7)
  expect(Number(moved?.lat_gcj02)).toBeCloseTo(lat, 7)
  expect(moved).toMatchObject({ coordinateSystem: 'GCJ-02' })
  expect(moved).not.toHaveProperty('lng')
  const geojson = (await (await ask('parks', 'f=geojson&crs=bd09')).json()) as {
    coordinateSystem: string
    features: { properties: Record<string, unknown> }[]
  }
  expect(geojson.coordinateSystem).toBe('BD-09')
  expect(geojson.features[0]?.properties.coordinateSystem).toBe('BD-09')
})

it('refuses formats, systems and parameters that it does not know', async () => {
  const { detail } = await problemOf(await ask('parks', 'f=dwg'), 400)
  expect(detail).toContain('csv, xlsx, geojson, kml, shp, gpkg')
  expect((await problemOf(await ask('parks', 'f=csv&crs=utm'), 400)).detail).toContain(
    'gcj02 or bd09',
  )
  await problemOf(await ask('parks', 'crs=gcj02'), 400)
  await problemOf(await ask('parks', 'f=csv&colour=red'), 400)
  await problemOf(await ask('parks', 'f=csv&lang=fr'), 400)
})

it('gives a valid file of nothing where nothing matches', async (context) => {
  for (const format of ['geojson', 'kml', 'gpkg'] as const) {
    const file = await stored('companies', format, '&q=of nobody')
    expect(rowsByGdal(context, file), format).toBe(0)
  }
})

it('gives a file with its head alone where nothing matches', async () => {
  const rows = await ask('companies', 'f=csv&q=of nobody')
  const [head, ...below] = (await rows.text()).trimEnd().split('\r\n')
  expect(head).toMatch(/^id,nameZh,.*,lng,lat$/)
  expect(below.every((line) => /^"?# /.test(line))).toBe(true)
  const empty = await ask('companies', 'f=geojson&q=of nobody')
  expect(((await empty.json()) as Found).features).toEqual([])
  for (const id of READABLE_IDS) expect((await ask(id, 'f=xlsx&limit=1')).status, id).toBe(200)
})

it('holds the rows as they were when it was asked for, whatever is written while it is read', async () => {
  const add = async (name: string) => {
    const address = '/api/collections/sites/items'
    expect((await built.app.request(address, changing('POST', siteDraft(name)))).status).toBe(201)
  }
  await add('虚构地块一')
  const response = await ask('sites', 'f=csv')
  await add('虚构地块二')
  expect((await csvRows(response)).map(({ nameZh }) => nameZh)).toEqual(['虚构地块一'])
  const after = await csvRows(await ask('sites', 'f=csv'))
  expect(after.map(({ nameZh }) => nameZh)).toEqual(['虚构地块一', '虚构地块二'])
})
