// A backup holds every edit that was acknowledged before it was asked for, and a store begins with it again.
import { describe, expect, it } from 'vitest'
import type { OpenedStore } from '#tests/contracts/store/opened-store.ts'
import { siteDraft } from '#tests/support/edits.ts'

const BY = { who: 'planner', why: 'a visit' }

export function backupContract(opened: OpenedStore): void {
  const add = (id: string, store = opened.store) =>
    store.rows.write(opened.region, {
      collection: 'sites',
      id,
      seen: 'nothing',
      by: BY,
      draft: () => siteDraft(id),
    })

  it('a backup is a store with every row and its history, written to like any other', async () => {
    await add('b-before')
    const backup = await opened.store.backup()
    if (backup.kind !== 'backup') throw new Error(`${backup.kind} came; a backup was expected.`)
    await add('b-after')
    const bytes = await new Response(backup.body).bytes()
    expect(bytes.length).toBe(backup.bytes)
    const restored = await opened.fromBackup(bytes)
    const find = (id: string) => restored.rows.find(opened.region, 'sites', id)
    expect(await find('b-before')).toEqual(
      await opened.store.rows.find(opened.region, 'sites', 'b-before'),
    )
    expect(await find('b-after')).toBeNull()
    const [line] = await restored.history.changes(opened.region, { limit: 1 })
    expect(line).toMatchObject({ rowId: 'b-before', ...BY })
    expect((await add('b-more', restored)).kind).toBe('written')
    expect(await opened.store.rows.find(opened.region, 'sites', 'b-more')).toBeNull()
  })

  describe('while another program writes', () => {
    it('reads go on, a write is told that it is busy and has changed nothing, and goes as soon as it can', async () => {
      const { rows, history } = opened.store
      await add('b-held')
      const before = await history.changes(opened.region)
      const letGo = await opened.hold()
      const outcome = add('b-busy')
      let reads = 0
      const reading = (async () => {
        for (; reads < 20; reads++) await rows.find(opened.region, 'sites', 'b-held')
      })()
      expect(await Promise.race([outcome, reading])).toBeUndefined()
      expect(reads).toBe(20)
      expect(await outcome).toEqual({ kind: 'busy' })
      expect(await history.changes(opened.region)).toEqual(before)
      const patient = add('b-patient')
      letGo()
      expect((await patient).kind).toBe('written')
    })
  })
}
