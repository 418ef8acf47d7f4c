// Paper as a witness: what does a printed page say, and on how many sheets?
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import type { Page } from 'playwright-core'
import type { TestContext } from 'vitest'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

/** Prints on A4 and reads it, without its spaces, by pdftotext; where that is not installed the test is skipped and says so. */
export async function printed(
  context: TestContext,
  page: Page,
): Promise<{ text: string; pages: number; sheets: string[] }> {
  const file = path.join(temporaryFolder(), 'printed.pdf')
  await page.pdf({ path: file, preferCSSPageSize: true })
  const { error, stdout } = spawnSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' })
  if (error) context.skip(`pdftotext is not installed (Debian: poppler-utils): ${error.message}`)
  // Every page ends with a form feed.
  const sheets = stdout
    .split('\f')
    .slice(0, -1)
    .map((sheet) => sheet.replace(/\s/g, ''))
  return { text: sheets.join(''), pages: sheets.length, sheets }
}
