// DATA_DIR over the sources as they are: opened, edited past the server, and given a newer base.
import path from 'node:path'
import Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { buildGeodata } from '#scripts/build-geodata.ts'
import { type Atlas, openAtlas } from '#server/store/atlas.ts'
import { registerSpatialFunctions } from '#server/store/geopackage.ts'
import { sourcesCopy } from '#tests/support/sources-copy.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

export function workplace() {
  const dataDir = temporaryFolder()
  const outFile = path.join(dataDir, 'base.gpkg')
  buildGeodata({ sourcesDir: sourcesCopy(), outFile })
  return {
    dataDir,
    open(): Atlas {
      const atlas = openAtlas(dataDir)
      onTestFinished(() => {
        atlas.close()
      })
      return atlas
    },
    /** As QGIS would: SQL on the file itself, past the server. */
    edit(sql: string): void {
      const database = new Database(path.join(dataDir, 'atlas.gpkg'))
      registerSpatialFunctions(database)
      database.exec(sql)
      database.close()
    },
    rebuild(change: (text: string) => string, file = 'hubs.csv'): void {
      buildGeodata({ sourcesDir: sourcesCopy({ file, change }), outFile })
    },
  }
}
