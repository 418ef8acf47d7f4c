// Files of stories: bytes under their hash, kept once, found by whoever opens the data again, in a backup too.
import { describe, expect, it } from 'vitest'
import type { OpenedStore } from '#tests/contracts/store/opened-store.ts'

const MOST_BYTES = 1000
const file = (id: string, bytes: number[] = [1, 2, 3]) => ({
  id,
  mediaType: 'image/png',
  bytes: Uint8Array.from(bytes),
})

export function storyFileContract(opened: OpenedStore): void {
  const keep = (one: ReturnType<typeof file>, mostBytes = MOST_BYTES) =>
    opened.store.storyFiles.keep(opened.region, one, mostBytes)

  describe('files of stories', () => {
    it('are found again by their id, byte for byte, and known without their bytes', async () => {
      expect(await opened.store.storyFiles.find(opened.region, 'f-none')).toBeNull()
      expect(await keep(file('f-1', [0, 255, 10]))).toEqual({ kind: 'kept', isNew: true })
      const again = await opened.again()
      const found = await again.storyFiles.find(opened.region, 'f-1')
      expect([...(found?.bytes ?? [])]).toEqual([0, 255, 10])
      expect(found?.mediaType).toBe('image/png')
      expect(await again.storyFiles.known(opened.region, ['f-1', 'f-none'])).toEqual([
        { id: 'f-1', mediaType: 'image/png', byteCount: 3 },
      ])
      expect(await again.storyFiles.known(opened.region, [])).toEqual([])
    })

    it('are kept once, whatever comes under their id later', async () => {
      await keep(file('f-2', [1]))
      expect(await keep(file('f-2', [2]))).toEqual({ kind: 'kept', isNew: false })
      const found = await opened.store.storyFiles.find(opened.region, 'f-2')
      expect([...(found?.bytes ?? [])]).toEqual([1])
    })

    it('stop at so many bytes together, and those of today stay', async () => {
      await keep(file('f-3', [1, 2]))
      expect(await keep(file('f-4', [1]), 2)).toEqual({ kind: 'no-room' })
      expect(await opened.store.storyFiles.find(opened.region, 'f-3')).not.toBeNull()
      expect(await opened.store.storyFiles.find(opened.region, 'f-4')).toBeNull()
    })

    it('go with a backup', async () => {
      await keep(file('f-5', [7]))
      const backup = await opened.store.backup()
      if (backup.kind !== 'backup') throw new Error(`${backup.kind} came; a backup was expected.`)
      const restored = await opened.fromBackup(await new Response(backup.body).bytes())
      expect((await restored.storyFiles.find(opened.region, 'f-5'))?.bytes[0]).toBe(7)
    })

    it('that no story names have a quarter of the room together, and the newest is refused', async () => {
      const most = 4000
      const many = (id: string, byteCount: number) => file(id, Array(byteCount).fill(1))
      expect(await keep(many('f-6', 600), most)).toMatchObject({ kind: 'kept' })
      expect(await keep(many('f-7', 600), most)).toEqual({ kind: 'no-room-unnamed' })
      expect(await opened.store.storyFiles.find(opened.region, 'f-7')).toBeNull()
      expect(await opened.store.storyFiles.find(opened.region, 'f-6')).not.toBeNull()
      expect(await keep(many('f-8', 300), most)).toMatchObject({ kind: 'kept' })
    })
  })
}
