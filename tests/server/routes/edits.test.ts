// Writing any table: who and why, conflicts, what follows from what, what depends on what, history, undo.

import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { Company, Link, Park, ParkArea } from '#geodata/contract/collections.ts'
import { EDITABLE_IDS } from '#geodata/contract/editable/editable.ts'
import { DependentList, HistoryList } from '#geodata/contract/history.ts'
import { registerSpatialFunctions } from '#server/store/sqlite/geopackage.ts'
import { OUTSIDE } from '#server/store/sqlite/outside-edit.ts'
import { builtApp, problemOf } from '#tests/support/built-app.ts'
import { by, changing } from '#tests/support/edits.ts'

const built = builtApp()
const at = (collection: string, id = '') => `/api/collections/${collection}/items/${id}`

async function read(collection: string, id: string) {
  const response = await built.app.request(at(collection, id))
  expect(response.status).toBe(200)
  return { etag: response.headers.get('ETag') ?? '', feature: await response.json() }
}

async function patch(collection: string, id: string, body: unknown, etag?: string, query = '') {
  const held = etag ?? (await read(collection, id)).etag
  const headers = { 'If-Match': held }
  return built.app.request(at(collection, id) + query, changing('PATCH', body, headers))
}

async function add(collection: string, body: unknown, query = ''): Promise<string> {
  const address = at(collection).slice(0, -1) + query
  const response = await built.app.request(address, changing('POST', body))
  expect(response.status, await response.clone().text()).toBe(201)
  return ((await response.json()) as { id: string }).id
}

const drop = async (collection: string, id: string, query = '') =>
  built.app.request(`${at(collection, id)}${query}`, {
    method: 'DELETE',
    headers: { ...by(), 'If-Match': (await read(collection, id)).etag },
  })

async function history(query = '') {
  const response = await built.app.request(`/api/history${query}`)
  return HistoryList.parse(await response.json()).items
}

const undo = (changeId: string) =>
  built.app.request(`/api/history/${changeId}/undo`, { method: 'POST', headers: by() })

const park = (properties: object = {}) => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [106.53, 29.61] },
  properties: {
    nameZh: '试验园',
    nameEn: 'Trial park',
    role: 'parts',
    segmentIds: ['battery'],
    level: '市级',
    stage: 'candidate',
    coordPrecision: 'site',
    source: 'a visit',
    confidence: 'low',
    ...properties,
  },
})

const company = (parkId: string | null, properties: object = {}) => ({
  type: 'Feature',
  geometry: null,
  properties: {
    nameZh: '试验企业',
    nameEn: 'Trial firm',
    kind: 'tier1',
    city: '重庆',
    parkId,
    coordPrecision: 'unknown',
    source: 'a visit',
    confidence: 'low',
    ...properties,
  },
})

it('adds a park, and works out what follows from its place, its segments and its firms', async () => {
  const { feature: neighbour } = await read('parks', 'CQ-N01')
  const segmentIds = neighbour.properties.segmentIds
  const id = await add('parks', {
    ...park({ segmentIds }),
    geometry: neighbour.geometry,
  })
  const { feature } = await read('parks', id)
  const { properties } = Park.parse(feature)
  const { adcode, districtZh, district2025Zh, systems } = neighbour.properties
  expect(properties).toMatchObject({
    id,
    adcode,
    districtZh,
    district2025Zh,
    systems,
    labelZh: '试验园',
    companyCount: 0,
    precisionRadiusKilometers: 0.2,
  })
  const firm = await add('companies', company(id))
  Company.parse((await read('companies', firm)).feature)
  expect((await read('parks', id)).feature.properties.companyCount).toBe(1)
})

it('keeps a change whose writer saw the newest row, and shows the row to who did not', async () => {
  const { etag, feature } = await read('companies', 'O002')
  const first = await patch('companies', 'O002', { properties: { note: '甲' } }, etag)
  expect(first.status).toBe(200)
  expect(first.headers.get('ETag')).toBe((await read('companies', 'O002')).etag)
  const late = await patch('companies', 'O002', { properties: { note: '乙' } }, etag)
  const problem = await problemOf(late, 412)
  expect(late.headers.get('ETag')).toBe(first.headers.get('ETag'))
  expect(problem.current).toEqual({
    ...feature,
    links: undefined,
    properties: { ...feature.properties, note: '甲' },
  })
})

