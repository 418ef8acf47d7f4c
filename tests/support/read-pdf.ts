// A PDF as a witness of its own: what does it say, page by page, in which fonts, with which pictures?
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { TestContext } from 'vitest'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

export type ReadPdf = {
  /** Without spaces: between Han and digits there are some that nobody wrote. */
  pages: string[]
  fonts: { isEmbedded: boolean; isSubset: boolean }[]
  /** Raster pictures; vectors are none. */
  pictureCount: number
}

/** Skipped, and said so, where poppler is not installed. */
export function readPdf(context: TestContext, bytes: Uint8Array): ReadPdf {
  const file = path.join(temporaryFolder(), 'read.pdf')
  writeFileSync(file, bytes)
  const ask = (command: string, ...options: string[]) => {
    const { error, stdout } = spawnSync(command, options, { encoding: 'utf8' })
    if (error) context.skip(`${command} is not installed (Debian: poppler-utils): ${error.message}`)
    return stdout
  }
  const pages = ask('pdftotext', '-raw', file, '-').split('\f').slice(0, -1)
  const table = (text: string) => text.trim().split('\n').slice(2)
  return {
    pages: pages.map((page) => page.replaceAll(/\s/g, '')),
    // The last columns: emb, sub, uni, and the two numbers of the object.
    fonts: table(ask('pdffonts', file)).map((line) => {
      const [embedded, subset] = line.trim().split(/\s+/).slice(-5)
      return { isEmbedded: embedded === 'yes', isSubset: subset === 'yes' }
    }),
    pictureCount: table(ask('pdfimages', '-list', file)).length,
  }
}
