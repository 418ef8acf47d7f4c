// Does a saved answer say whether it still holds, and what has become of it?
import { expect, it } from 'vitest'
import { savedAnswer } from '#geodata/analysis/siting/saved-answer.ts'
import { SitingResult } from '#geodata/contract/processes/siting.ts'
import { VerifyResult } from '#geodata/contract/processes/verify.ts'
import { builtApp, problemOf, sending } from '#tests/support/built-app.ts'
import { by, changing } from '#tests/support/edits.ts'

const built = builtApp()
const SITING = { productId: 'battery-tray', weights: { plantMinutes: 3, land: 1 } }
const ask = (id: string, inputs: object) =>
  built.app.request(`/api/processes/${id}/execution`, sending('POST', { inputs }))
const saved = async () =>
  savedAnswer(SitingResult.parse(await (await ask('siting', SITING)).json()))
const verified = async (inputs: object) =>
  VerifyResult.parse(await (await ask('verify', inputs)).json())

it('finds the same bytes while nothing has changed, also once the question has been saved', async () => {
  const then = await saved()
  expect(await verified({ siting: SITING, saved: then })).toMatchObject({
    isSame: true,
    changed: [],
    moved: [],
    gone: [],
    joined: [],
  })
  const draft = {
    type: 'Feature',
    geometry: null,
    properties: {
      title: '虚构的选址',
      address: 'at=site',
      question: JSON.stringify(SITING),
      answer: JSON.stringify(then),
      source: 'invented',
      confidence: 'high',
    },
  }
  const stored = await built.app.request(
    '/api/collections/scenarios/items',
    changing('POST', draft),
  )
  expect(stored.status).toBe(201)
  expect((await verified({ siting: SITING, saved: then })).changed).toEqual([])
})

it('takes an answer saved while a network had one name for both languages', async () => {
  const then = await saved()
  const network = { ...then.basis.network, name: '骨架路网 skeleton' }
  const older = { ...then, basis: { ...then.basis, network } }
  expect(await verified({ siting: SITING, saved: older })).toMatchObject({
    isSame: true,
    changed: [],
  })
})

it('keeps no question or answer that could not be read again', async () => {
  const then = await saved()
  const properties = {
    title: '虚构',
    address: '',
    question: JSON.stringify(SITING),
    answer: JSON.stringify(then),
    source: 'invented',
    confidence: 'high',
  }
  for (const bad of [{ question: 'not json' }, { answer: '{}' }]) {
    const draft = { type: 'Feature', geometry: null, properties: { ...properties, ...bad } }
    const response = await built.app.request(
      '/api/collections/scenarios/items',
      changing('POST', draft),
    )
    const problem = await problemOf(response, 400)
    expect(problem.errors?.[0]?.pointer).toBe(`/properties/${Object.keys(bad)[0]}`)
  }
})

it('says that the data changed, who moved, and who is gone', async () => {
  const then = await saved()
  const since = new Date().toISOString()
  const first = then.ranking[0]!
  const address = `/api/collections/parks/items/${first.id}`
  const etag = (await built.app.request(address)).headers.get('ETag') ?? ''
  // The best park turns into a partner outside the city: no candidate any more.
  const patched = await built.app.request(
    address,
    changing('PATCH', { properties: { stage: 'partner' } }, { 'If-Match': etag }),
  )
  expect(patched.status).toBe(200)
  const result = await verified({ siting: SITING, saved: then })
  expect(result.isSame).toBe(false)
  expect(result.changed).toEqual(['dataset'])
  expect(result.gone.map(({ id }) => id)).toEqual([first.id])
  // Saved nowhere, nobody knows since when; told the time, it names the row, who and why.
  const unsaved = { ...then, resultHash: 'of an answer saved nowhere' }
  expect((await verified({ siting: SITING, saved: unsaved })).changes).toBeNull()
  const named = await verified({ siting: SITING, saved: unsaved, since })
  expect(named.changes).toMatchObject([
    { collection: 'parks', rowId: first.id, nameZh: first.nameZh, who: 'planner', why: 'a visit' },
  ])
  expect(named.changes?.[0]?.fields).toContain('stage')
  const second = result.moved.find(({ id }) => id === then.ranking[1]!.id)
  expect([second?.rankThen, second?.rankNow]).toEqual([2, 1])
})

