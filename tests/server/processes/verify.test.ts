// Does a saved answer say whether it still holds, and what has become of it?
import { expect, it } from 'vitest'
import { savedAnswer } from '#geodata/analysis/siting/saved-answer.ts'
import { SitingResult } from '#geodata/contract/processes/siting.ts'
import { VerifyResult } from '#geodata/contract/processes/verify.ts'
import { builtApp, problemOf, sending } from '#tests/support/built-app.ts'
import { changing } from '#tests/support/edits.ts'

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
