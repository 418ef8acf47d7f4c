// Which tiles were made lately? They are kept until what is kept grows too large, the oldest first out.

export type TileMemory = {
  /** Null where the tile is known to be empty. */
  recall: (address: string, make: () => Uint8Array | null) => Uint8Array | null
}

/** Empty tiles count too, so that a map over the sea cannot fill the memory. */
const ENTRY_BYTES = 200

export function tileMemory(mostBytes: number): TileMemory {
  // A Map keeps the order of insertion: what is used is put at the end again.
  const kept = new Map<string, Uint8Array | null>()
  let bytes = 0
  const weight = (tile: Uint8Array | null) => ENTRY_BYTES + (tile?.length ?? 0)
  return {
    recall: (address, make) => {
      const known = kept.get(address)
      const tile = known === undefined ? make() : known
      if (known !== undefined) kept.delete(address)
      else bytes += weight(tile)
      kept.set(address, tile)
      for (const [oldest, dropped] of kept) {
        if (bytes <= mostBytes) break
        kept.delete(oldest)
        bytes -= weight(dropped)
      }
      return tile
    },
  }
}
