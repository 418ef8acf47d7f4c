// Builds the page once, before browser tests run side by side and would each build it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { prepare } from '#scripts/prepare.ts'

export async function setup(): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'park-atlas-built-'))
  await prepare(dataDir)
  rmSync(dataDir, { recursive: true })
}
