// What does a contract of the store need to be opened, by whoever keeps the data?
import type { RegionId } from '#server/store/region-id.ts'
import type { Store } from '#server/store/store.ts'

export type OpenedStore = {
  store: Store
  region: RegionId
  /** The same data, opened once more as another server would. */
  again: () => Promise<Store>
  /** The same data, opened after a newer base has come in which hub H-P01 bears this English name. */
  overNewerBase: (nameEn: string) => Promise<Store>
  /** A store of its own that begins with this backup. */
  fromBackup: (backup: Uint8Array) => Promise<Store>
  /** Another program begins to write to the same data, and holds them until it is let go. */
  hold: () => Promise<() => void>
  /** Closes every store that was opened. */
  close: () => Promise<void>
}

/** Over data that hold the region of geodata/sources, and no site yet. */
export type Opener = () => Promise<OpenedStore>
