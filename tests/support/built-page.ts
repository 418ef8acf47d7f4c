// Builds the base and the page once, before browser tests run side by side and would each build them.
import { builtBase } from '#scripts/built-base.ts'
import { preparePage } from '#scripts/prepare.ts'

export async function setup(): Promise<void> {
  await builtBase()
  await preparePage()
}
