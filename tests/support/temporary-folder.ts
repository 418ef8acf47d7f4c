// A folder that is gone when the test ends.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'park-atlas-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}