it('sees an edit made past the server, in the file itself', async () => {
  const { etag } = await read('hubs', 'H-P01')
  const database = new Database(path.join(built.folder, 'atlas.gpkg'))
  registerSpatialFunctions(database)
  database.exec(`UPDATE hubs SET name_en = 'By QGIS' WHERE id = 'H-P01'`)
  database.close()
  const late = await patch('hubs', 'H-P01', { properties: { note: '晚' } }, etag)
  expect((await problemOf(late, 412)).current?.properties.nameEn).toBe('By QGIS')
})

it('writes down what another program did to a row, before what is done to it here', async () => {
  const outside = (nameEn: string) => {
    const database = new Database(path.join(built.folder, 'atlas.gpkg'))
    registerSpatialFunctions(database)
    database.prepare(`UPDATE hubs SET name_en = ? WHERE id = 'H-P04'`).run(nameEn)
    database.close()
  }
  const told = async () =>
    (await history('?collection=hubs&id=H-P04')).map(({ who, before, after }) => [
      who,
      ...[before, after].map((row) => row && [row.properties.nameEn, row.properties.note]),
    ])
  outside('One')
  await patch('hubs', 'H-P04', { properties: { note: 'a' } })
  outside('Two')
  await patch('hubs', 'H-P04', { properties: { note: 'b' } })
  expect(await told()).toEqual([
    ['planner', ['Two', 'a'], ['Two', 'b']],
    [OUTSIDE, ['One', 'a'], ['Two', 'a']],
    ['planner', ['One', null], ['One', 'a']],
    [OUTSIDE, null, ['One', null]],
  ])
  const changes = (await history('?collection=hubs&id=H-P04')).map(({ changeId }) => changeId)
  for (const changeId of changes.slice(0, 3)) expect((await undo(changeId)).status).toBe(200)
  expect((await read('hubs', 'H-P04')).feature.properties).toMatchObject({
    nameEn: 'One',
    note: null,
  })
  await problemOf(await undo(changes[3] ?? ''), 422)
})

it('takes both ends from a link that names the deleted twice, in one line of the history', async () => {
  const id = await add('parks', park())
  const link = await add('links', {
    type: 'Feature',
    geometry: null,
    properties: {
      kind: 'park',
      fromNameZh: '甲',
      toNameZh: '乙',
      description: '试验',
      year: 2026,
      fromIds: [id, '510100'],
      toIds: [id],
      fromLevel: 'park',
      toLevel: 'park',
      source: 'a visit',
      confidence: 'low',
    },
  })
  const gone = await drop('parks', id, '?detach=true')
  const { properties } = (await read('links', link)).feature
  expect([properties.fromIds, properties.toIds]).toEqual([['510100'], []])
  const lines = await history(`?collection=links&id=${link}`)
  expect(lines.map(({ what, who }) => [what, who])).toEqual([
    ['update', 'planner'],
    ['insert', 'planner'],
  ])
  expect((await undo(gone.headers.get('Atlas-Change') ?? '')).status).toBe(200)
})

it('lets one of two who change a row at once through, and loses neither’s words', async () => {
  const { etag } = await read('platforms', 'PF01')
  const both = await Promise.all(
    ['甲', '乙'].map((host) => patch('platforms', 'PF01', { properties: { host } }, etag)),
  )
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
  const won = both.findIndex(({ status }) => status === 200)
  const { host } = (await read('platforms', 'PF01')).feature.properties
  expect(host).toBe(['甲', '乙'][won])
})

