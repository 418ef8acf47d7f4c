// Which data are these, and what was written since somebody last looked?
import { describe, expect, it } from 'vitest'
import type { OpenedStore } from '#tests/contracts/store/opened-store.ts'
import { siteDraft } from '#tests/support/edits.ts'

const BY = { who: 'planner', why: 'a visit' }

export function factContract(opened: OpenedStore): void {
  const add = (id: string) =>
    opened.store.rows.write(opened.region, {
      collection: 'sites',
      id,
      seen: 'nothing',
      by: BY,
      draft: () => siteDraft(id),
    })

  describe('facts', () => {
    it('of rows written here tell which they are, and nothing when nothing was written', async () => {
      const { facts } = opened.store
      const revision = await facts.revision(opened.region)
      expect(await facts.touchedSince(opened.region, revision)).toEqual([])
      await add('f-touched')
      const touched = await facts.touchedSince(opened.region, revision)
      expect(touched).toEqual([{ table: 'sites', id: 'f-touched' }])
      const now = await facts.revision(opened.region)
      expect(await facts.touchedSince(opened.region, now)).toEqual([])
    })

    it('of rows that another server wrote are not passed over', async () => {
      const other = await opened.again()
      const revision = await other.facts.revision(opened.region)
      await add('f-elsewhere')
      const touched = await other.facts.touchedSince(opened.region, revision)
      const isFound = touched === 'any' || touched.some(({ id }) => id === 'f-elsewhere')
      expect(isFound).toBe(true)
    })

    it('bear another name after an edit, and the one before when it is undone', async () => {
      const { facts, history } = opened.store
      const before = await facts.identity(opened.region)
      expect(await facts.identity(opened.region)).toBe(before)
      const outcome = await add('f-named')
      const after = await facts.identity(opened.region)
      expect(after).not.toBe(before)
      const other = await opened.again()
      expect(await other.facts.identity(opened.region)).toBe(after)
      const changeId = outcome.kind === 'written' ? (outcome.changeId ?? '') : ''
      await history.undo(opened.region, changeId, BY)
      expect(await facts.identity(opened.region)).toBe(before)
    })
  })
}
