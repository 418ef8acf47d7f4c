// What does GDAL, which wrote no line of ours, say of the GeoPackage?
import path from 'node:path'
import { expect, it } from 'vitest'
import { buildGeodata } from '#scripts/build-geodata.ts'
import { ogrinfo } from '#tests/support/ogrinfo.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

it('opens without a warning, with every row, and every area is sound', (context) => {
  const file = path.join(temporaryFolder(), 'base.gpkg')
  const { counts } = buildGeodata({ sourcesDir: 'geodata/sources', outFile: file })
  const { said, warned } = ogrinfo(context, '-al', '-so', file)
  expect(warned).toBe('')
  for (const [layer, count] of Object.entries(counts)) {
    const found = said.match(new RegExp(`Layer name: ${layer}\\n[\\s\\S]*?Feature Count: (\\d+)`))
    expect(Number(found?.[1]), layer).toBe(count)
  }
  for (const layer of ['districts', 'basemap']) {
    const unsound = `SELECT count(*) AS unsound FROM ${layer} WHERE ST_IsValid(geom) <> 1`
    const checked = ogrinfo(context, '-q', '-dialect', 'SQLite', '-sql', unsound, file)
    expect(checked.said, layer).toContain('unsound (Integer) = 0')
  }
})
