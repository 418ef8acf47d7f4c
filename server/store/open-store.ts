// Which store lies at this address? Today a folder, with its tables in SQLite.
import { openSqliteStore } from '#server/store/sqlite/sqlite-store.ts'
import type { Opening, Store } from '#server/store/store.ts'

/** Rejects with RefusedFile when the data cannot be opened safely. */
export function openStore(address: string, opening: Opening = {}): Promise<Store> {
  return openSqliteStore(address, opening)
}
