// What was changed is written down, found again and put back.
import { describe, expect, it } from 'vitest'
import type { Outcome } from '#server/store/row-store.ts'
import type { OpenedStore } from '#tests/contracts/store/opened-store.ts'
import { siteDraft } from '#tests/support/edits.ts'

const BY = { who: 'planner', why: 'a visit' }
const CHIEF = { who: 'chief', why: 'second thoughts' }
const changeOf = (outcome: Outcome) =>
  outcome.kind === 'written' ? (outcome.changeId ?? '') : outcome.kind

export function historyContract(opened: OpenedStore): void {
  const write = (id: string, nameZh: string, seen: 'nothing' | 'anything' = 'anything') =>
    opened.store.rows.write(opened.region, {
      collection: 'sites',
      id,
      seen,
      by: BY,
      draft: () => siteDraft(nameZh),
    })
  const find = (id: string) => opened.store.rows.find(opened.region, 'sites', id)
  const undo = (changeId: string) => opened.store.history.undo(opened.region, changeId, CHIEF)
  const linesOf = (rowId: string, more: object = {}) =>
    opened.store.history.changes(opened.region, { collection: 'sites', rowId, ...more })

  describe('the history', () => {
    it('tells who changed what, when and why, with the row before and after', async () => {
      const started = new Date().toISOString()
      const changes = [
        changeOf(await write('h-told', '一', 'nothing')),
        changeOf(await write('h-told', '二')),
      ]
      const lines = await linesOf('h-told')
      expect(lines.map(({ changeId }) => changeId)).toEqual(changes.toReversed())
      expect(lines.map(({ what, before, after }) => [what, before, after])).toMatchObject([
        ['update', { properties: { nameZh: '一' } }, { properties: { nameZh: '二' } }],
        ['insert', null, { properties: { nameZh: '一' } }],
      ])
      expect(lines[0]?.after).toEqual((await find('h-told'))?.feature)
      for (const line of lines) {
        expect(line).toMatchObject({ collection: 'sites', rowId: 'h-told', undoes: null, ...BY })
        expect(line.changedAt >= started).toBe(true)
        expect(await opened.store.history.change(opened.region, line.changeId)).toEqual([line])
      }
      expect(await opened.store.history.change(opened.region, '999999999')).toEqual([])
    })

    it('comes the newest first, so many changes at a time', async () => {
      const changes: string[] = []
      for (const n of Array(5).keys())
        changes.unshift(changeOf(await write('h-pages', `${n}`, n ? 'anything' : 'nothing')))
      const page = async (more: object) =>
        (await linesOf('h-pages', more)).map(({ changeId }) => changeId)
      expect(await page({ limit: 2 })).toEqual(changes.slice(0, 2))
      expect(await page({ limit: 2, before: changes[1] })).toEqual(changes.slice(2, 4))
      expect(await page({ before: changes[4] })).toEqual([])
    })
  })

  describe('undoing', () => {
    it('puts the row back as it was, and undoing that does the change again', async () => {
      await write('h-undo', '一', 'nothing')
      const before = await find('h-undo')
      const change = changeOf(await write('h-undo', '二'))
      const after = await find('h-undo')
      const undone = changeOf(await undo(change))
      expect((await find('h-undo'))?.feature).toEqual(before?.feature)
      const [line] = await opened.store.history.change(opened.region, undone)
      expect(line).toMatchObject({ undoes: change, ...CHIEF })
      await undo(undone)
      expect((await find('h-undo'))?.feature).toEqual(after?.feature)
    })

    it('of an addition takes the row away; of a deletion brings it back', async () => {
      const added = changeOf(await write('h-added', '一', 'nothing'))
      const row = await find('h-added')
      const undone = changeOf(await undo(added))
      expect(await find('h-added')).toBeNull()
      await undo(undone)
      expect((await find('h-added'))?.feature).toEqual(row?.feature)
    })

    it('stops where somebody changed the row since, and shows it', async () => {
      const first = changeOf(await write('h-since', '一', 'nothing'))
      await write('h-since', '二')
      const now = await find('h-since')
      expect(await undo(first)).toEqual({
        kind: 'stale',
        collection: 'sites',
        id: 'h-since',
        current: now?.feature,
        etag: now?.etag,
      })
      expect(await find('h-since')).toEqual(now)
    })

    it('knows no change that was not made', async () => {
      expect((await undo('999999999')).kind).toBe('missing')
    })
  })
}
