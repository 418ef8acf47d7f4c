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
