// Presentations that are on: what was kept last, also for a server that starts anew.
import { describe, expect, it } from 'vitest'
import type { OpenedStore } from '#tests/contracts/store/opened-store.ts'

export function presentationContract(opened: OpenedStore): void {
  describe('presentations', () => {
    it('are kept as they were said last, and found by a server that starts anew', async () => {
      const { presentations } = opened.store
      await presentations.keep(opened.region, { id: 'p-1', text: '{"scene":1}' })
      await presentations.keep(opened.region, { id: 'p-2', text: '{"scene":7}' })
      await presentations.keep(opened.region, { id: 'p-1', text: '{"scene":2}' })
      const again = await opened.again()
      const kept = await again.presentations.all(opened.region)
      expect(kept.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
        { id: 'p-1', text: '{"scene":2}' },
        { id: 'p-2', text: '{"scene":7}' },
      ])
    })

    it('are gone when they are removed, and one that is not there may be removed', async () => {
      const { presentations } = opened.store
      await presentations.keep(opened.region, { id: 'p-3', text: '{}' })
      await presentations.remove(opened.region, 'p-3')
      await presentations.remove(opened.region, 'p-none')
      const ids = (await presentations.all(opened.region)).map(({ id }) => id)
      expect(ids).not.toContain('p-3')
    })

    it('never leave their place by their name', async () => {
      const { presentations } = opened.store
      const outside = { id: '../p-4', text: '{}' }
      await expect(presentations.keep(opened.region, outside)).rejects.toThrow('p-4')
    })
  })
}
