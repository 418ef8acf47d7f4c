// Do the rings follow the pointer? How soon is printed, not asserted: it depends on the machine.
import { loadavg } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { mapIdle, visit } from '#scripts/running-atlas.ts'
import { buildNetworkFile } from '#server/store/files/network-build.ts'
import { networksFolder } from '#server/store/files/network-files.ts'
import { ownAtlas } from '#tests/support/browsing.ts'
import { ABSENT, sharedFileOrNull } from '#tests/support/shared-data.ts'

const STREETS = 'cq-sc-major-roads'
const EXTRACT = sharedFileOrNull(`roads/${STREETS}.osm.pbf`)
const MOVES = 240
const PACE_MILLISECONDS = 16
const PIN = '106.50000,29.45000'

const atlas = ownAtlas({}, async (dataDir) => {
  if (!EXTRACT) return
  const outFile = path.join(networksFolder(dataDir), `${STREETS}.road`)
  const built = await buildNetworkFile({ extracts: [EXTRACT], outFile })
  expect(built.kind).toBe('built')
})

type Seen = {
  /** When the pointer moved, and when the page received the move. */
  moves: { moved: number; heard: number }[]
  /** When rings were asked for, and how many questions were under way then. */
  asked: { at: number; together: number }[]
  /** When rings had been handed to the map, and where they start. */
  drawn: { at: number; lngLat: number[] }[]
}
declare global {
  interface Window {
    seen: Seen
  }
}

/** From now on the page notes what `Seen` says, in milliseconds of its own clock. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: Seen = { moves: [], asked: [], drawn: [] }
    window.seen = seen
    addEventListener(
      'mousemove',
      ({ timeStamp }) => seen.moves.push({ moved: timeStamp, heard: performance.now() }),
      true,
    )
    let together = 0
    const send = window.fetch
    window.fetch = async (input, init) => {
      if (!String(input).includes('isochrone')) return send(input, init)
      together += 1
      seen.asked.push({ at: performance.now(), together })
      return send(input, init).finally(() => (together -= 1))
    }
    new PerformanceObserver((list) => {
      for (const mark of list.getEntriesByName('rings-drawn') as PerformanceMark[]) {
        seen.drawn.push({ at: mark.startTime, lngLat: mark.detail as number[] })
      }
    }).observe({ type: 'mark' })
  })
}

/**
 * Drags the pin once around, and lets it go beside where it was. Software rendering takes all cores
 * for a picture that a graphics card draws beside them, and the browser hands a real move on with a
 * picture only. So between the first and the last the moves are made in the page, at a user's pace,
 * and no picture is drawn meanwhile: what is measured is the way from the pointer to the map, not beyond.
 */
async function drag(page: Page): Promise<void> {
  const box = await page.locator('.pin').boundingBox()
  const [x, y] = [(box?.x ?? 0) + 15, (box?.y ?? 0) + 15]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 6, y + 6)
  await page.evaluate(
    async ({ x, y, moves, paceMilliseconds }) => {
      const canvas = document.querySelector('.map canvas')
      const draw = window.requestAnimationFrame
      const held: FrameRequestCallback[] = []
      window.requestAnimationFrame = (callback) => -held.push(callback)
      for (let step = 0; step < moves; step++) {
        const angle = (step / moves) * 2 * Math.PI
        const [clientX, clientY] = [x + 80 - 80 * Math.cos(angle), y + 80 * Math.sin(angle)]
        const at = { clientX, clientY, buttons: 1, bubbles: true, view: window }
        canvas?.dispatchEvent(new MouseEvent('mousemove', at))
        await new Promise((resolve) => setTimeout(resolve, paceMilliseconds))
      }
      window.requestAnimationFrame = draw
      for (const callback of held) draw(callback)
    },
    { x, y, moves: MOVES, paceMilliseconds: PACE_MILLISECONDS },
  )
  await page.mouse.move(x + 24, y + 24)
  await page.mouse.up()
}

/** From each move to the first rings that were asked for after the page had received it. */
function delays({ moves, asked, drawn }: Seen, from: 'moved' | 'heard'): number[] {
  return moves
    .flatMap((move) => {
      const drawnAt = drawn[asked.findIndex(({ at }) => at >= move.heard)]?.at
      return drawnAt === undefined ? [] : [drawnAt - move[from]]
    })
    .sort((a, b) => a - b)
}

function told(sorted: readonly number[]): string {
  const share = (part: number) => sorted[Math.floor((sorted.length - 1) * part)]?.toFixed(1)
  return `p50 ${share(0.5)} ms, p95 ${share(0.95)} ms, most ${share(1)} ms`
}

it.for(['skeleton', STREETS])(
  'draws rings while the pin is dragged, one question at a time, and the last: %s',
  async (network, context) => {
    if (network === STREETS && !EXTRACT) context.skip(ABSENT)
    const {
      page,
      errors,
      context: browsing,
    } = await visit(
      atlas.browser,
      `${atlas.origin}/?at=site&product=battery-tray&net=${network}&pin=${PIN}&map=8/106.5,29.45`,
    )
    await page.locator('.site-row').first().waitFor()
    await page.getByRole('region', { name: '等时圈图例' }).waitFor()
    await mapIdle(page)
    await watch(page)
    const rankings: string[] = []
    page.on('request', (request) => {
      if (request.url().includes('/siting/')) rankings.push(request.postData() ?? '')
    })
    const before = new URL(page.url()).searchParams.get('pin')
    await drag(page)
    await page.waitForFunction(
      (pin) => new URL(location.href).searchParams.get('pin') !== pin,
      before,
    )
    const pin = new URL(page.url()).searchParams.get('pin')
    const words = (lngLat: number[]) => lngLat.map((degrees) => degrees.toFixed(5)).join()
    await page.waitForFunction(
      () => window.seen.drawn.length > 0 && window.seen.drawn.length === window.seen.asked.length,
    )
    const seen = await page.evaluate(() => window.seen)
    expect(seen.asked.every(({ together }) => together === 1)).toBe(true)
    expect(words(seen.drawn.at(-1)?.lngLat ?? [])).toBe(pin)
    expect(seen.drawn.length).toBeGreaterThan(2)
    // The ranking follows the pointer only where it rests: never more often than it paused.
    const pauses = seen.moves.filter(
      ({ heard }, index) => heard - (seen.moves[index - 1]?.heard ?? heard) >= 250,
    )
    expect(rankings.length).toBeLessThanOrEqual(pauses.length + 1)
    console.log(
      `${network}: ${seen.moves.length} moves, ${seen.drawn.length} times rings; ` +
        `from the page hearing of a move to rings in the map ${told(delays(seen, 'heard'))}; ` +
        `with the wait before the page hears ${told(delays(seen, 'moved'))}; ` +
        `question to rings ${told(seen.drawn.map(({ at }, index) => at - (seen.asked[index]?.at ?? at)).sort((a, b) => a - b))}; ` +
        `load ${loadavg()[0]?.toFixed(2)}`,
    )
    expect(errors).toEqual([])
    await browsing.close()
  },
)