it('a park that moves to another city takes its district, and the cable of its links, along', async () => {
  const { feature: chengdu } = await read('parks', 'SC-01')
  const { feature: before } = await read('links', 'L21')
  expect(before.properties).toMatchObject({ fromIds: ['CQ-N03'], cityPairs: ['500000-510500'] })
  const far = { geometry: chengdu.geometry }
  const refused = await problemOf(await patch('parks', 'CQ-N03', far), 422)
  expect(refused.errors).toMatchObject([
    { pointer: '/geometry', detailZh: `位置在${chengdu.properties.districtZh}，不在重庆境内。` },
  ])
  expect(refused.detailZh).toMatch(/。请修改位置，或确认位置无误后保存。$/)
  expect(refused.detail).toMatch(/\. Change the place, or say that it is right and save\.$/)
  expect(refused.confirmedBy).toBe('?outside=true')
  const moved = await patch('parks', 'CQ-N03', far, undefined, '?outside=true')
  expect(moved.headers.get('Atlas-Doubts')).toBe('outside, far')
  expect(((await moved.json()) as Park).properties).toMatchObject({
    adcode: chengdu.properties.adcode,
    districtZh: chengdu.properties.districtZh,
    district2025Zh: chengdu.properties.district2025Zh,
  })
  const { feature: after } = await read('links', 'L21')
  expect(after.properties.cityPairs).toEqual(['510100-510500'])
  expect(after.geometry).not.toEqual(before.geometry)
  await undo(moved.headers.get('Atlas-Change') ?? '')
  expect((await read('links', 'L21')).feature).toEqual(before)
})

it('saves a place that may be a slip, and names what is doubtful of it', async () => {
  const before = await read('companies', 'O002')
  const move = (coordinates: number[], query = '') =>
    patch('companies', 'O002', { geometry: { type: 'Point', coordinates } }, undefined, query)
  await problemOf(await move([116.4, 39.9]), 422)
  expect(await read('companies', 'O002')).toEqual(before)
  const [lng = 0, lat = 0] = before.feature.geometry.coordinates
  const near = await move([lng + 0.001, lat])
  expect(near.headers.get('Atlas-Doubts')).toBeNull()
  const moved = await move([106.23, 29.59])
  expect(moved.headers.get('Atlas-Doubts')).toBe('other-district, far')
  await problemOf(await move([106.23, 29.59], '?outside=perhaps'), 400)
  for (const change of [moved, near]) {
    expect((await undo(change.headers.get('Atlas-Change') ?? '')).status).toBe(200)
  }
  expect(await read('companies', 'O002')).toEqual(before)
})

it('asks who and why of every change', async () => {
  const response = await built.app.request(at('parks').slice(0, -1), {
    ...changing('POST', park()),
    headers: { 'Content-Type': 'application/json', 'Atlas-Editor': '%E5' },
  })
  const { errors } = await problemOf(response, 400)
  expect(errors?.map(({ pointer }) => pointer)).toEqual(['Atlas-Editor:', 'Atlas-Reason:'])
})

it('names every fault of a draft in one answer: fields, rows that are not there, who and why', async () => {
  const body = park({ nameEn: '', plannedAreaSquareKilometers: 'much', segmentIds: ['S99'] })
  const faulty = { ...body, geometry: { type: 'Point', coordinates: [206, 29] } }
  const unsigned = { method: 'POST', headers: { 'Content-Type': 'application/geo+json' } }
  const response = await built.app.request(at('parks').slice(0, -1), {
    ...unsigned,
    body: JSON.stringify(faulty),
  })
  const { errors, detail, detailZh } = await problemOf(response, 400)
  expect(errors?.map(({ pointer }) => pointer)).toEqual([
    '/geometry/coordinates/0',
    '/properties/nameEn',
    '/properties/plannedAreaSquareKilometers',
    '/properties/segmentIds/0',
    'Atlas-Editor:',
    'Atlas-Reason:',
  ])
  expect([detail, detailZh]).toEqual(['6 fields are not as expected.', '6 项不符合要求。'])
})

it('names every fault of a patch in one answer, and changes nothing', async () => {
  const before = await read('parks', 'CQ-V02')
  const properties = { nameEn: '', companyCount: 9, segmentIds: ['battery', 'S99'] }
  const response = await built.app.request(at('parks', 'CQ-V02'), {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/merge-patch+json', 'If-Match': before.etag },
    body: JSON.stringify({ properties }),
  })
  const { errors, detailZh } = await problemOf(response, 400)
  expect(errors?.map(({ pointer }) => pointer)).toEqual([
    '/properties/companyCount',
    '/properties/nameEn',
    '/properties/segmentIds/1',
    'Atlas-Editor:',
    'Atlas-Reason:',
  ])
  expect(detailZh).toBe('5 项不符合要求。')
  expect(await read('parks', 'CQ-V02')).toEqual(before)
  const gone = await built.app.request(at('parks', 'nobody'), {
    method: 'PATCH',
    headers: { ...by(), 'Content-Type': 'application/json', 'If-Match': '*' },
    body: '{}',
  })
  await problemOf(gone, 404)
})

