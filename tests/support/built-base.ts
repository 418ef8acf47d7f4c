// Builds the base and the fonts of documents once, before tests run side by side and would each build them.
import { builtBase } from '#scripts/built-base.ts'
import { prepareDocumentFonts } from '#scripts/prepare.ts'

export async function setup(): Promise<void> {
  await builtBase()
  await prepareDocumentFonts()
}
