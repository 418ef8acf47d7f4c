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
