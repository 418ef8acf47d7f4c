// A newer base stands against an edit: taken over, turned down, and what comes after either.
import { expect, it } from 'vitest'
import type { Proposal } from '#geodata/contract/documents.ts'
import { createApp } from '#server/app.ts'
import { loadRegion } from '#server/region/region.ts'
import type { Store } from '#server/store/store.ts'
import { problemOf } from '#tests/support/built-app.ts'
import { by } from '#tests/support/edits.ts'
import { HOME } from '#tests/support/home.ts'
import { withCells, without } from '#tests/support/sources-copy.ts'
import { workplace } from '#tests/support/workplace.ts'

async function served(store: Store) {
  const region = await loadRegion(store)
  const app = createApp({ store, region, mapApprovalNumber: null, basemap: null, log: () => {} })
  return {
    proposals: async () =>
      ((await (await app.request('/api/proposals')).json()) as { items: Proposal[] }).items,
    answer: (row: string, what: string, headers: Record<string, string> = {}) =>
      app.request(`/api/proposals/${row}/${what}`, {
        method: 'POST',
        headers: { ...by('chief', 'the base knows better'), ...headers },
      }),
    undo: (changeId: string) =>
      app.request(`/api/history/${changeId}/undo`, { method: 'POST', headers: by() }),
  }
}

const nameOf = async ({ rows }: Store, id: string) =>
  (await rows.find(HOME, 'hubs', id))?.feature.properties.nameEn
const renamed = (nameEn: string) => withCells('H-P01,', { name_en: nameEn })

/** A hub renamed here and, otherwise, in a newer base. */
async function contested() {
  const place = workplace()
  await place.open()
  place.edit(`UPDATE hubs SET name_en = 'Ours' WHERE id = 'H-P01'`)
  place.rebuild(renamed('Theirs'))
  const store = await place.open()
  return { ...place, store, ...(await served(store)) }
}

it('shows what is here beside what the base offers, with the tag to answer by', async () => {
  const { store, proposals } = await contested()
  const [proposal] = await proposals()
  expect(proposal?.current?.properties.nameEn).toBe('Ours')
  expect(proposal?.rows[0]?.properties.nameEn).toBe('Theirs')
  expect(proposal?.etag).toBe((await store.rows.find(HOME, 'hubs', 'H-P01'))?.etag)
})

it('accepted, the row is the base’s, follows it from then on, and the data are the base’s own', async () => {
  const { store, answer, proposals, rebuild, open } = await contested()
  expect(await store.facts.identity(HOME)).not.toBe((await store.documents.dataset(HOME)).hash)
  const response = await answer('hubs/H-P01', 'accept')
  expect(response.status).toBe(200)
  expect(await nameOf(store, 'H-P01')).toBe('Theirs')
  expect(await proposals()).toEqual([])
  expect(await store.facts.identity(HOME)).toBe((await store.documents.dataset(HOME)).hash)
  const [line] = await store.history.changes(HOME, { limit: 1 })
  expect([line?.who, line?.why, line?.what]).toEqual(['chief', 'the base knows better', 'update'])
  rebuild(renamed('Theirs again'))
  expect(await nameOf(await open(), 'H-P01')).toBe('Theirs again')
})

it('accepted and undone, the edit is back and is kept from the next base', async () => {
  const { store, answer, undo, rebuild, open } = await contested()
  const changeId = (await answer('hubs/H-P01', 'accept')).headers.get('Atlas-Change') ?? ''
  expect((await undo(changeId)).status).toBe(200)
  expect(await nameOf(store, 'H-P01')).toBe('Ours')
  rebuild(renamed('Theirs again'))
  const later = await open()
  expect(await nameOf(later, 'H-P01')).toBe('Ours')
  expect(await later.history.proposals(HOME)).toHaveLength(1)
})

it('refused, the edit stands and nothing is proposed until the base changes once more', async () => {
  const { store, answer, proposals, rebuild, open, undo } = await contested()
  const response = await answer('hubs/H-P01', 'refuse')
  expect(response.status).toBe(200)
  expect([await nameOf(store, 'H-P01'), await proposals()]).toEqual(['Ours', []])
  const [line] = await store.history.changes(HOME, { limit: 1 })
  expect([line?.who, line?.what, line?.rowId]).toEqual(['chief', 'refuse', 'H-P01'])
  await problemOf(await undo(line?.changeId ?? ''), 422)
  expect(await (await open()).history.proposals(HOME)).toEqual([])
  rebuild(renamed('Theirs again'))
  expect(await (await open()).history.proposals(HOME)).toHaveLength(1)
  await problemOf(await answer('hubs/nobody', 'refuse'), 404)
})

