// Is every cell of the surface drawn in the colour that the legend gives the score which the API answers?
import { readFileSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { cellScores } from '#geodata/analysis/surface/score.ts'
import { SurfaceResult } from '#geodata/contract/processes/surface.ts'
import { SCORE_CLASSES } from '#geodata/model/score-classes.ts'
import { builtApp, sending } from '#tests/support/built-app.ts'
import { cellsDrawn, fillOf, hatchOf, rampOf } from '#web/map/drawn/surface-cells.ts'

const built = builtApp()
const tokens = readFileSync('web/tokens.css', 'utf8')
const paint = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(tokens)?.[1] ?? ''
const weights = { plantMinutes: 10, hubMinutes: 60 }
let result: SurfaceResult

beforeAll(async () => {
  const inputs = { siting: { productId: 'battery-tray', weights }, resolution: 5, rangeDraws: 0 }
  const answer = await built.app.request(
    '/api/processes/surface/execution',
    sending('POST', { inputs }),
  )
  result = SurfaceResult.parse(await answer.json())
})

it('fills each cell by the class of the score that the API gives it, unknown ones not at all', () => {
  const { ramp } = rampOf(paint)
  expect(ramp.map(([red, green, blue]) => [red, green, blue])).toEqual([
    [0xe4, 0xe9, 0xec],
    [0xc2, 0xd0, 0xd8],
    [0x8f, 0xa9, 0xb8],
    [0x55, 0x7a, 0x91],
    [0x1f, 0x4a, 0x63],
  ])
  const scores = cellScores(result, weights)
  const seen = new Set<number>()
  result.scores.forEach((score, cell) => {
    const fill = fillOf(scores[cell], ramp)
    if (score === null) {
      expect(fill).toEqual([0, 0, 0, 0])
      return
    }
    // One decimal of the API may round up to a break.
    if (SCORE_CLASSES.some((end) => Math.abs(end - score) < 0.06)) return
    const place = [20, 35, 50, 65, 100].findIndex((end) => score < end)
    expect(fill, `${result.cells[cell]}: ${score}`).toEqual(ramp[place])
    seen.add(place)
  })
  expect(seen.size).toBeGreaterThan(2)
  expect(result.scores).toContain(null)
})

it('follows a moved weight without another answer, as the API scores under it', async () => {
  const moved = { plantMinutes: 90 }
  const inputs = {
    siting: { productId: 'battery-tray', weights: moved },
    resolution: 5,
    rangeDraws: 0,
  }
  const answer = await built.app.request(
    '/api/processes/surface/execution',
    sending('POST', { inputs }),
  )
  const asked = SurfaceResult.parse(await answer.json())
  const scores = cellScores(result, moved)
  asked.scores.forEach((score, cell) => {
    if (score === null) expect(scores[cell]).toBeNaN()
    else expect(Math.abs((scores[cell] ?? 0) - score)).toBeLessThan(0.06)
  })
})

it('hatches a cell within its outline', () => {
  const [cell] = cellsDrawn(result.cells)
  const strokes = hatchOf(cell!)
  expect(strokes.length).toBe(2)
  for (const end of strokes.flat()) expect(cell!.ring).toContainEqual(end)
})

it('has its ends of classes at 0 and 100, and a score of 100 in the last', () => {
  const { ramp } = rampOf(paint)
  expect(fillOf(0, ramp)).toEqual(ramp[0])
  expect(fillOf(19.9, ramp)).toEqual(ramp[0])
  expect(fillOf(20, ramp)).toEqual(ramp[1])
  expect(fillOf(100, ramp)).toEqual(ramp[4])
})
