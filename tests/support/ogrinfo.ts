// GDAL as a witness: what does it read, and does it warn?
import { spawnSync } from 'node:child_process'
import type { TestContext } from 'vitest'

/** Runs ogrinfo; where it is not installed the test is skipped and says so. */
export function ogrinfo(
  context: TestContext,
  ...words: string[]
): { said: string; warned: string } {
  const { error, stdout, stderr } = spawnSync('ogrinfo', ['-ro', ...words], { encoding: 'utf8' })
  if (error) context.skip(`ogrinfo is not installed (Debian: gdal-bin): ${error.message}`)
  return { said: stdout, warned: stderr }
}

/** The rows of one layer as CSV, with the geometry as text; skipped where GDAL is not installed. */
export function layerAsCsv(
  context: TestContext,
  file: string,
  layer: string,
  config: Record<string, string> = {},
): string {
  const settings = Object.entries(config).flatMap(([name, value]) => ['--config', name, value])
  return asCsv(context, file, layer, '-lco', 'GEOMETRY=AS_WKT', ...settings)
}

/** What an SQL question, in the dialect of SpatiaLite, is answered; CSV. */
export function selectAsCsv(context: TestContext, file: string, sql: string): string {
  return asCsv(context, file, '-dialect', 'SQLite', '-sql', sql)
}

function asCsv(context: TestContext, ...words: string[]): string {
  const { error, stdout, status, stderr } = spawnSync(
    'ogr2ogr',
    ['-q', '-f', 'CSV', '/vsistdout/', ...words],
    { encoding: 'utf8', maxBuffer: 512 * 1024 * 1024 },
  )
  if (error) context.skip(`ogr2ogr is not installed (Debian: gdal-bin): ${error.message}`)
  if (status !== 0) throw new Error(`ogr2ogr ended with ${status}: ${stderr}`)
  return stdout
}

/** Writes to the file as GDAL does: one SQL statement. Skipped where GDAL is not installed. */
export function gdalWrites(context: TestContext, file: string, sql: string): void {
  const { error, stderr } = spawnSync('ogrinfo', ['-q', file, '-sql', sql], { encoding: 'utf8' })
  if (error) context.skip(`ogrinfo is not installed (Debian: gdal-bin): ${error.message}`)
  if (stderr) throw new Error(`GDAL said: ${stderr}`)
}

/** Adds features to a layer as GDAL does, from GeoJSON. */
export function gdalAdds(context: TestContext, file: string, layer: string, from: string): void {
  const words = ['-update', '-append', '-nln', layer, file, from]
  const { error, stderr } = spawnSync('ogr2ogr', words, { encoding: 'utf8' })
  if (error) context.skip(`ogr2ogr is not installed (Debian: gdal-bin): ${error.message}`)
  if (stderr) throw new Error(`GDAL said: ${stderr}`)
}
