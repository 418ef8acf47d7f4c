// Does the map show each place as far as the answer says it is: darker the sooner one is there, veiled beyond?
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { IsochroneResult } from '#geodata/contract/processes/isochrone.ts'
import { insideArea } from '#geodata/geometry/inside.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { mapIdle, visit } from '#scripts/running-atlas.ts'
import { executed, sharedAtlas, turnTo } from '#tests/support/browsing.ts'
import { readPng } from '#tests/support/png.ts'

const atlas = sharedAtlas()
const PIN: LngLat = [106.5, 29.45]
const stateAt = (camera: string) =>
  `at=site&product=battery-tray&net=skeleton&pin=${PIN.map((one) => one.toFixed(5))}&map=${camera}`
const BANDS = [30, 60, 90, 120, Number.POSITIVE_INFINITY] as const
/** What of the ink of rings lies over the ground of each band: a ring lies over those around it. */
const INK = [1 - 0.8 * 0.86 * 0.9 * 0.94, 1 - 0.86 * 0.9 * 0.94, 1 - 0.9 * 0.94, 0.06, 0]
/** In the middle of many pixels: names, roads and lines lie over some. */
const TOLERANCE_LEVELS = 4

type Colour = readonly [number, number, number]

/** Of a colour written as #rrggbb. */
const levelsOf = (hex: string) =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Colour

/** The band of each sampled pixel that shows the map and nothing before it, and its colour. */
async function sampled(page: Page, { features }: IsochroneResult, zoom: number) {
  const pin = await page.locator('.pin').boundingBox()
  if (!pin) throw new Error('The pin is not on the map.')
  // The tip of the pin.
  const [pinX, pinY] = [pin.x + pin.width / 2, pin.y + pin.height]
  const step = 7
  const places = await page.evaluate((step) => {
    const found: [number, number][] = []
    for (let y = 1; y < innerHeight; y += step) {
      for (let x = 1; x < innerWidth; x += step) {
        if (document.elementFromPoint(x, y)?.matches('.map canvas')) found.push([x, y])
      }
    }
    return found
  }, step)
  const { colourAt } = readPng(await page.screenshot())
  const bands = new Map<number, Colour[]>(BANDS.map((band) => [band, []]))
  const ringOf = (cutoff: number) =>
    features.find(({ properties }) => properties.cutoffMinutes === cutoff)?.geometry.coordinates
  const worldPixels = 512 * 2 ** zoom
  for (const [x, y] of places) {
    const place = placeAt(PIN, (x - pinX) / worldPixels, (y - pinY) / worldPixels)
    const band = BANDS.find((cutoff) => {
      const ring = ringOf(cutoff)
      return ring ? insideArea(place, ring) : true
    })
    bands.get(band ?? 0)?.push(levelsOf(colourAt(x, y)))
  }
  return bands
}

/** So much of the world's width east and south of a place (Web Mercator). */
function placeAt([lng, lat]: LngLat, east: number, south: number): LngLat {
  const y = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) - 2 * Math.PI * south
  return [lng + 360 * east, (360 / Math.PI) * Math.atan(Math.exp(y)) - 90]
}

function middleOf(colours: readonly Colour[]): Colour {
  const middle = (channel: 0 | 1 | 2) =>
    colours.map((colour) => colour[channel]).sort((a, b) => a - b)[colours.length >> 1] ?? 0
  return [middle(0), middle(1), middle(2)]
}

const inkOf = async (page: Page, name: string) =>
  levelsOf(
    await page.evaluate(
      (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim(),
      `--${name}`,
    ),
  )

it('paints every band as dark as its minutes say and veils the rest, after the camera moved too', async () => {
  const { page, errors, context } = await visit(
    atlas.browser,
    `${atlas.origin}/?${stateAt('8/106.5,29.45')}`,
    { paints: true, deviceScaleFactor: 1, colorScheme: 'light' },
  )
  await page.getByRole('region', { name: '等时圈图例' }).waitFor()
  const answer = await executed<IsochroneResult>(atlas, 'isochrone', {
    origin: PIN,
    network: 'skeleton',
  })
  const [inks, sea] = [await inkOf(page, 'time-60'), await inkOf(page, 'map-sea')]
  for (const [camera, zoom] of [
    ['8/106.5,29.45', 8],
    ['8.7/106.3,29.6', 8.7],
  ] as const) {
    await turnTo(page, stateAt(camera))
    await mapIdle(page)
    const bands = await sampled(page, answer, zoom)
    const seen = BANDS.map((band) => middleOf(bands.get(band) ?? []))
    expect(Math.min(...[...bands.values()].map(({ length }) => length))).toBeGreaterThan(40)
    // The ground itself, of which each band shows less than the one around it.
    const ground = seen[3]!.map(
      (level, at) => (level - 0.06 * inks[at]!) / 0.94,
    ) as unknown as Colour
    for (const [at, band] of BANDS.entries()) {
      for (const channel of [0, 1, 2] as const) {
        const level = seen[at]![channel]
        const [under, ink, veil] = [ground[channel], inks[channel], sea[channel]]
        // Beyond the province the ground has a tint of its own: the veil leaves less than half of any.
        const [least, most] =
          band === Number.POSITIVE_INFINITY
            ? [veil, (veil + under) / 2]
            : [under + (ink - under) * INK[at]!, under + (ink - under) * INK[at]!]
        const words = `${camera}, ${band} min: ${seen[at]} over ${ground}`
        expect(level, words).toBeGreaterThanOrEqual(least! - TOLERANCE_LEVELS)
        expect(level, words).toBeLessThanOrEqual(
          most! + (band === Number.POSITIVE_INFINITY ? 0 : TOLERANCE_LEVELS),
        )
      }
    }
    const levels = seen.slice(0, 4).map((colour) => colour[0])
    expect(levels).toEqual([...levels].sort((a, b) => a - b))
    expect(new Set(levels).size).toBe(4)
  }
  expect(errors).toEqual([])
  await context.close()
})
