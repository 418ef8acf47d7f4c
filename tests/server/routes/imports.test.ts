// A planner's morning with a spreadsheet: it goes in, is mended, goes in again, is undone, and goes in.
import { describe, expect, it } from 'vitest'
import type { District } from '#geodata/contract/collections.ts'
import type { HistoryEntry } from '#geodata/contract/history.ts'
import { IMPORT_WORDS } from '#geodata/contract/importing/field-words.ts'
import type { Import, ImportRow } from '#geodata/contract/imports.ts'
import type { Problem } from '#geodata/contract/problem.ts'
import { greatCircleMeters } from '#geodata/model/lng-lat.ts'
import { checkCharacter } from '#geodata/model/unified-code.ts'
import { createApp } from '#server/app.ts'
import { THIS_MACHINE_ALONE } from '#server/http/address.ts'
import { adminBy } from '#server/http/admin.ts'
import { importsOf } from '#server/imports/imports.ts'
import { loadRegion } from '#server/region/region.ts'
import { ADMIN_TOKEN, builtApp } from '#tests/support/built-app.ts'
import { gb18030 } from '#tests/support/gb18030.ts'
import { inventedList, listText } from '#tests/support/invented-list.ts'
import { selectAsCsv } from '#tests/support/ogrinfo.ts'

const built = builtApp()
const SIGNED = { 'Atlas-Editor': 'test', 'Atlas-Reason': 'a%20list' }
const JSON_SENT = { 'Content-Type': 'application/json' }
/** Small districts, whose borders tell one system of coordinates from another. */
const CENTRAL = ['渝中区', '大渡口区', '江北区', '沙坪坝区', '九龙坡区', '南岸区']

const ask = (path: string, init?: RequestInit) => built.app.request(`/api${path}`, init)
const read = async <T>(path: string, init?: RequestInit) => (await ask(path, init)).json() as T

async function bring(body: string | Uint8Array, table = 'companies', name = '名录.csv') {
  const sent = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const response = await ask(`/imports?table=${table}&name=${encodeURIComponent(name)}`, {
    method: 'POST',
    body: sent as Uint8Array<ArrayBuffer>,
  })
  expect(response.status).toBe(201)
  const { id } = (await response.json()) as Import
  return (await built.imports.settled(id)) as Import
}

async function choose({ id }: Import, choices: object) {
  await read(`/imports/${id}`, {
    method: 'PATCH',
    headers: JSON_SENT,
    body: JSON.stringify(choices),
  })
  return (await built.imports.settled(id)) as Import
}

async function rowsOf({ id }: Import, verdict: string): Promise<ImportRow[]> {
  const rows: ImportRow[] = []
  for (;;) {
    const page = await read<{ items: ImportRow[]; matched: number }>(
      `/imports/${id}/rows?verdict=${verdict}&limit=200&offset=${rows.length}`,
    )
    rows.push(...page.items)
    if (rows.length >= page.matched) return rows
  }
}

const write = ({ id }: Import, rows: string) =>
  ask(`/imports/${id}/writing`, {
    method: 'POST',
    headers: { ...JSON_SENT, ...SIGNED },
    body: JSON.stringify({ rows }),
  })

const companies = async () => {
  const { numberMatched } = await read<{ numberMatched: number }>(
    '/collections/companies/items?limit=1',
  )
  return numberMatched
}

async function central(): Promise<District[]> {
  const { features } = await read<{ features: District[] }>(
    '/collections/districts/items?limit=500',
  )
  return features.filter(({ properties }) => CENTRAL.includes(properties.nameZh))
}

const EVIDENCE = {
  source: '某区主管部门',
  date: '2026-11',
  sourceClass: 'official',
  confidence: 'medium',
}

