// Does every cell say what siting says of an exact place at its centre? On the skeleton.
import { cellToLatLng } from 'h3-js'
import { expect, it } from 'vitest'
import { cellScores } from '#geodata/analysis/surface/score.ts'
import { SitingResult } from '#geodata/contract/processes/siting.ts'
import { SurfaceResult } from '#geodata/contract/processes/surface.ts'
import { builtApp, problemOf, sending } from '#tests/support/built-app.ts'

const built = builtApp()
const ask = (id: string, inputs: object) =>
  built.app.request(`/api/processes/${id}/execution`, sending('POST', { inputs }))
const SITING = { productId: 'battery-tray' }

it('agrees with siting at the centres of cells, term by term and in the score', async () => {
  const result = SurfaceResult.parse(
    await (await ask('surface', { siting: SITING, resolution: 5 })).json(),
  )
  expect(result.cells.length).toBeGreaterThan(200)
  expect(result.cells).toEqual([...result.cells].sort())
  const sample = result.cells.filter((_, index) => index % 23 === 0).slice(0, 18)
  const pins = sample.map((id) => {
    const [lat, lng] = cellToLatLng(id)
    return { id, lngLat: [lng, lat] }
  })
  const weights = Object.fromEntries(result.criteria.map(({ id }, index) => [id, index + 1]))
  const zero = { segmentFit: 0, land: 0 }
  const answer = await ask('siting', {
    ...SITING,
    parkIds: [],
    pins,
    weights: { ...weights, ...zero },
  })
  const siting = SitingResult.parse(await answer.json())
  const scores = cellScores(result, weights)
  for (const { id, terms, score } of siting.ranking) {
    const cell = result.cells.indexOf(id)
    for (const { criterion, raw, known } of terms) {
      const measured = result.raws[criterion]?.[cell]
      if (measured === undefined) continue
      if (known) expect(measured, `${criterion} at ${id}`).toBeCloseTo(raw!, 0)
      else expect(measured).toBeNull()
    }
    expect(scores[cell]).toBeCloseTo(score, 0)
  }
  expect(siting.ranking.length).toBe(sample.length)
})

it('covers the city once: every finer cell whose parent is a cell, no place twice', async () => {
  const result = SurfaceResult.parse(
    await (await ask('surface', { siting: SITING, resolution: 6 })).json(),
  )
  // Chongqing has 82,400 km²; a cell of resolution 6 has 36 km² on average.
  expect(result.cells.length * 36.13).toBeGreaterThan(82_400 * 0.9)
  expect(result.cells.length * 36.13).toBeLessThan(82_400 * 1.15)
  expect(new Set(result.cells).size).toBe(result.cells.length)
})

it('refuses a resolution or a product there is not', async () => {
  await problemOf(await ask('surface', { siting: SITING, resolution: 9 }), 400)
  const unknown = await problemOf(await ask('surface', { siting: { productId: 'no' } }), 404)
  expect(unknown.errors?.[0]?.pointer).toBe('/inputs/siting/productId')
})
