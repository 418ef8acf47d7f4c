// What a browser test begins with: a server to look at, the browser of the run, and ways through the page.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Browser, chromium, type Download, type Page } from 'playwright-core'
import { afterAll, beforeAll, inject } from 'vitest'
import { type RunningAtlas, startAtlas, type Visit, visit } from '#scripts/running-atlas.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

export type Browsing = { origin: string; browser: Browser }

/** The server that all files look at together: for tests that change nothing in it. */
export function sharedAtlas(): Browsing {
  const browsing = { origin: inject('sharedOrigin') } as Browsing
  connectBrowser(browsing)
  return browsing
}

/** A server of this file's own, as `startAtlas` starts it; read the result inside tests and hooks only. */
export function ownAtlas(...how: Parameters<typeof startAtlas>): Browsing & RunningAtlas {
  const browsing = {} as Browsing & RunningAtlas
  beforeAll(async () => {
    Object.assign(browsing, await startAtlas(...how))
  })
  connectBrowser(browsing)
  afterAll(() => browsing.stop?.())
  return browsing
}

function connectBrowser(browsing: Browsing): void {
  beforeAll(async () => {
    browsing.browser = await chromium.connect(inject('browserEndpoint'))
  })
  afterAll(() => browsing.browser?.close())
}

/**
 * Goes to another state of the page as its Back button does, without loading it again: most of what a
 * visit costs is the first picture of the map.
 */
export async function turnTo(page: Page, query: string): Promise<void> {
  await page.evaluate((address) => {
    history.pushState(null, '', address)
    dispatchEvent(new PopStateEvent('popstate'))
  }, `/?${query}`)
}

/**
 * One page for the tests of a file, each of which begins at an address of its own: a map is drawn once.
 * For tests that leave nothing open and nothing stored. Read what it gives inside tests only.
 */
export function onePage(
  browsing: Browsing,
  options: Parameters<typeof visit>[2] = {},
): (query?: string) => Promise<Visit> {
  let visited: Visit | null = null
  afterAll(() => visited?.context.close())
  return async (query = '') => {
    if (visited === null) {
      visited = await visit(browsing.browser, `${browsing.origin}/?${query}`, options)
    } else {
      visited.errors.length = 0
      visited.outside.clear()
      await turnTo(visited.page, query)
    }
    return visited
  }
}

/** The text of a file that the page saves. */
export async function downloadedText(download: Download): Promise<string> {
  return (await downloadedBytes(download)).toString('utf8')
}

export async function downloadedBytes(download: Download): Promise<Buffer> {
  const file = path.join(temporaryFolder(), 'download')
  await download.saveAs(file)
  return readFileSync(file)
}

/** Opens a board of siting by its name, from the tabs or from what stands behind “more”. */
export async function openBoard(page: Page, name: string): Promise<void> {
  const views = page.locator('.panel .site-views')
  const one = views.getByRole('button', { name, exact: true })
  if (!(await one.isVisible())) await views.getByRole('button', { name: '更多' }).press('Enter')
  await one.press('Enter')
}

/** Asks a process of the server, beside the page, for what the page should show. */
export async function executed<T>(
  { origin }: Pick<Browsing, 'origin'>,
  process: string,
  inputs: object,
): Promise<T> {
  const response = await fetch(`${origin}/api/processes/${process}/execution`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ inputs }),
  })
  return (await response.json()) as T
}

/** Parts that reach over the right edge of the window without a region of their own to scroll in. */
export function widerThanWindow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolls = (part: Element): boolean =>
      getComputedStyle(part).overflowX !== 'visible' &&
      part.getBoundingClientRect().right <= innerWidth + 1
    const whole = '.panel, .inspector, .board, .site-board, .compare'
    const isHeld = (part: Element | null): boolean =>
      part !== null && !part.matches(whole) && (scrolls(part) || isHeld(part.parentElement))
    return [...document.querySelectorAll(`.app :is(${whole}) *`)]
      .filter(
        (part) =>
          part.checkVisibility() &&
          part.getBoundingClientRect().right > innerWidth + 1 &&
          !part.closest('.map-frame, svg') &&
          !isHeld(part.parentElement),
      )
      .map((part) => `${part.tagName} ${part.className}`)
  })
}