describe('a list of 300 firms in GBK and BD-09 with 40 faults', () => {
  it('goes in, is mended, goes in again, is undone and goes in', async () => {
    const { rows, faults, places } = inventedList(await central(), 300, 40)
    const before = await companies()
    let told = await bring(gb18030(listText(rows)))
    expect(told.state).toBe('ready')
    expect(told.written).toEqual({ encoding: 'GB18030', delimiter: ',' })
    expect(told.above).toEqual(['某区汽车零部件企业名录（虚构）', '填报单位：某区主管部门'])
    expect(told.headerLines).toEqual([3])
    expect(told.headers.map(({ column }) => column)).toEqual([
      null,
      'nameZh',
      'unifiedCode',
      'kind',
      'segmentIds',
      'products',
      'districtZh',
      'place.first',
      'place.second',
      null,
    ])
    expect(told.missing).toEqual(['source'])
    expect(told.coordinates.answer).toBe('told')
    expect(told.coordinates.systems[0]).toMatchObject({ key: 'bd09' })
    expect(told.counts).toMatchObject({ rows: 300, passedOver: 1, refused: 40 })

    // Nothing is written before it is known where from and in which system.
    const early = await write(told, 'accepted')
    expect([early.status, ((await early.json()) as Problem).detailZh]).toEqual([
      409,
      '还缺必填项：来源。请对应到一列，或给出统一的值。未写入任何内容。',
    ])
    told = await choose(told, { evidence: EVIDENCE })
    const unconfirmed = await write(told, 'accepted')
    expect(((await unconfirmed.json()) as Problem).detailZh).toContain('请先确认坐标')
    told = await choose(told, { system: 'bd09' })

    // Each fault is named with its row and column, and no other row is refused.
    const refused = await rowsOf(told, 'refused')
    const blamed = refused.map(({ line, faults: found }) => [line - 4, found[0]?.column])
    expect(blamed).toEqual([...faults].sort(([a], [b]) => a - b))
    expect(refused.every((row) => row.faults.every(({ fits }) => fits.zh && fits.en))).toBe(true)
    const all = await write(told, 'all')
    expect(((await all.json()) as Problem).detailZh).toContain('40 行退回')

    const first = await write(told, 'accepted')
    expect(first.status).toBe(200)
    expect(await companies()).toBe(before + 260)

    // What was read as BD-09 lies where the firms are.
    const { features } = await read<{
      features: { properties: { nameZh: string }; geometry: { coordinates: [number, number] } }[]
    }>('/collections/companies/items?limit=1000')
    const byName = new Map(features.map((one) => [one.properties.nameZh, one]))
    const offMeters = rows.flatMap(([, name], at) => {
      const there = byName.get(name ?? '')
      return there ? [greatCircleMeters(there.geometry.coordinates, places[at] ?? [0, 0])] : []
    })
    expect(offMeters).toHaveLength(260)
    expect(Math.max(...offMeters)).toBeLessThan(5)
    expect(byName.get(rows[0]?.[1] ?? '')?.properties).toMatchObject({
      city: '重庆',
      source: '某区主管部门（2026-11）',
      sourceClass: 'official',
      coordPrecision: 'street',
      coordSource: expect.stringContaining('百度坐标（BD-09）'),
    })

    // The rows that were refused come back mended; the others are known to be there.
    const sound = inventedList(await central(), 300, 0).rows
    let again = await bring(gb18030(listText(sound)))
    again = await choose(again, { evidence: EVIDENCE, system: 'bd09' })
    expect(again.counts).toMatchObject({ rows: 300, new: 40, same: 260, refused: 0, doubtful: 0 })
    const second = (await (await write(again, 'all')).json()) as Import
    expect(await companies()).toBe(before + 300)

    const undone = await ask(`/history/${second.changeId}/undo`, {
      method: 'POST',
      headers: SIGNED,
    })
    expect(undone.status).toBe(200)
    expect(await companies()).toBe(before + 260)
    again = await choose(again, {})
    expect(again.counts).toMatchObject({ new: 40, same: 260 })
    expect((await write(again, 'all')).status).toBe(200)
    expect(await companies()).toBe(before + 300)
    expect(built.logged).toEqual([])
  }, 60_000)
})

