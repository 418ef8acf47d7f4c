// What a newer base offers where an edit stands: shown, taken over, turned down.
import { expect, it, onTestFinished } from 'vitest'
import type { RowFeature } from '#geodata/contract/history.ts'
import type { Store } from '#server/store/store.ts'
import type { OpenedStore, Opener } from '#tests/contracts/store/opened-store.ts'

const BY = { who: 'planner', why: 'a visit' }
const HUB = { collection: 'hubs', rowId: 'H-P01' } as const
/** What the server works out itself of a hub. */
const WORKED_OUT = ['id', 'adcode', 'precisionRadiusKilometers']

const draftOf = (present: RowFeature | null, nameEn: string) => ({
  type: 'Feature' as const,
  geometry: present?.geometry,
  properties: {
    ...Object.fromEntries(
      Object.entries(present?.properties ?? {}).filter(([name]) => !WORKED_OUT.includes(name)),
    ),
    nameEn,
  },
})

/** A newer base is built first. */
const SLOW = { timeout: 120_000 }

export function proposalContract(open: Opener): void {
  /** A hub renamed here, and otherwise in a newer base. */
  async function contested(): Promise<OpenedStore> {
    const opened = await open()
    onTestFinished(() => opened.close())
    await rename(opened, opened.store, 'Ours')
    return { ...opened, store: await opened.overNewerBase('Theirs') }
  }
  const rename = ({ region }: OpenedStore, store: Store, nameEn: string) =>
    store.rows.write(region, {
      collection: HUB.collection,
      id: HUB.rowId,
      seen: 'anything',
      by: BY,
      draft: (present) => draftOf(present, nameEn),
    })
  const nameOf = async ({ region, store }: OpenedStore) =>
    (await store.rows.find(region, HUB.collection, HUB.rowId))?.feature.properties.nameEn

  it('an edit stands, and what the base says of the row is offered beside it', SLOW, async () => {
    const opened = await contested()
    const { store, region } = opened
    const found = await store.rows.find(region, HUB.collection, HUB.rowId)
    const { hash } = await store.documents.dataset(region)
    expect(await nameOf(opened)).toBe('Ours')
    expect(await store.history.proposals(region)).toMatchObject([
      {
        ...HUB,
        kind: 'change',
        rows: [{ id: HUB.rowId, properties: { nameEn: 'Theirs' } }],
        current: found?.feature,
        etag: found?.etag,
        baseHash: hash,
      },
    ])
    expect(await store.facts.identity(region)).not.toBe(hash)
  })

  it(
    'accepted, the row is the base’s and the data are the base’s own; undone, the edit is back',
    SLOW,
    async () => {
      const opened = await contested()
      const { store, region } = opened
      const answer = { ...HUB, by: BY, detach: false }
      const stale = await store.history.accept(region, { ...answer, seen: ['another'] })
      expect(stale).toMatchObject({ kind: 'stale', current: { properties: { nameEn: 'Ours' } } })
      const outcome = await store.history.accept(region, { ...answer, seen: 'anything' })
      expect(outcome).toMatchObject({
        kind: 'written',
        row: { feature: { properties: { nameEn: 'Theirs' } } },
      })
      expect(await store.history.proposals(region)).toEqual([])
      expect(await store.facts.identity(region)).toBe((await store.documents.dataset(region)).hash)
      const changeId = outcome.kind === 'written' ? (outcome.changeId ?? '') : ''
      expect((await store.history.undo(region, changeId, BY)).kind).toBe('written')
      expect(await nameOf(opened)).toBe('Ours')
    },
  )

  it('refused, the edit stands and nothing more is offered', SLOW, async () => {
    const opened = await contested()
    const { store, region } = opened
    const outcome = await store.history.refuse(region, { ...HUB, by: BY })
    const changeId = outcome.kind === 'written' ? (outcome.changeId ?? '') : ''
    expect([await nameOf(opened), await store.history.proposals(region)]).toEqual(['Ours', []])
    expect((await store.history.undo(region, changeId, BY)).kind).toBe('fixed')
    expect((await store.history.refuse(region, { ...HUB, by: BY })).kind).toBe('missing')
  })
}