it.each<[string, object, string[]]>([
  ['an unknown field', { nameZH: '园' }, ['/properties']],
  ['what the server works out', { companyCount: 9 }, ['/properties/companyCount']],
  ['no source', { source: null }, ['/properties/source']],
  ['an unknown segment', { segmentIds: ['battery', 'S99'] }, ['/properties/segmentIds/1']],
  ['a place of unknown precision', { coordPrecision: 'unknown' }, ['/properties/coordPrecision']],
])('refuses a patch with %s, pointing at it', async (_, properties, pointers) => {
  const before = await read('parks', 'CQ-V02')
  const { errors } = await problemOf(await patch('parks', 'CQ-V02', { properties }), 400)
  expect(errors?.map(({ pointer }) => pointer)).toEqual(pointers)
  expect(await read('parks', 'CQ-V02')).toEqual(before)
})

it('deletes what others name only when asked to detach them, and undoes both at once', async () => {
  const id = await add('parks', park())
  const firm = await add('companies', company(id))
  const area = await add('park-areas', {
    type: 'Feature',
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [106.5, 29.6],
          [106.6, 29.6],
          [106.6, 29.7],
          [106.5, 29.6],
        ],
      ],
    },
    properties: { parkId: id, source: 'drawn', confidence: 'low' },
  })
  ParkArea.parse((await read('park-areas', area)).feature)
  const asked = await built.app.request(`${at('parks', id)}/dependents`)
  const { items } = DependentList.parse(await asked.json())
  expect(items.map((one) => [one.collection, one.id, one.nameZh, one.nameEn])).toEqual([
    ['companies', firm, '试验企业', 'Trial firm'],
    ['park-areas', area, '园区范围', 'Areas of parks'],
  ])
  const { dependents } = await problemOf(await drop('parks', id), 409)
  expect(dependents).toEqual(items)
  const before = await Promise.all([
    read('parks', id),
    read('companies', firm),
    read('park-areas', area),
  ])
  const gone = await drop('parks', id, '?detach=true')
  expect(gone.status).toBe(204)
  expect((await read('companies', firm)).feature.properties.parkId).toBeNull()
  const changeId = gone.headers.get('Atlas-Change') ?? ''
  const lines = (await history()).filter((line) => line.changeId === changeId)
  expect(lines.map(({ what, tableName }) => [what, tableName])).toEqual([
    ['update', 'park-areas'],
    ['update', 'companies'],
    ['delete', 'parks'],
  ])
  expect((await undo(changeId)).status).toBe(200)
  expect(
    await Promise.all([read('parks', id), read('companies', firm), read('park-areas', area)]),
  ).toEqual(before)
  await problemOf(await undo(changeId), 409)
})

it.each(['2025-13', '25', '2025-01/13', '2025/', 'soon'])(
  'refuses progress of %s',
  async (asOf) => {
    const { errors } = await problemOf(
      await patch('targets', 'T01-target-1', { properties: { asOf } }),
      400,
    )
    expect(errors?.map(({ pointer }) => pointer)).toEqual(['/properties/asOf'])
    expect(errors?.[0]?.detailZh).toContain('应为日期')
  },
)

it('refuses an outline that crosses itself, and says where', async () => {
  const bow = [
    [106.5, 29.6],
    [106.6, 29.7],
    [106.6, 29.6],
    [106.5, 29.7],
    [106.5, 29.6],
  ]
  const body = {
    type: 'Feature',
    geometry: { type: 'Polygon', coordinates: [bow] },
    properties: { parkId: 'CQ-N01', source: 'drawn', confidence: 'low' },
  }
  const response = await built.app.request(at('park-areas').slice(0, -1), changing('POST', body))
  const { errors } = await problemOf(response, 400)
  expect(errors?.map(({ pointer }) => pointer)).toEqual(['/geometry/coordinates'])
  expect(errors?.[0]?.detail).toContain('106.55000, 29.65000')
})