it('is not accepted by who saw an older row', async () => {
  const { answer, edit, proposals } = await contested()
  const [proposal] = await proposals()
  edit(`UPDATE hubs SET name_en = 'Ours at last' WHERE id = 'H-P01'`)
  const held = { 'If-Match': `"${proposal?.etag}"` }
  const { current } = await problemOf(await answer('hubs/H-P01', 'accept', held), 412)
  expect(current?.properties.nameEn).toBe('Ours at last')
})

it('brings back what was deleted here, and takes away what the base gave up', async () => {
  const { open, edit, rebuild } = workplace()
  await open()
  edit(`DELETE FROM hubs WHERE id = 'H-P01'; UPDATE hubs SET name_en = 'Ours' WHERE id = 'H-P05'`)
  rebuild((text) => without('H-P05,')(renamed('Back')(text)))
  const store = await open()
  const { answer, proposals } = await served(store)
  expect((await proposals()).map(({ rowId, current }) => [rowId, current === null])).toEqual([
    ['H-P01', true],
    ['H-P05', false],
  ])
  expect((await answer('hubs/H-P01', 'accept')).status).toBe(200)
  expect((await answer('hubs/H-P05', 'accept')).status).toBe(204)
  expect([await nameOf(store, 'H-P01'), await nameOf(store, 'H-P05')]).toEqual(['Back', undefined])
  expect(await store.facts.identity(HOME)).toBe((await store.documents.dataset(HOME)).hash)
})

it('does not take away what others name until told to detach them', async () => {
  const { open, edit, rebuild } = workplace()
  await open()
  edit(`UPDATE parks SET name_en = 'Ours' WHERE id = 'SC-05';
        INSERT INTO links (id, description, from_ids, to_ids) VALUES ('OWN', '试验', 'SC-05', '510100')`)
  rebuild(without('SC-05,'), 'parks.csv')
  const store = await open()
  const { answer } = await served(store)
  const { dependents } = await problemOf(await answer('parks/SC-05', 'accept'), 409)
  expect(dependents?.map(({ id }) => id)).toEqual(['OWN'])
  expect((await answer('parks/SC-05', 'accept?detach=true')).status).toBe(204)
  expect((await store.rows.find(HOME, 'links', 'OWN'))?.feature.properties.fromIds).toEqual([])
})

it('takes over a table without ids whole', async () => {
  const { open, edit, rebuild } = workplace()
  await open()
  edit(`UPDATE plants SET note = 'seen by us' WHERE fid = 1`)
  rebuild(withCells('plant,', { note: 'theirs' }), 'plants.csv')
  const store = await open()
  const { answer, undo } = await served(store)
  const ours = await store.documents.rows(HOME, 'plants')
  const response = await answer('plants/*', 'accept')
  expect(response.status).toBe(204)
  expect(await store.facts.identity(HOME)).toBe((await store.documents.dataset(HOME)).hash)
  expect((await store.documents.rows(HOME, 'plants')).map(({ note }) => note)).toContain('theirs')
  expect((await undo(response.headers.get('Atlas-Change') ?? '')).status).toBe(200)
  expect(await store.documents.rows(HOME, 'plants')).toEqual(ours)
})

/** The example of GB 32100-2015, and a code that a large firm publishes. */
const [CODE, OTHER] = ['91350100M000100Y43', '91440300708461136T']
const coded = (codes: Record<string, string>) => (text: string) =>
  Object.entries(codes).reduce(
    (so, [id, unified_code]) => withCells(`${id},`, { unified_code })(so),
    text,
  )
const ownFirm = (code: string) =>
  `INSERT INTO companies (id, name_zh, name_en, unified_code) VALUES ('OWN', '自建', 'Our own', '${code}')`
const codesOf = async ({ rows }: Store) =>
  (await rows.features(HOME, 'companies')).features
    .filter(({ properties }) => properties.unifiedCode)
    .map(({ id, properties }) => `${id} ${properties.unifiedCode}`)
    .sort()

