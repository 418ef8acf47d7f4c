// Which tiles were made lately? They are kept until what is kept grows too large, the oldest first out.
import { LRUCache } from 'lru-cache'

export type TileMemory = {
  /** Null where the tile is known to be empty. */
  recall: (address: string, make: () => Uint8Array | null) => Uint8Array | null
}

/** Empty tiles count too, so that a map over the sea cannot fill the memory. */
const ENTRY_BYTES = 200

export function tileMemory(mostBytes: number): TileMemory {
  // A value of the cache is never null: it would count as unknown.
  const kept = new LRUCache<string, { tile: Uint8Array | null }>({
    maxSize: mostBytes,
    sizeCalculation: ({ tile }) => ENTRY_BYTES + (tile?.length ?? 0),
  })
  return {
    recall: (address, make) => {
      const known = kept.get(address)
      if (known) return known.tile
      const tile = make()
      kept.set(address, { tile })
      return tile
    },
  }
}