it('does not undo the adding of what others name by now, nor bring back what names the deleted', async () => {
  const id = await add('parks', park())
  const [added] = await history('?limit=1')
  const firm = await add('companies', company(id))
  const { dependents } = await problemOf(await undo(added?.changeId ?? ''), 409)
  expect(dependents?.map((one) => one.id)).toEqual([firm])
  const dropped = (await drop('companies', firm)).headers.get('Atlas-Change') ?? ''
  expect((await drop('parks', id)).status).toBe(204)
  const { errors } = await problemOf(await undo(dropped), 409)
  expect(errors?.map(({ pointer }) => pointer)).toEqual(['/properties/parkId'])
})

it('undoes a change only while the row is as it left it; an undone undo is the change again', async () => {
  const original = await read('parks', 'CQ-N02')
  const first = await patch('parks', 'CQ-N02', { properties: { level: '一' } })
  const changed = await read('parks', 'CQ-N02')
  const back = await undo(first.headers.get('Atlas-Change') ?? '')
  const [line] = HistoryList.parse(await back.json()).items
  expect(await read('parks', 'CQ-N02')).toEqual(original)
  expect(line?.undoes).toBe(first.headers.get('Atlas-Change'))
  expect((await undo(line?.changeId ?? '')).status).toBe(200)
  expect(await read('parks', 'CQ-N02')).toEqual(changed)
  await patch('parks', 'CQ-N02', { properties: { level: '二' } })
  const late = await problemOf(await undo(first.headers.get('Atlas-Change') ?? ''), 409)
  expect(late.current?.properties.level).toBe('二')
  await problemOf(await undo('99999'), 404)
})

it('draws a link between the cities of its ends, and drops an end that is deleted', async () => {
  const source = await add('parks', park())
  const id = await add('links', {
    type: 'Feature',
    geometry: null,
    properties: {
      kind: 'industry',
      fromNameZh: '试验园',
      toNameZh: '成都',
      description: '试验',
      year: 2026,
      fromIds: [source],
      toIds: ['510100'],
      fromLevel: 'park',
      toLevel: 'city',
      source: 'a visit',
      confidence: 'low',
    },
  })
  const link = Link.parse((await read('links', id)).feature)
  expect(link.properties.cityPairs).toEqual(['500000-510100'])
  expect(link.geometry?.coordinates).toHaveLength(1)
  expect((await drop('parks', source, '?detach=true')).status).toBe(204)
  const left = Link.parse((await read('links', id)).feature)
  expect([left.geometry, left.properties.fromIds, left.properties.cityPairs]).toEqual([
    null,
    [],
    [],
  ])
})

it('takes dated progress of a target, and reads the figure as a number', async () => {
  const id = await add('targets', {
    type: 'Feature',
    geometry: null,
    properties: {
      targetId: 'T01',
      rowType: 'progress',
      metricZh: '试验',
      metricEn: 'Trial',
      value: '700+',
      unit: '家',
      asOf: '2026-06',
      source: 'a visit',
      confidence: 'low',
    },
  })
  const { items } = (await (await built.app.request('/api/targets')).json()) as {
    items: { rowId: string }[]
  }
  expect(items.find(({ rowId }) => rowId === id)).toMatchObject({
    value: '700+',
    valueLow: 700,
    valueHigh: null,
    asOf: '2026-06',
  })
})

it('answers analyses from the data as edited, under another hash; undone, under the first', async () => {
  const basis = async () => {
    const response = await built.app.request(
      '/api/processes/nearest/execution',
      changing('POST', { inputs: { origin: [106.58, 29.56], collection: 'hubs', count: 30 } }),
    )
    return (await response.json()) as { basis: { dataset: { hash: string } } }
  }
  const before = await basis()
  const dropped = await drop('hubs', 'H-P02')
  const after = await basis()
  expect(after.basis.dataset.hash).not.toBe(before.basis.dataset.hash)
  expect(JSON.stringify(before)).toContain('H-P02')
  expect(JSON.stringify(after)).not.toContain('H-P02')
  await undo(dropped.headers.get('Atlas-Change') ?? '')
  expect(await basis()).toEqual(before)
})

