// Does a short link restore exactly the comparison that was stored, whoever stores what beside it?
import { expect, it } from 'vitest'
import { COMPARISON_VERSION, StoredComparison } from '#geodata/contract/comparisons.ts'
import { hashOf } from '#geodata/model/hash.ts'
import { builtApp, problemOf, sending } from '#tests/support/built-app.ts'
import { changing } from '#tests/support/edits.ts'
import { HOME } from '#tests/support/home.ts'

const built = builtApp()
const COMPARISON = {
  version: COMPARISON_VERSION,
  title: '电池托盘：三处候选',
  siting: { productId: 'battery-tray', needs: [{ id: 'landHectares', amount: 12 }] },
  candidateIds: ['CQ-V01', 'CQ-V02', 'CQ-V04'],
  referenceId: 'CQ-V04',
  names: { 'CQ-V01': { zh: '龙盛新城·龙兴', en: 'Longsheng Longxing' } },
  scenarios: [
    { id: 'bridge', name: '大桥封闭', changes: [{ kind: 'closed', near: [106.55, 29.56] }] },
  ],
  hiddenRows: ['record flags'],
  ownRows: [{ title: '领导意见', cells: ['优先', '', '备选'] }],
  address: 'at=compare',
}
const post = (body: unknown) => built.app.request('/api/comparisons', changing('POST', body))
const read = async (response: Response) => StoredComparison.parse(await response.json())

it('gives the same id to the same comparison, another to another, and reads each as it was stored', async () => {
  const response = await post(COMPARISON)
  expect(response.status).toBe(201)
  const stored = await read(response)
  expect(stored.id).toMatch(/^[0-9a-f]{16}$/)
  expect(response.headers.get('Location')).toContain(`/api/comparisons/${stored.id}`)
  expect(stored.comparison).toMatchObject(COMPARISON)
  expect(stored.storedAt).not.toBeNull()
  expect(stored.storedBy).toBe('planner')
  const again = await post({ ...COMPARISON, notes: {} })
  expect([again.status, (await read(again)).id]).toEqual([200, stored.id])
  const other = await read(await post({ ...COMPARISON, title: '另一份' }))
  expect(other.id).not.toBe(stored.id)
  const back = await built.app.request(`/api/comparisons/${stored.id}`)
  expect(await read(back)).toEqual(stored)
})

it('can be changed by nobody, and is no data that an answer stands on', async () => {
  const hash = async () => {
    const response = await built.app.request('/api/dataset')
    return ((await response.json()) as { hash: string }).hash
  }
  const before = await hash()
  const { id } = await read(await post({ ...COMPARISON, title: '不可改' }))
  expect(await hash()).toBe(before)
  const item = `/api/collections/comparisons/items/${id}`
  for (const method of ['PUT', 'PATCH', 'DELETE']) {
    const sent = changing(method, { properties: { title: '改了' } }, { 'If-Match': '*' })
    const response = await built.app.request(item, sent)
    expect(response.status, method).toBeGreaterThanOrEqual(400)
  }
  const back = await built.app.request(`/api/comparisons/${id}`)
  expect((await read(back)).comparison.title).toBe('不可改')
})

it('refuses one of a newer version, seven candidates, a name of 81 characters, and who does not sign', async () => {
  const refused = async (more: object) => {
    const problem = await problemOf(await post({ ...COMPARISON, ...more }), 400)
    return problem.errors?.map(({ pointer, detail, detailZh }) => [pointer, detail, detailZh])[0]
  }
  expect(await refused({ version: 2 })).toEqual([
    '/version',
    '2 was given. It was made by a newer version of the atlas, and 1 is the newest read here',
    '现为 2 。由较新版本生成，此处最多能读第 1 版',
  ])
  const seven = Array.from({ length: 7 }, (_, place) => `P${place}`)
  expect((await refused({ candidateIds: seven }))?.[0]).toBe('/candidateIds')
  expect((await refused({ title: '名'.repeat(81) }))?.[0]).toBe('/title')
  expect((await refused({ referenceId: 'CQ-N01' }))?.[0]).toBe('/referenceId')
  // Neither the page of somebody else nor what this page would not understand.
  for (const address of ['https://example.org/?at=compare', 'at=compare&run=1', 'compare', '<b>']) {
    expect((await refused({ address }))?.[0], address).toBe('/address')
  }
  const notes = Object.fromEntries(Array.from({ length: 21 }, (_, at) => [at, '注'.repeat(2000)]))
  expect(await refused({ notes })).toEqual([
    '/notes',
    expect.stringContaining('All notes together have 40000 characters at most'),
    expect.stringContaining('全部备注合计不得超过 40000 个字符'),
  ])
  const long = await post({ ...COMPARISON, title: '名'.repeat(80) })
  expect((await read(long)).comparison.title).toHaveLength(80)
  const unsigned = await built.app.request('/api/comparisons', sending('POST', COMPARISON))
  const { errors } = await problemOf(unsigned, 400)
  expect(errors?.map(({ pointer }) => pointer)).toEqual(['Atlas-Editor:', 'Atlas-Reason:'])
})

it('says in both languages that a link leads nowhere', async () => {
  const problem = await problemOf(await built.app.request('/api/comparisons/0123'), 404)
  expect([problem.detail, problem.detailZh]).toEqual([
    'There is no comparison “0123”: it was deleted, or the link is not whole.',
    '没有编号为“0123”的比选：可能已被删除，或链接不完整。',
  ])
})

it.each([
  ['{"version": 7, "from": "later"}', '较新版本保存（第 7 版，此处最多能读第 1 版）'],
  ['{"version": 1', '已损坏，无法读取：请分享者重新分享'],
  ['{"version": 1, "title": "不全"}', '已损坏，无法读取：请分享者重新分享'],
])('says of what it cannot read, %s, what to do', async (content, said) => {
  const id = hashOf(content).slice(0, 16)
  const { kind } = await built.store.rows.write(HOME, {
    collection: 'comparisons',
    id,
    seen: 'nothing',
    by: { who: '测试', why: '另一版本所存' },
    draft: () => ({
      type: 'Feature',
      geometry: null,
      properties: { title: '他版', content, source: '测试', confidence: 'high' },
    }),
  })
  expect(kind).toBe('written')
  const problem = await problemOf(await built.app.request(`/api/comparisons/${id}`), 422)
  expect(problem.detailZh).toContain(said)
})