describe('an import of which a row was changed since', () => {
  it('is undone as a whole or but for that row, as whoever undoes it says, and cannot be chosen about until then', async () => {
    const before = await companies()
    const rows = ['甲', '乙', '丙'].map((one) => [
      `虚构后改${one}机械有限公司`,
      '',
      '件',
      '一级供应商',
      '九龙坡区',
    ])
    const told = await choose(await bring(list(...rows)), { evidence: EVIDENCE })
    const { changeId } = (await (await write(told, 'all')).json()) as Import
    expect(await companies()).toBe(before + 3)
    const patched = await ask(`/imports/${told.id}`, {
      method: 'PATCH',
      headers: JSON_SENT,
      body: JSON.stringify({ forRest: { kind: 'skip' } }),
    })
    expect([patched.status, ((await patched.json()) as Problem).detailZh]).toEqual([
      409,
      '这批行已写入；请先撤销，再改选择。未作任何改动。',
    ])
    expect((await read<Import>(`/imports/${told.id}`)).state).toBe('written')

    const { items } = await read<{ items: HistoryEntry[] }>('/history?collection=companies&limit=1')
    const second = items.find(({ after }) => after?.properties.nameZh === rows[1]?.[0])
    const etag = (await ask(`/collections/companies/items/${second?.rowId}`)).headers.get('ETag')
    const changed = await ask(`/collections/companies/items/${second?.rowId}`, {
      method: 'PATCH',
      headers: {
        ...SIGNED,
        'Content-Type': 'application/merge-patch+json',
        'If-Match': etag ?? '',
      },
      body: JSON.stringify({ properties: { products: '另一件' } }),
    })
    expect(changed.status, await changed.clone().text()).toBe(200)

    const undo = (query = '') =>
      ask(`/history/${changeId}/undo${query}`, { method: 'POST', headers: SIGNED })
    const whole = await undo()
    const problem = (await whole.json()) as Problem
    expect(whole.status).toBe(409)
    expect(problem.changedSince).toEqual({
      count: 1,
      left: 2,
      rows: [
        {
          collection: 'companies',
          id: second?.rowId,
          nameZh: rows[1]?.[0],
          nameEn: rows[1]?.[0],
        },
      ],
    })
    expect(problem.detailZh).toContain('其中 1 行此后又被修改：虚构后改乙机械有限公司。')
    expect(await companies()).toBe(before + 3)

    const rest = await undo('?keepChanged=true')
    expect(rest.status).toBe(200)
    const undone = (await rest.json()) as { items: HistoryEntry[] }
    expect(undone.items.map(({ what, undoes }) => [what, undoes])).toEqual([
      ['delete', changeId],
      ['delete', changeId],
    ])
    expect(await companies()).toBe(before + 1)
    // Taken back, it is judged and written again.
    const again = await choose(told, {})
    expect(again.counts).toMatchObject({ rows: 3, new: 2 })
  }, 60_000)
})

/** Invented firms of one line each: name, code, products. */
const list = (...rows: string[][]) =>
  [['企业名称', '统一社会信用代码', '主要产品', '企业类型', '所在区县'], ...rows]
    .map((row) => row.join(','))
    .join('\n')
const FIRST_17 = '91500107MA9000001'
const CODE = FIRST_17 + checkCharacter(FIRST_17)
const PRODUCTS = IMPORT_WORDS.companies.products

describe('rows that may be one', () => {
  it('are decided by whoever knows: passed over, merged field by field, put in its place, or two', async () => {
    const started = await bring(
      list(
        ['虚构双生电机有限公司', '', '电机', '一级供应商', '九龙坡区'],
        ['虚构独行齿轮有限公司', '', '齿轮', '二级供应商', '璧山区'],
      ),
    )
    // Nobody has chosen a kind of source: it is null until then, and its rows are recorded as without one.
    expect(started.choices.evidence.sourceClass).toBeNull()
    const first = await choose(started, { evidence: { ...EVIDENCE, sourceClass: null } })
    expect(first.counts).toMatchObject({ new: 2, rows: 2 })
    expect((await write(first, 'all')).status).toBe(200)
    const { items } = await read<{ items: HistoryEntry[] }>('/history?collection=companies&limit=1')
    expect(items.map(({ after }) => after?.properties.sourceClass)).toEqual(['none', 'none'])

    const other = list(
      ['虚构双生电机股份有限公司', '', '减速器', '一级供应商', '九龙坡区'],
      ['虚构新来轴承有限公司', '', '轴承', '二级供应商', '璧山区'],
      ['虚构新来轴承有限责任公司', '', '滚子', '二级供应商', '璧山区'],
    )
    let told = await choose(await bring(other), { evidence: EVIDENCE })
    const doubtful = await rowsOf(told, 'doubtful')
    expect(doubtful.map(({ line }) => line)).toEqual([2, 4])
    const [twin, within] = doubtful
    expect(twin?.alike[0]).toMatchObject({
      by: 'name',
      line: null,
      name: { zh: '虚构双生电机有限公司' },
    })
    expect(twin?.alike[0]?.fields).toContainEqual({
      field: 'products',
      words: PRODUCTS,
      there: { zh: '电机', en: '电机' },
      file: { zh: '减速器', en: '减速器' },
      side: 'both',
    })
    expect(within?.alike[0]).toMatchObject({ line: 3, name: { zh: '虚构新来轴承有限公司' } })

    told = await choose(told, { decisions: { 2: { kind: 'merge' } }, forRest: { kind: 'merge' } })
    expect(told.counts).toMatchObject({ doubtful: 0, changed: 1, skipped: 1 })
    const [changed] = await rowsOf(told, 'changed')
    expect(changed?.changes).toContainEqual({
      words: PRODUCTS,
      was: { zh: '电机', en: '电机' },
      becomes: { zh: '电机、减速器', en: '电机、减速器' },
    })
    const written = await write(told, 'all')
    expect(written.status).toBe(200)
    const { features } = await read<{
      features: { properties: { nameZh: string; products: string } }[]
    }>('/collections/companies/items?limit=1000')
    const products = (name: string) =>
      features
        .filter(({ properties }) => properties.nameZh.startsWith(name))
        .map(({ properties }) => properties.products)
    expect(products('虚构双生电机')).toEqual(['电机、减速器'])
    expect(products('虚构新来轴承')).toEqual(['轴承、滚子'])

    told = await choose(await bring(other), { evidence: EVIDENCE, forRest: { kind: 'separate' } })
    expect(told.counts).toMatchObject({ doubtful: 0 })
    told = await choose(told, { forRest: { kind: 'skip' } })
    expect(told.counts.skipped + told.counts.same).toBe(3)
  }, 60_000)

  it('are never two where they have one code', async () => {
    const sound = await choose(
      await bring(list(['虚构同码一厂', CODE, '件', '一级供应商', '九龙坡区'])),
      { evidence: EVIDENCE },
    )
    expect((await write(sound, 'all')).status).toBe(200)
    const told = await choose(
      await bring(list(['虚构别名实业', CODE, '件', '一级供应商', '九龙坡区'])),
      { evidence: EVIDENCE, forRest: { kind: 'separate' } },
    )
    const [refused] = await rowsOf(told, 'refused')
    expect(refused?.faults[0]).toMatchObject({ column: 'unifiedCode', came: CODE })
    expect(refused?.faults[0]?.fits.zh).toContain('虚构同码一厂')
  }, 60_000)
})