it('pages through the history by change, and by row', async () => {
  const all = await history()
  const ids = [...new Set(all.map(({ changeId }) => changeId))]
  const [newest] = await history('?limit=1')
  expect(newest?.changeId).toBe(ids[0])
  const older = await history(`?limit=1&before=${ids[0]}`)
  expect([...new Set(older.map(({ changeId }) => changeId))]).toEqual([ids[1]])
  const ofRow = await history('?collection=parks&id=CQ-N02')
  expect(ofRow).toHaveLength(4)
  expect(ofRow.every(({ rowId }) => rowId === 'CQ-N02')).toBe(true)
})

it.each(EDITABLE_IDS)(
  'takes every row of %s back as it was read, and finds nothing changed',
  async (collection) => {
    const list = await built.app.request(`/api/collections/${collection}/items?limit=10000`)
    const { features } = (await list.json()) as { features: { id: string }[] }
    const lines = (await history('?limit=1'))[0]?.changeId
    const refused: unknown[] = []
    for (const { id } of features) {
      const { etag, feature } = await read(collection, id)
      const sent = changing('PUT', feature, { 'If-Match': etag })
      const response = await built.app.request(at(collection, id), sent)
      if (response.status !== 200) refused.push(id, await response.text())
      else if (response.headers.get('ETag') !== etag) {
        const now = (await response.json()) as typeof feature
        refused.push(id, feature.properties, now.properties)
      }
    }
    expect(refused).toEqual([])
    expect((await history('?limit=1'))[0]?.changeId).toBe(lines)
  },
)

it.each(['parks', 'companies', 'hubs', 'platforms'])(
  'finds each place of %s in the district that its source says, when it is moved by a hair',
  async (collection) => {
    const list = await built.app.request(`/api/collections/${collection}/items?limit=10000`)
    type Placed = { id: string; geometry: { coordinates: number[] } | null; properties: object }
    const { features } = (await list.json()) as { features: Placed[] }
    const districtOf = ({ properties }: Placed) => {
      const { adcode, districtZh, district2025Zh } = properties as Park['properties']
      return { adcode, districtZh, district2025Zh }
    }
    for (const feature of features) {
      const [lng = 0, lat = 0] = feature.geometry?.coordinates ?? []
      if (!feature.geometry) continue
      const geometry = { type: 'Point', coordinates: [lng + 1e-7, lat] }
      const moved = await patch(collection, feature.id, { geometry })
      expect(districtOf((await moved.json()) as Placed), feature.id).toEqual(districtOf(feature))
    }
  },
)

it('knows no district beyond its boundaries, and takes the one that is named where there is no place', async () => {
  const draft = {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [87.6, 43.8] },
    properties: {
      nameZh: '远处',
      nameEn: 'Far away',
      kind: 'rail',
      coordPrecision: 'town',
      source: 'a visit',
      confidence: 'low',
    },
  }
  const { errors } = await problemOf(
    await built.app.request(at('hubs').slice(0, -1), changing('POST', draft)),
    422,
  )
  expect(errors?.[0]?.detail).toBe('The place is outside Chongqing and in no district known here.')
  const far = await add('hubs', draft, '?outside=true')
  expect((await read('hubs', far)).feature.properties.adcode).toBeNull()
  const firm = await add('companies', company(null, { districtZh: '璧山区' }))
  expect((await read('companies', firm)).feature.properties).toMatchObject({
    adcode: '500120',
    districtZh: '璧山区',
    district2025Zh: '璧山区',
    precisionRadiusKilometers: null,
  })
})

it.each(['"TAG"', 'W/"TAG"', '"other", "TAG"', '*'])('takes If-Match: %s', async (header) => {
  const { etag } = await read('hubs', 'H-P03')
  const held = header.replace('TAG', etag.replaceAll('"', ''))
  expect((await patch('hubs', 'H-P03', { properties: { note: header } }, held)).status).toBe(200)
})