it('says when the question is not the one that was saved, and refuses what is no answer', async () => {
  const then = await saved()
  const other = await verified({ siting: { ...SITING, plantWindowMinutes: 30 }, saved: then })
  expect(other.changed).toEqual(['parameters'])
  expect(other.isSame).toBe(false)
  await problemOf(await ask('verify', { siting: SITING, saved: { ranking: 'none' } }), 400)
})

async function patch(id: string, properties: object, who: string, why: string): Promise<void> {
  const address = `/api/collections/parks/items/${id}`
  const etag = (await built.app.request(address)).headers.get('ETag') ?? ''
  const headers = { 'If-Match': etag, ...by(who, why) }
  const patched = await built.app.request(address, changing('PATCH', { properties }, headers))
  expect(patched.status, await patched.clone().text()).toBe(200)
}

async function keep(then: object): Promise<void> {
  const properties = {
    title: '虚构的选址',
    address: 'at=site',
    question: JSON.stringify(SITING),
    answer: JSON.stringify(then),
    source: 'invented',
    confidence: 'high',
  }
  const draft = { type: 'Feature', geometry: null, properties }
  const url = '/api/collections/scenarios/items'
  expect((await built.app.request(url, changing('POST', draft))).status).toBe(201)
}

it('names who changed which row and why, and by how much whose figures moved', async () => {
  const then = await saved()
  await keep(then)
  const { id } = then.ranking[3]!
  await patch(
    id,
    { plannedAreaSquareKilometers: 9, developedAreaSquareKilometers: 6 },
    '王工',
    '实测',
  )
  await patch(id, { developedAreaSquareKilometers: 7 }, '李工', '复测')
  // Changed and changed back: as it was.
  const other = then.ranking[5]!.id
  const { properties } = (await (
    await built.app.request(`/api/collections/parks/items/${other}`)
  ).json()) as { properties: { note: string | null } }
  await patch(other, { note: 'for a moment' }, 'planner', 'by mistake')
  await patch(other, { note: properties.note }, 'planner', 'taken back')
  const { changes, moved, figuresAreEqual } = await verified({ siting: SITING, saved: then })
  expect(changes?.map(({ rowId, who, why }) => [rowId, who, why])).toEqual([[id, '李工', '复测']])
  expect(changes?.[0]?.fields.toSorted()).toEqual(
    expect.arrayContaining(['developedAreaSquareKilometers']),
  )
  expect(figuresAreEqual).toBe(false)
  const one = moved.find((candidate) => candidate.id === id)
  expect(one?.figures).toEqual([
    { criterion: 'land', rawThen: then.ranking[3]!.raws!.land, rawNow: 2 },
  ])
  // Whose figures did not move is not told as moved.
  for (const { figures, rankThen, rankNow, scoreThen, scoreNow } of moved) {
    expect(figures.length > 0 || rankThen !== rankNow || scoreThen !== scoreNow).toBe(true)
  }
})

it('calls figures equal when a park has only been renamed, and finds the same', async () => {
  const then = await saved()
  await keep(then)
  const { id } = then.ranking[2]!
  await patch(id, { nameZh: '改名的园', nameEn: 'Renamed' }, 'planner', 'a new name')
  const result = await verified({ siting: SITING, saved: then })
  expect(result).toMatchObject({ isSame: true, figuresAreEqual: true, changed: ['dataset'] })
  expect(result.changes?.map(({ rowId, why }) => [rowId, why])).toEqual([[id, 'a new name']])
  expect(result.moved).toEqual([])
})

it('has one hash for pins in any order and under any name', async () => {
  const [one, two] = [
    [106.5, 29.5],
    [106.6, 29.6],
  ]
  const asked = async (pins: object[]) =>
    savedAnswer(SitingResult.parse(await (await ask('siting', { ...SITING, pins })).json()))
  const first = await asked([
    { id: 'a', lngLat: one },
    { id: 'b', lngLat: two },
  ])
  const turned = await asked([
    { id: 'second', lngLat: two },
    { id: 'first', lngLat: one },
  ])
  expect(turned.resultHash).toBe(first.resultHash)
  expect(turned.basis.parametersHash).toBe(first.basis.parametersHash)
  const moved = await asked([
    { id: 'a', lngLat: one },
    { id: 'b', lngLat: [106.61, 29.6] },
  ])
  expect(moved.resultHash).not.toBe(first.resultHash)
  expect(moved.basis.parametersHash).not.toBe(first.basis.parametersHash)
})
