// What does the API tell of what is weak, and does it follow what is mended and assigned?
import { expect, it } from 'vitest'
import { ProvenanceResult } from '#geodata/contract/processes/provenance.ts'
import { SensitivityResult } from '#geodata/contract/processes/sensitivity.ts'
import { builtApp, problemOf, sending } from '#tests/support/built-app.ts'
import { HOME } from '#tests/support/home.ts'

const built = builtApp()
const SITING = { productId: 'battery-tray', needs: [{ id: 'landHectares', amount: 12 }] }
const SAID = { source: 'provenance', confidence: 'high' }
const BY = { 'Atlas-Editor': 'tester', 'Atlas-Reason': 'test' }

const asked = (inputs: object, id = 'provenance') =>
  built.app.request(`/api/processes/${id}/execution`, sending('POST', { inputs }))

const answered = async (inputs: object = {}) =>
  ProvenanceResult.parse(await (await asked(inputs)).json())

const items = (collection: string) => `/api/collections/${collection}/items`

function assign(task: object, id?: string) {
  const draft = { type: 'Feature', geometry: null, properties: task }
  const match: Record<string, string> = id ? { 'If-Match': '*' } : {}
  return built.app.request(
    `${items('tasks')}${id ? `/${id}` : ''}`,
    sending(id ? 'PUT' : 'POST', draft, { ...BY, ...match }),
  )
}

it('weighs the places of parks and firms by the count that the sensitivity uses', async () => {
  const { items: lines, chanceNow, first } = await answered({ siting: SITING, limit: 1000 })
  const { worthKnowing } = SensitivityResult.parse(
    await (await asked({ siting: SITING }, 'sensitivity')).json(),
  )
  expect(chanceNow).toBe(worthKnowing.chanceNow)
  expect(first?.id).toBe(worthKnowing.nowId)
  const gained = (effect: (typeof lines)[number]['effect']) =>
    effect.kind === 'chance' ? [effect.chanceGained] : []
  const told = lines.flatMap(({ parts }) => parts.flatMap(({ effect }) => gained(effect)))
  const worth = worthKnowing.facts.map(({ chanceKnowing }) => chanceKnowing - chanceNow)
  expect(worth.length).toBeGreaterThan(0)
  expect(told.toSorted()).toEqual(worth.toSorted())
})

it('counts all, whatever is asked for, and gives a page of it', async () => {
  const all = await answered({ limit: 1000 })
  const { byKind, total } = all.counts
  expect(Object.values(byKind).reduce((sum, count) => sum + count, 0)).toBe(total)
  expect(all.isDefaultQuestion).toBe(true)
  const page = await answered({ kinds: ['imprecise'], limit: 5, offset: 10 })
  expect(page.counts).toEqual(all.counts)
  expect(page.matched).toBe(byKind.imprecise)
  const imprecise = all.items.filter(({ kind }) => kind === 'imprecise')
  expect(page.items.map(({ id }) => id)).toEqual(imprecise.slice(10, 15).map(({ id }) => id))
})

it('finds in the sources what the tables hold: places to the town, the district or unknown', async () => {
  const { items: lines } = await answered({ limit: 1000, kinds: ['imprecise'] })
  const count = (collection: string) => lines.filter((one) => one.collection === collection).length
  // Counted in the files of the sources by hand.
  expect([count('parks'), count('hubs'), count('platforms')]).toEqual([47, 16, 29])
})

it('tells a task as overdue, then as done, then as mended once the row is', async () => {
  const [line] = (await answered({ kinds: ['imprecise'], limit: 1000 })).items.filter(
    ({ collection }) => collection === 'hubs',
  )
  const { collection, rowId = '', kind } = line ?? {}
  const task = { collection, rowId, kind, assignedTo: '某区', dueDate: '2020-01-31', ...SAID }
  const before = await built.store.facts.identity(HOME)
  const written = await assign(task)
  expect(written.status).toBe(201)
  const { id } = (await written.json()) as { id: string }
  expect(await built.store.facts.identity(HOME)).toBe(before)
  const due = await answered({ standing: 'overdue' })
  expect(due.items.map((one) => [one.rowId, one.task?.assignedTo])).toEqual([[rowId, '某区']])
  expect(due.counts.sides).toEqual([{ side: '某区', total: 1, assigned: 1, overdue: 1, done: 0 }])

  expect((await assign({ ...task, doneDate: '2020-02-01' }, id)).status).toBe(200)
  const done = await answered({ side: '某区' })
  expect([done.counts.overdue, done.counts.done, done.matched]).toEqual([0, 1, 1])

  const row = await (await built.app.request(`${items('hubs')}/${rowId}`)).json()
  const { properties, ...feature } = row as { properties: Record<string, unknown> }
  const { id: _, adcode: __, precisionRadiusKilometers: ___, ...draft } = properties
  const exact = { ...feature, properties: { ...draft, coordPrecision: 'site' } }
  const mended = await built.app.request(
    `${items('hubs')}/${rowId}`,
    sending('PUT', exact, { ...BY, 'If-Match': '*' }),
  )
  expect(mended.status, await mended.clone().text()).toBe(200)
  const after = await answered({ side: '某区' })
  expect(after.matched).toBe(0)
  expect(after.mended.map((one) => [one.rowId, one.assignedTo])).toEqual([[rowId, '某区']])
})

it('refuses a day that there is not, and a kind that there is not, in both languages', async () => {
  const task = { collection: 'hubs', rowId: 'H', kind: 'imprecise', assignedTo: '某区', ...SAID }
  const refused = await assign({ ...task, dueDate: '2026-02-30' })
  const { errors } = await problemOf(refused, 400)
  expect(errors?.[0]?.pointer).toBe('/properties/dueDate')
  expect(errors?.[0]?.detailZh).toContain('“2026-02-30”')
  const kinds = await problemOf(await asked({ kinds: ['wrong'] }), 400)
  expect(kinds.errors?.[0]?.pointer).toBe('/inputs/kinds/0')
})

it('gives the list as a table in the language that is asked for, a row a field', async () => {
  const inputs = { kinds: ['contradictory'], limit: 1000 }
  const { items: lines } = await answered(inputs)
  const response = await built.app.request(
    '/api/processes/provenance/execution?f=csv&lang=en',
    sending('POST', { inputs }),
  )
  const [head = '', ...rows] = (await response.text()).trim().split(/\r?\n/)
  expect(head).toContain('Table,Id,Name,Kind,Field,Known,To mend it,Effect')
  expect(rows.length).toBe(lines.flatMap(({ parts }) => parts).length)
  expect(rows.every((row) => row.includes(',Contradictory,'))).toBe(true)
})
