// Extracts that are received, networks that are built from them, tiles where there are any.
import { describe, expect, it } from 'vitest'
import { decodeNetwork } from '#geodata/network/street/network-file.ts'
import { buildNetworkFile } from '#server/store/files/network-build.ts'
import type { OpenedStore } from '#tests/contracts/store/opened-store.ts'
import { townExtract } from '#tests/support/town-extract.ts'

const streamOf = (bytes: Uint8Array) => new Blob([Uint8Array.from(bytes)]).stream()

export function fileContract(opened: OpenedStore): void {
  const receive = (
    name: string,
    bytes: Uint8Array,
    limitBytes = 1e6,
    expectedBytes = bytes.length,
  ) =>
    opened.store.extracts.receive(opened.region, name, streamOf(bytes), {
      limitBytes,
      expectedBytes,
    })

  describe('extracts', () => {
    it('are listed by name once they are whole; what goes wrong leaves the old one', async () => {
      const { extracts } = opened.store
      expect(await extracts.has(opened.region, 'b.osm.pbf')).toBe(false)
      const first = await receive('b.osm.pbf', new Uint8Array(100))
      expect(first).toMatchObject({ kind: 'received', isNew: true, extract: { bytes: 100 } })
      expect(await receive('a.osm.pbf', new Uint8Array(5))).toMatchObject({ isNew: true })
      const larger = await receive('b.osm.pbf', new Uint8Array(200), 150)
      expect(larger).toEqual({ kind: 'too-large' })
      const cutOff = await receive('b.osm.pbf', new Uint8Array(30), 1e6, 40)
      expect(cutOff).toEqual({ kind: 'cut-off', bytes: 30 })
      const listed = await extracts.list(opened.region)
      expect(listed.map(({ name, bytes }) => [name, bytes])).toEqual([
        ['a.osm.pbf', 5],
        ['b.osm.pbf', 100],
      ])
      const again = await receive('b.osm.pbf', new Uint8Array(7))
      expect(again).toMatchObject({ isNew: false, extract: { bytes: 7 } })
      expect(await extracts.has(opened.region, 'b.osm.pbf')).toBe(true)
    })
  })

  describe('networks', () => {
    const built = async (name: string) => {
      const { networks } = opened.store
      await receive('town.osm.pbf', townExtract())
      const order = { name, extracts: ['town.osm.pbf'], cutAtMissingNodes: false }
      return buildNetworkFile(await networks.draft(opened.region, order))
    }

    it('are there once they are published, the newest first, and gone when removed', async () => {
      const { networks } = opened.store
      const ids = async () => (await networks.list(opened.region)).map(({ id }) => id)
      const before = await networks.version(opened.region)
      expect((await built('town')).kind).toBe('built')
      expect(await ids()).toEqual([])
      await networks.publish(opened.region, 'town')
      expect(await ids()).toEqual(['town'])
      const [one] = await networks.list(opened.region)
      expect(one).toMatchObject({ kind: 'network', id: 'town' })
      expect(await networks.read(opened.region, 'town')).toEqual(one)
      const file = await networks.file(opened.region, 'town')
      expect(decodeNetwork((await file?.arrayBuffer()) ?? new ArrayBuffer())).toMatchObject({
        kind: 'network',
        hash: one?.kind === 'network' && one.hash,
      })
      expect(await networks.file(opened.region, '../town')).toBe(null)
      expect(await networks.version(opened.region)).not.toBe(before)
      expect(await networks.remove(opened.region, 'town')).toBe(true)
      expect(await networks.remove(opened.region, 'town')).toBe(false)
      expect(await networks.remove(opened.region, '../town')).toBe(false)
      expect(await ids()).toEqual([])
    })

    it('that are discarded or swept leave the published one as it is', async () => {
      const { networks } = opened.store
      await built('kept')
      await networks.publish(opened.region, 'kept')
      const before = await networks.read(opened.region, 'kept')
      await built('kept')
      await networks.discard(opened.region, 'kept')
      await expect(networks.publish(opened.region, 'kept')).rejects.toThrow()
      await built('kept')
      await networks.sweep(opened.region)
      await expect(networks.publish(opened.region, 'kept')).rejects.toThrow()
      expect(await networks.read(opened.region, 'kept')).toEqual(before)
      await networks.remove(opened.region, 'kept')
    })

    it('that are refused say so in both languages, and not where the data lie', async () => {
      const { networks, address } = opened.store
      await receive('bad.osm.pbf', new Uint8Array(50).fill(7))
      const order = { name: 'bad', extracts: ['bad.osm.pbf'], cutAtMissingNodes: false }
      const outcome = await buildNetworkFile(await networks.draft(opened.region, order))
      if (outcome.kind !== 'refused') throw new Error(`${outcome.kind} came; refused expected.`)
      for (const text of [outcome.en, outcome.zh]) {
        expect(text).toContain('bad.osm.pbf')
        expect(text).not.toContain(address)
      }
    })
  })

  describe('tiles', () => {
    it('are null where there are none', async () => {
      expect(await opened.store.tiles.open(opened.region, () => true)).toBeNull()
    })
  })
}
