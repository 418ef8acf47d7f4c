// Drags the pin of siting around, and notes when the page heard of it and when rings were in the map.
import type { Page } from 'playwright-core'

const MOVES = 240
const PACE_MILLISECONDS = 16

export type Seen = {
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
export async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: Seen = { moves: [], asked: [], drawn: [] }
    window.seen = seen
    addEventListener(
      'mousemove',
      ({ timeStamp }) => seen.moves.push({ moved: timeStamp, heard: performance.now() }),
      true,
    )
    new PerformanceObserver((list) => {
      for (const { name, startTime: at, detail } of list.getEntries() as PerformanceMark[]) {
        if (name === 'rings-asked')
          seen.asked.push({ at, together: 1 + seen.asked.length - seen.drawn.length })
        if (name === 'rings-drawn') seen.drawn.push({ at, lngLat: detail as number[] })
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
export async function drag(page: Page): Promise<void> {
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
export function delays({ moves, asked, drawn }: Seen, from: 'moved' | 'heard'): number[] {
  return moves
    .flatMap((move) => {
      const drawnAt = drawn[asked.findIndex(({ at }) => at >= move.heard)]?.at
      return drawnAt === undefined ? [] : [drawnAt - move[from]]
    })
    .sort((a, b) => a - b)
}

export function told(sorted: readonly number[]): string {
  const share = (part: number) => sorted[Math.floor((sorted.length - 1) * part)]?.toFixed(1)
  return `p50 ${share(0.5)} ms, p95 ${share(0.95)} ms, most ${share(1)} ms`
}
