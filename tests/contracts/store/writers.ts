// Rows as they are written: nothing is lost, nothing half done, and of two writers one is told.
import { describe, expect, it } from 'vitest'
import type { Outcome } from '#server/store/row-store.ts'
import type { Store } from '#server/store/store.ts'
import type { OpenedStore } from '#tests/contracts/store/opened-store.ts'
import { siteDraft } from '#tests/support/edits.ts'

const BY = { who: 'planner', why: 'a visit' }
const order = (id: string, nameZh: string, seen: readonly string[] | 'nothing' | 'anything') => ({
  collection: 'sites' as const,
  id,
  seen,
  by: BY,
  draft: () => siteDraft(nameZh),
})
const tagOf = (outcome: Outcome) =>
  outcome.kind === 'written' ? [outcome.row?.etag ?? ''] : [outcome.kind]

export function writerContract(opened: OpenedStore): void {
  const add = (id: string, nameZh = id, store: Store = opened.store) =>
    store.rows.write(opened.region, order(id, nameZh, 'nothing'))
  const find = (id: string, store: Store = opened.store) =>
    store.rows.find(opened.region, 'sites', id)

  describe('a writer', () => {
    it('is answered with the row as it now lies there, and its tag', async () => {
      const outcome = await add('w-add', '备选一')
      expect(outcome.kind === 'written' && outcome.changeId).toMatch(/^\d+$/)
      const found = await find('w-add')
      expect(outcome.kind === 'written' && outcome.row).toEqual(found)
      expect(found?.feature).toMatchObject({
        type: 'Feature',
        id: 'w-add',
        geometry: { type: 'Point', coordinates: [106.53, 29.61] },
        properties: { nameZh: '备选一', nameEn: null, areaHectares: 12 },
      })
      expect((await add('w-add')).kind).toBe('missing')
    })

    it('who writes what is there already makes no change', async () => {
      await add('w-same')
      const before = await find('w-same')
      const again = await opened.store.rows.write(
        opened.region,
        order('w-same', 'w-same', 'anything'),
      )
      expect(again).toMatchObject({ kind: 'written', changeId: null })
      expect(await find('w-same')).toEqual(before)
    })

    it('who saw an older row changes nothing, and is shown the row as it is', async () => {
      const { rows } = opened.store
      const first = tagOf(await add('w-stale', '一'))
      const second = await rows.write(opened.region, order('w-stale', '二', first))
      expect(tagOf(second)).not.toEqual(first)
      const now = await find('w-stale')
      const late = await rows.write(opened.region, order('w-stale', '三', first))
      const current = now?.feature
      const stale = { kind: 'stale', collection: 'sites', id: 'w-stale', current, etag: now?.etag }
      expect(late).toEqual(stale)
      const removal = { collection: 'sites' as const, id: 'w-stale', by: BY, detach: false }
      expect(await rows.remove(opened.region, { ...removal, seen: first })).toEqual(stale)
      expect(await find('w-stale')).toEqual(now)
      const gone = await rows.remove(opened.region, { ...removal, seen: tagOf(second) })
      expect(gone).toMatchObject({ kind: 'written', row: null })
      expect(await find('w-stale')).toBeNull()
      const afterwards = await rows.write(opened.region, order('w-stale', '四', first))
      expect(afterwards.kind).toBe('missing')
    })

    it('whose draft throws has changed nothing', async () => {
      await add('w-throws')
      const { history, facts, rows } = opened.store
      const held = async () => [await find('w-throws'), await history.changes(opened.region)]
      const [before, revision] = [await held(), await facts.revision(opened.region)]
      const draft = () => {
        throw new Error('no draft')
      }
      const broken = { ...order('w-throws', '', 'anything'), draft }
      await expect(rows.write(opened.region, broken)).rejects.toThrow('no draft')
      expect(await held()).toEqual(before)
      expect(await facts.touchedSince(opened.region, revision)).toEqual([])
    })

    it('who asks first is told all that the rows hold against a draft, also where a part is missing', async () => {
      const { rows } = opened.store
      const trial = {
        collection: 'companies' as const,
        id: 'w-trial',
        draft: {
          type: 'Feature' as const,
          geometry: null,
          properties: { parkId: 'nowhere', segmentIds: ['nothing'], coordPrecision: 'site' },
        },
      }
      const faults = await rows.faults(opened.region, trial)
      expect(faults.map(({ pointer }) => pointer).sort()).toEqual([
        '/properties/coordPrecision',
        '/properties/parkId',
        '/properties/segmentIds/0',
      ])
      expect(await rows.find(opened.region, 'companies', 'w-trial')).toBeNull()
    })

    it('who names a row that is not there is told where', async () => {
      const { rows } = opened.store
      const [firm] = (await rows.features(opened.region, 'companies')).features
      const draft = () => ({
        type: 'Feature' as const,
        geometry: firm?.geometry,
        properties: { ...firm?.properties, parkId: 'nowhere' },
      })
      const wrong = { collection: 'companies' as const, id: firm?.id ?? '', by: BY, draft }
      const outcome = await rows.write(opened.region, { ...wrong, seen: 'anything' })
      expect(outcome).toMatchObject({
        kind: 'refused',
        errors: [{ pointer: '/properties/parkId' }],
      })
      expect((await rows.find(opened.region, 'companies', firm?.id ?? ''))?.feature).toEqual(firm)
    })

    it('deletes what others name only when they are detached, and all in one change', async () => {
      const { rows, history } = opened.store
      const { features } = await rows.features(opened.region, 'parks')
      const park = features.find(({ properties }) => Number(properties.companyCount) > 0)?.id ?? ''
      const removal = { collection: 'parks' as const, id: park, seen: 'anything' as const, by: BY }
      const dependents = await rows.dependents(opened.region, 'parks', park)
      expect(dependents.map(({ collection }) => collection)).toContain('companies')
      const stopped = await rows.remove(opened.region, { ...removal, detach: false })
      expect(stopped).toEqual({ kind: 'depended', dependents })
      const done = await rows.remove(opened.region, { ...removal, detach: true })
      const changeId = done.kind === 'written' ? (done.changeId ?? '') : done.kind
      expect(await rows.dependents(opened.region, 'parks', park)).toEqual([])
      const lines = await history.change(opened.region, changeId)
      expect(lines.filter(({ what }) => what === 'delete').map(({ rowId }) => rowId)).toEqual([
        park,
      ])
      expect(new Set(lines.map(({ rowId }) => rowId))).toEqual(
        new Set([park, ...dependents.map(({ id }) => id)]),
      )
      expect((await history.undo(opened.region, changeId, BY)).kind).toBe('written')
      expect((await rows.find(opened.region, 'parks', park))?.feature).toEqual(
        features.find(({ id }) => id === park),
      )
    })
  })

  describe('two writers', () => {
    it('who saw the same row: one writes, the other is shown what the first wrote', async () => {
      const other = await opened.again()
      const seen = tagOf(await add('w-two'))
      const outcomes = await Promise.all(
        [opened.store, other].map((store, one) =>
          store.rows.write(opened.region, order('w-two', `of ${one}`, seen)),
        ),
      )
      expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['stale', 'written'])
      const now = await find('w-two')
      expect(await find('w-two', other)).toEqual(now)
      expect(outcomes.find(({ kind }) => kind === 'stale')).toMatchObject({ current: now?.feature })
      const query = { collection: 'sites', rowId: 'w-two' }
      expect(await other.history.changes(opened.region, query)).toHaveLength(2)
    })

    it('who add at once: every row is there, each change with an id of its own', async () => {
      const other = await opened.again()
      const ids = Array.from({ length: 20 }, (_, n) => `w-many-${n}`)
      const outcomes = await Promise.all(
        ids.map((id, n) => add(id, id, n % 2 ? other : opened.store)),
      )
      const changes = outcomes.map((one) => (one.kind === 'written' ? one.changeId : one.kind))
      expect(new Set(changes).size).toBe(ids.length)
      for (const [n, id] of ids.entries()) {
        expect((await find(id, other))?.feature.id).toBe(id)
        const lines = await opened.store.history.change(opened.region, changes[n] ?? '')
        expect(lines.map(({ rowId }) => rowId)).toEqual([id])
      }
    })

    it('what one was told is written is there for whoever opens the data next', async () => {
      const outcome = await add('w-kept', '写下')
      const next = await opened.again()
      expect(outcome.kind === 'written' && outcome.row).toEqual(await find('w-kept', next))
      const [line] = await next.history.changes(opened.region, { limit: 1 })
      expect(line).toMatchObject({ what: 'insert', rowId: 'w-kept', ...BY })
    })
  })
}
