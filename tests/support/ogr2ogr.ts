// GDAL as another hand: writes features in a format, so that what is read can be held against what went in.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { TestContext } from 'vitest'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

/** The files it wrote, by name; where it is not installed the test is skipped and says so. */
export function writtenByGdal(
  context: TestContext,
  features: object,
  { driver, file, options = [] }: { driver: string; file: string; options?: readonly string[] },
): Record<string, Uint8Array> {
  const folder = temporaryFolder()
  const source = path.join(folder, 'source.geojson')
  writeFileSync(source, JSON.stringify(features))
  const target = path.join(folder, file)
  const { error, status, stderr } = spawnSync(
    'ogr2ogr',
    ['-q', '-f', driver, target, source, ...options],
    { encoding: 'utf8' },
  )
  if (error) context.skip(`ogr2ogr is not installed (Debian: gdal-bin): ${error.message}`)
  if (status !== 0) throw new Error(`ogr2ogr ended with ${status}: ${stderr}`)
  const names = readdirSync(folder).filter((name) => name !== 'source.geojson')
  return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(folder, name))]))
}
