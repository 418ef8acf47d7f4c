// The base that every data folder of a test begins with: built once, then copied.
import path from 'node:path'
import { prepareBase } from '#scripts/prepare.ts'

const FOLDER = '.cache'

/** The base over the sources as they are, built again when they changed; its path. */
export async function builtBase(): Promise<string> {
  await prepareBase(FOLDER)
  return path.join(FOLDER, 'base.gpkg')
}
