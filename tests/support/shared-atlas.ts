// What the browser tests of one run share: a server over the base as it is, and a browser.
//
// Starting them takes longer than most tests. A file that writes, or starts its server otherwise, has a
// server of its own (browsing.ts); the browser serves it too.
import type { TestProject } from 'vitest/node'
import { openBrowserServer, startAtlas } from '#scripts/running-atlas.ts'

declare module 'vitest' {
  interface ProvidedContext {
    sharedOrigin: string
    browserEndpoint: string
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const atlas = await startAtlas()
  const browser = await openBrowserServer()
  project.provide('sharedOrigin', atlas.origin)
  project.provide('browserEndpoint', browser.wsEndpoint())
  return async () => {
    await browser.close()
    await atlas.stop()
  }
}
