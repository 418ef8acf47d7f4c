// Does the store over a folder answer as every store must?
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { builtBase } from '#scripts/built-base.ts'
import { openStore } from '#server/store/open-store.ts'
import type { Store } from '#server/store/store.ts'
import { storeContract } from '#tests/contracts/store.ts'
import { HOME } from '#tests/support/home.ts'
import { withCells } from '#tests/support/sources-copy.ts'
import { baseOf } from '#tests/support/workplace.ts'

storeContract('SQLite and a folder', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'park-atlas-store-'))
  const base = path.join(folder, 'base.gpkg')
  copyFileSync(await builtBase(), base)
  const stores: Store[] = []
  const again = async () => {
    const store = await openStore(folder)
    stores.push(store)
    return store
  }
  const store = await again()
  return {
    store,
    region: HOME,
    again,
    overNewerBase: async (nameEn) => {
      const change = withCells('H-P01,', { name_en: nameEn })
      writeFileSync(base, baseOf({ file: 'hubs.csv', change }))
      return again()
    },
    fromBackup: async (backup) => {
      const restored = path.join(folder, `restored-${stores.length}`)
      mkdirSync(restored)
      writeFileSync(path.join(restored, 'atlas.gpkg'), backup)
      const from = await openStore(restored)
      stores.push(from)
      return from
    },
    hold: async () => {
      const other = new Database(path.join(folder, 'atlas.gpkg'))
      other.exec('BEGIN IMMEDIATE')
      return () => void other.close()
    },
    close: async () => {
      for (const one of stores) await one.close()
      rmSync(folder, { recursive: true })
    },
  }
})
