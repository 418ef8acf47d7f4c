// How soon after the key does a scene stand complete, prepared beneath the one before it and not?
//
// From the key until the browser has painted words, figures and the whole map of the scene. Unprepared: the story
// backwards, where no scene was seen before. Prepared: forwards, each key once the page says that the next is ready.
// By the clock, in software rendering, where a map costs a hundred times what it costs a graphics card.
//
//   npm run bench -- present
import type { Browser, Page } from 'playwright-core'
import type { Story } from '#geodata/contract/stories.ts'
import { openBrowser, startAtlas, visit } from '#scripts/running-atlas.ts'
import { printTable } from '#tests/bench/median.ts'
import { load, machine } from '#tests/bench/timing.ts'

const PATIENCE_MILLISECONDS = 120_000

const atlas = await startAtlas()
const browser = await openBrowser()
try {
  const answer = await fetch(`${atlas.origin}/api/stories/one-plus-n`)
  const { scenes } = (await answer.json()) as Story
  console.log(`${machine()}; 1280 × 720, software rendering\n`)
  const backwards = await turned(browser, scenes.length, 'PageUp')
  const forwards = await turned(browser, scenes.length, 'PageDown')
  printTable(
    ['scene', 'unprepared', 'prepared', 'ready after'],
    scenes.flatMap(({ id, kind }) => {
      const prepared = forwards.get(id)
      const unprepared = backwards.get(id)
      if (!prepared || !unprepared) return []
      const name = kind === 'map' ? id : `${id} (${kind})`
      return [
        [
          name,
          inMilliseconds(unprepared.key),
          inMilliseconds(prepared.key),
          inMilliseconds(prepared.ready),
        ],
      ]
    }),
  )
  const keys = [...forwards.values()].map(({ key }) => key).sort((a, b) => a - b)
  console.log(
    `\nprepared, the slowest: ${inMilliseconds(keys.at(-1) ?? 0)}; load at the end ${load()}`,
  )
} finally {
  await browser.close()
  await atlas.stop()
}

function inMilliseconds(value: number): string {
  return `${Math.round(value)} ms`
}

type Turn = {
  /** From the key until the scene is complete, in milliseconds. */
  key: number
  /** From the scene before being complete until this one was ready, in milliseconds. */
  ready: number
}

/** Per scene id, for all scenes but the one that is begun with. */
async function turned(
  browser: Browser,
  count: number,
  key: 'PageUp' | 'PageDown',
): Promise<Map<string, Turn>> {
  const first = key === 'PageDown' ? 0 : count - 1
  const { page, context } = await visit(
    browser,
    `${atlas.origin}/?at=present&stage=1&scene=${first}`,
    { paints: true, viewport: { width: 1280, height: 720 }, deviceScaleFactor: 1 },
  )
  page.setDefaultTimeout(PATIENCE_MILLISECONDS)
  await page.locator('.show[data-revealed="true"]').waitFor()
  const turns = new Map<string, Turn>()
  for (let turn = 1; turn < count; turn++) {
    const complete = performance.now()
    const isReady = key === 'PageDown' ? '.show[data-ready]' : 'html[data-map-idle="true"]'
    await page.locator(isReady).waitFor({ state: 'attached' })
    const ready = performance.now() - complete
    const { id, milliseconds } = await press(page, key)
    turns.set(id, { key: milliseconds, ready })
  }
  await context.close()
  return turns
}

/** Presses a key; the scene that it leads to, and after how long the browser has painted it, complete. */
function press(page: Page, key: string): Promise<{ id: string; milliseconds: number }> {
  return page.evaluate(
    (key) =>
      new Promise((done) => {
        const show = document.querySelector<HTMLElement>('.show')
        const before = show?.dataset.scene
        const pressed = performance.now()
        dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
        const look = () => {
          const { scene = '', revealed } = show?.dataset ?? {}
          if (scene === before || revealed !== 'true') return requestAnimationFrame(look)
          // A task after the next frame begins once that frame is painted.
          const painted = new MessageChannel()
          painted.port1.onmessage = () =>
            done({ id: scene, milliseconds: performance.now() - pressed })
          return requestAnimationFrame(() => painted.port2.postMessage(null))
        }
        look()
      }),
    key,
  )
}