/** Ids of parks in the order of their rank, for a plant that needs 20 hectares. */
async function ranked(): Promise<string[]> {
  const needs = [{ id: 'landHectares', amount: 20 }]
  const body = JSON.stringify({ inputs: { productId: 'power-battery', needs } })
  const answer = await read<{ ranking: { id: string }[] }>('/processes/siting/execution', {
    method: 'POST',
    headers: JSON_SENT,
    body,
  })
  return answer.ranking.map(({ id }) => id)
}

describe('answers of parks', () => {
  it('change the ranking, are known again by park and item, and GDAL reads them', async (context) => {
    const before = await ranked()
    const [first = ''] = before
    const { features } = await read<{ features: District[] }>('/collections/parks/items?limit=500')
    const name = features.find(({ properties }) => properties.id === first)?.properties.nameZh
    const rows = (hectares: number) =>
      `园区,问什么,答复,数额\n${name},可供工业用地（公顷）,填了数额,${hectares}`
    const stated = await choose(await bring(rows(0), 'park-answers'), { evidence: EVIDENCE })
    expect(stated.counts).toMatchObject({ new: 1, rows: 1 })
    expect((await write(stated, 'all')).status).toBe(200)
    // It has none to give: the next one is first.
    expect(await ranked()).toEqual(before.slice(1))
    const again = await choose(await bring(rows(40), 'park-answers'), { evidence: EVIDENCE })
    expect(again.counts).toMatchObject({ changed: 1, new: 0 })
    expect((await write(again, 'all')).status).toBe(200)
    expect(await ranked()).toContain(first)
    const said = selectAsCsv(
      context,
      `${built.folder}/atlas.gpkg`,
      'SELECT id, amount, source FROM park_answers',
    )
    expect(said).toContain(`${first}.freeLandHectares,40,某区主管部门`)
  }, 60_000)
})

