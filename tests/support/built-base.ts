// Builds the base once, before tests run side by side and would each build it.
import { builtBase } from '#scripts/built-base.ts'

export async function setup(): Promise<void> {
  await builtBase()
}
