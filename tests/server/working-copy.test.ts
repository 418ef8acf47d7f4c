// Is the file that people work in a GeoPackage to GDAL too, while the server has it open and after?
import { copyFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { buildGeodata } from '#scripts/build-geodata.ts'
import { openAtlas } from '#server/store/atlas.ts'
import { insertSite } from '#tests/support/edits.ts'
import { ogrinfo } from '#tests/support/ogrinfo.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

it('opens without a warning, with every layer, the site just added and what was written down', (context) => {
  const folder = temporaryFolder()
  const file = path.join(folder, 'atlas.gpkg')
  const base = path.join(folder, 'base.gpkg')
  const { counts } = buildGeodata({ sourcesDir: 'geodata/sources', outFile: base })
  const atlas = openAtlas(folder)
  insertSite(atlas, 'mine')
  const expected = { ...counts, sites: 1, history: 1, proposals: 0 }
  const look = (at: string) => {
    const { said, warned } = ogrinfo(context, '-al', '-so', at)
    expect(warned).toBe('')
    for (const [layer, count] of Object.entries(expected)) {
      const found = said.match(new RegExp(`Layer name: ${layer}\\n[\\s\\S]*?Feature Count: (\\d+)`))
      expect(Number(found?.[1]), layer).toBe(count)
    }
  }
  look(file)
  atlas.close()
  const alone = path.join(temporaryFolder(), 'alone.gpkg')
  copyFileSync(file, alone)
  look(alone)
  const site = ogrinfo(context, '-q', '-spat', '106.5', '29.6', '106.6', '29.7', alone, 'sites')
  expect(site.said).toContain('备选一')
})