it('brings no firm whose unified code a person’s row has: it waits until one of the two is corrected', async () => {
  const { open, edit, rebuild } = workplace()
  await open()
  edit(`${ownFirm(CODE)}; UPDATE companies SET unified_code = '${OTHER}' WHERE id = 'O003'`)
  rebuild((text) => {
    const like = text.split('\n').find((line) => line.startsWith('O004,'))
    return coded({ O001: CODE, N999: OTHER })(
      `${text.trimEnd()}\n${like?.replace('O004', 'N999')}\n`,
    )
  }, 'companies.csv')
  const store = await open()
  const { answer, proposals } = await served(store)
  expect(await codesOf(store)).toEqual([`O003 ${OTHER}`, `OWN ${CODE}`])
  expect(await store.rows.find(HOME, 'companies', 'N999')).toBeNull()
  const offers = await proposals()
  expect(
    offers.map(({ tableName, rowId, kind, current }) => [tableName, rowId, kind, current?.id]),
  ).toEqual([
    ['companies', 'O001', 'change', 'O001'],
    ['companies', 'N999', 'change', undefined],
  ])
  const error = {
    pointer: '/properties/unifiedCode',
    detail: `“${CODE}” was given; “Our own” (OWN) has it already: correct one of the two, or that row instead of this`,
    detailZh: `现为“${CODE}”，“自建”（OWN）已用此值：请改正其中一处，或直接更正那一条`,
  }
  expect(offers[0]?.errors).toEqual([error])
  const { errors } = await problemOf(await answer('companies/O001', 'accept'), 409)
  expect(errors).toEqual([error])
  edit(`UPDATE companies SET unified_code = NULL WHERE id IN ('OWN', 'O003')`)
  expect((await proposals()).flatMap((one) => one.errors)).toEqual([])
  expect((await answer('companies/O001', 'accept')).status).toBe(200)
  expect((await answer('companies/N999', 'accept')).status).toBe(200)
  expect(await codesOf(store)).toEqual([`N999 ${OTHER}`, `O001 ${CODE}`])
  // Nobody is said to have changed the rows that only waited.
  const told = (await store.history.changes(HOME)).map(({ who, what, rowId }) => [who, what, rowId])
  expect(told).toEqual([
    ['chief', 'insert', 'N999'],
    ['chief', 'update', 'O001'],
  ])
})

it('a row that waits keeps its code, which keeps back whom the base gives that one', async () => {
  const { open, edit, rebuild } = workplace()
  rebuild(coded({ O001: CODE }), 'companies.csv')
  await open()
  edit(ownFirm(OTHER))
  rebuild(coded({ O001: OTHER, O002: CODE }), 'companies.csv')
  const store = await open()
  const { answer, proposals } = await served(store)
  expect(await codesOf(store)).toEqual([`O001 ${CODE}`, `OWN ${OTHER}`])
  expect((await proposals()).map(({ rowId }) => rowId)).toEqual(['O001', 'O002'])
  edit(`DELETE FROM companies WHERE id = 'OWN'`)
  // Every row is as some base had it, and yet these are not the base's data.
  const { hash } = await store.documents.dataset(HOME)
  expect(await store.facts.identity(HOME)).not.toBe(hash)
  await problemOf(await answer('companies/O002', 'accept'), 409)
  expect((await answer('companies/O001', 'accept')).status).toBe(200)
  expect((await answer('companies/O002', 'accept')).status).toBe(200)
  expect(await codesOf(store)).toEqual([`O001 ${OTHER}`, `O002 ${CODE}`])
  expect(await store.facts.identity(HOME)).toBe(hash)
})

it('follows a base that gives two of its firms each other’s code, and withdraws what it takes back', async () => {
  const { open, edit, rebuild } = workplace()
  rebuild(coded({ O001: CODE, O002: OTHER }), 'companies.csv')
  await open()
  rebuild(coded({ O001: OTHER, O002: CODE }), 'companies.csv')
  const swapped = await open()
  expect(await codesOf(swapped)).toEqual([`O001 ${OTHER}`, `O002 ${CODE}`])
  expect(await swapped.history.proposals(HOME)).toEqual([])
  rebuild(coded({ O001: OTHER }), 'companies.csv')
  await open()
  edit(ownFirm(CODE))
  rebuild(coded({ O001: OTHER, O002: CODE }), 'companies.csv')
  expect(await (await open()).history.proposals(HOME)).toHaveLength(1)
  rebuild(coded({ O001: OTHER }), 'companies.csv')
  const store = await open()
  expect(await store.history.proposals(HOME)).toEqual([])
  expect(await codesOf(store)).toEqual([`O001 ${OTHER}`, `OWN ${CODE}`])
})