describe('what cannot be taken in', () => {
  it('says why, in both languages, and keeps nothing', async () => {
    const wrong = await ask('/imports?table=districts&name=a.csv', { method: 'POST', body: 'a' })
    expect(wrong.status).toBe(400)
    const nameless = await ask('/imports?table=companies', { method: 'POST', body: 'a' })
    expect(((await nameless.json()) as Problem).errors?.[0]?.detailZh).toBe('请给出文件名')
    const broken = await bring(new Uint8Array([0x50, 0x4b, 3, 4, 1, 2]), 'companies', '名录.xlsx')
    expect(broken.state).toBe('refused')
    expect(broken.refusal?.zh).toMatch(/压缩包|目录/)
    const unwritten = await write(broken, 'accepted')
    expect(unwritten.status).toBe(409)
    expect((await ask(`/imports/${broken.id}`, { method: 'DELETE' })).status).toBe(204)
    expect((await ask(`/imports/${broken.id}`)).status).toBe(404)
    const sound = await bring(list(['虚构选错有限公司', '', '件', '一级供应商', '九龙坡区']))
    const vain = await ask(`/imports/${sound.id}`, {
      method: 'PATCH',
      headers: JSON_SENT,
      body: JSON.stringify({ system: 'wgs85', sheet: 9, mapping: { 备注: 'nope' } }),
    })
    const { errors } = (await vain.json()) as Problem
    expect([vain.status, errors?.map(({ pointer }) => pointer)]).toEqual([
      400,
      ['/system', '/sheet', '/mapping/备注'],
    ])
    const bad = await ask(`/imports/${crypto.randomUUID()}/rows`)
    expect(bad.status).toBe(404)
  }, 60_000)

  it('is told where there are no rows, where a value for all fits no column, and who cannot be read', async () => {
    const empty = await bring(list())
    expect([empty.state, empty.refusal?.zh]).toEqual([
      'refused',
      expect.stringContaining('没有数据行'),
    ])

    const name = 'a\u202ebcd\t.csv'
    const one = await bring(
      list(['虚构统一值机械有限公司', '', '件', '', '九龙坡区']),
      'companies',
      name,
    )
    expect(one.fileName).toBe('abcd.csv')
    const unfit = await ask(`/imports/${one.id}`, {
      method: 'PATCH',
      headers: JSON_SENT,
      body: JSON.stringify({ fixed: { kind: '十级供应商' } }),
    })
    const { errors } = (await unfit.json()) as Problem
    expect([unfit.status, errors?.[0]?.pointer]).toEqual([400, '/fixed/kind'])
    expect(errors?.[0]?.detailZh).toContain('各行统一填写的是“十级供应商”')
    const told = await read<Import>(`/imports/${one.id}`)
    expect(told.choices.fixed).toEqual({})

    const unseen = await ask(`/imports/${one.id}/writing`, {
      method: 'POST',
      headers: { ...JSON_SENT, ...SIGNED, 'Atlas-Editor': encodeURIComponent('张\u202e三') },
      body: JSON.stringify({ rows: 'all' }),
    })
    expect([unseen.status, ((await unseen.json()) as Problem).errors?.[0]?.detailZh]).toEqual([
      400,
      expect.stringContaining('看不见的字符'),
    ])
  }, 60_000)

  it('is read by nobody else on a server that is open to others, and asked for while it is being read', async () => {
    const response = await ask('/imports?table=companies&name=a.csv', {
      method: 'POST',
      body: new TextEncoder().encode(
        list(['虚构早问机械有限公司', '', '件', '一级供应商', '九龙坡区']),
      ),
    })
    const { id } = (await response.json()) as Import
    const early = await read<{ items: ImportRow[] }>(`/imports/${id}/rows`)
    expect(early.items.length).toBeLessThan(2)
    const told = await choose({ id } as Import, { fixed: { kind: 'tier2' }, evidence: EVIDENCE })
    expect(told.choices.fixed).toEqual({ kind: 'tier2' })
    expect(told.counts).toMatchObject({ rows: 1, new: 1 })

    const open = createApp({
      store: built.store,
      region: await loadRegion(built.store),
      mapApprovalNumber: null,
      basemap: null,
      serving: { ...THIS_MACHINE_ALONE, isOpen: true },
      admin: adminBy(ADMIN_TOKEN),
      imports: built.imports,
      log: (error) => built.logged.push(error),
    })
    const asked = (headers: Record<string, string> = {}) =>
      open.request('/api/imports', { headers: { Host: 'localhost', ...headers } })
    expect((await asked()).status).toBe(401)
    expect((await asked({ Authorization: `Bearer ${ADMIN_TOKEN}` })).status).toBe(200)
  }, 60_000)

  it('is there again after a restart, with what was chosen', async () => {
    const told = await choose(
      await bring(list(['虚构重启机械有限公司', '', '件', '一级供应商', '九龙坡区'])),
      { evidence: EVIDENCE },
    )
    const region = await loadRegion(built.store)
    const restarted = await importsOf(built.store, region, (error) => built.logged.push(error))
    expect(restarted.find(told.id)).toEqual(told)
    const again = await restarted.choose(told.id, { fixed: { kind: 'tier2' } })
    expect((await restarted.settled(told.id))?.counts).toEqual(again?.counts)
    await restarted.close()

    // What was only half read is read again.
    const half = { ...told, state: 'reading' as const }
    await built.store.imports.keep(region.id, { id: told.id, text: JSON.stringify(half) })
    const anew = await importsOf(built.store, region, (error) => built.logged.push(error))
    expect((await anew.settled(told.id))?.counts).toEqual(told.counts)
    await anew.close()
  }, 60_000)
})
