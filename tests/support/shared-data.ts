// Test data that is not part of the project: TEST_DATA_DIR, else ../shared/data beside it.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { TestContext } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../..')
const FOLDER = path.resolve(ROOT, process.env.TEST_DATA_DIR ?? '../shared/data')

export const ABSENT = 'the shared test data are absent; TEST_DATA_DIR says where they are'

/** Path of a file of the shared test data; null where it is absent. */
export function sharedFileOrNull(file: string): string | null {
  const full = path.join(FOLDER, file)
  return existsSync(full) ? full : null
}

/** Path of a file of the shared test data; where it is absent the test is skipped and says so. */
export function sharedFile(context: TestContext, file: string): string {
  return sharedFileOrNull(file) ?? context.skip(ABSENT)
}

/** A text of the shared test data; where it is absent the test is skipped and says so. */
export function sharedText(context: TestContext, file: string): string {
  return readFileSync(sharedFile(context, file), 'utf8')
}

/** Names of the files in a folder of the shared test data; none where it is absent. */
export function sharedFolder(folder: string): string[] {
  const full = path.join(FOLDER, folder)
  return existsSync(full) ? readdirSync(full).sort() : []
}
