// DATA_DIR over the sources as they are: opened, edited past the server, and given a newer base.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { buildGeodata } from '#scripts/build-geodata.ts'
import { openStore } from '#server/store/open-store.ts'
import { registerSpatialFunctions } from '#server/store/sqlite/geopackage.ts'
import type { Store } from '#server/store/store.ts'
import { sourcesCopy } from '#tests/support/sources-copy.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

type Slip = { file: string; change: (text: string) => string }

/** Bases already built in this test file, by what was changed in the sources. */
const bases = new Map<string, Buffer>()

export function baseOf(slip?: Slip): Buffer {
  const sourcesDir = sourcesCopy(slip)
  const key = slip ? slip.file + readFileSync(path.join(sourcesDir, slip.file), 'utf8') : ''
  const known = bases.get(key)
  if (known) return known
  const outFile = path.join(temporaryFolder(), 'base.gpkg')
  buildGeodata({ sourcesDir, outFile })
  const built = readFileSync(outFile)
  bases.set(key, built)
  return built
}

export function workplace() {
  const dataDir = temporaryFolder()
  const outFile = path.join(dataDir, 'base.gpkg')
  writeFileSync(outFile, baseOf())
  return {
    dataDir,
    async open(): Promise<Store> {
      const store = await openStore(dataDir)
      onTestFinished(() => store.close())
      return store
    },
    /** As QGIS would: SQL on the file itself, past the server. */
    edit(sql: string): void {
      const database = new Database(path.join(dataDir, 'atlas.gpkg'))
      registerSpatialFunctions(database)
      database.exec(sql)
      database.close()
    },
    rebuild(change: (text: string) => string, file = 'hubs.csv'): void {
      writeFileSync(outFile, baseOf({ file, change }))
    },
  }
}
