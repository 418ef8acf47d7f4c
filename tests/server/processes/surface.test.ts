// Does every cell say what siting says of an exact place at its centre? On the skeleton.
import { cellToLatLng } from 'h3-js'
import { expect, it } from 'vitest'
import { cellScores, parkScore } from '#geodata/analysis/surface/score.ts'
import { SitingResult } from '#geodata/contract/processes/siting.ts'
import { SurfaceResult } from '#geodata/contract/processes/surface.ts'
import { greatCircleMeters } from '#geodata/model/lng-lat.ts'
import { builtApp, problemOf, sending } from '#tests/support/built-app.ts'

const built = builtApp()
const ask = (id: string, inputs: object) =>
  built.app.request(`/api/processes/${id}/execution`, sending('POST', { inputs }))
const SITING = { productId: 'battery-tray' }

it('agrees with siting at the centres of cells: terms, score and range in the same draws', async () => {
  const weights = {
    plantMinutes: 3,
    upstreamMinutes: 4,
    plantsWithin: 1,
    cluster: 2,
    hubMinutes: 5,
  }
  const all = { ...weights, competitors: 6 }
  const asked = { ...SITING, weights: all }
  const result = SurfaceResult.parse(
    await (await ask('surface', { siting: asked, resolution: 5, rangeDraws: 200 })).json(),
  )
  expect(result.criteria.map(({ id }) => id)).toEqual([
    'plantMinutes',
    'upstreamMinutes',
    'plantsWithin',
    'cluster',
    'competitors',
    'hubMinutes',
  ])
  expect(result.leftOut.map(({ id }) => id)).toEqual(['segmentFit', 'land'])
  expect(result.cells.length).toBeGreaterThan(200)
  expect(result.cells).toEqual([...result.cells].sort())
  const best = result.cells.toSorted(
    (a, b) => result.scores[result.cells.indexOf(b)]! - result.scores[result.cells.indexOf(a)]!,
  )
  // From some corners of the city no truck of the skeleton gets anywhere: nothing is known of them.
  const offRoads = result.scores.map((score) => score === null)
  expect(offRoads).toEqual(result.raws.hubMinutes!.map((minutes) => minutes === null))
  expect(offRoads).toEqual(result.scoreLikely!.map((range) => range === null))
  // The best are near the firms, where doubt is widest; the others are from all over the city.
  const sample = [...best.slice(0, 6), ...best.filter((_, index) => index % 29 === 28)].slice(0, 18)
  const zero = { segmentFit: 0, land: 0 }
  const answer = await ask('siting', {
    ...SITING,
    parkIds: [],
    pins: sample.map((id) => ({ id, lngLat: cellToLatLng(id).toReversed() })),
    weights: { ...all, ...zero },
    doubt: { draws: 200 },
  })
  const siting = SitingResult.parse(await answer.json())
  expect(siting.ranking.length).toBe(sample.length)
  const colours = cellScores(result, all)
  for (const { id, terms, score, scoreLikely } of siting.ranking) {
    const cell = result.cells.indexOf(id)
    for (const { criterion, raw, known } of terms) {
      const measured = result.raws[criterion]?.[cell]
      if (measured === undefined) continue
      if (known) expect(measured, `${criterion} at ${id}`).toBeCloseTo(raw!, 0)
      else expect(measured).toBeNull()
    }
    expect(result.scores[cell]).toBeCloseTo(score, 0)
    expect(colours[cell]).toBeCloseTo(result.scores[cell]!, 1)
    const [low, high] = result.scoreLikely?.[cell] ?? []
    expect(Math.abs(low! - scoreLikely[0]), `low end at ${id}`).toBeLessThan(0.15)
    expect(Math.abs(high! - scoreLikely[1]), `high end at ${id}`).toBeLessThan(0.15)
    expect(low).toBeLessThanOrEqual(result.scores[cell]!)
    expect(high).toBeGreaterThanOrEqual(result.scores[cell]!)
  }
  // The likeliest places differ in how sure they are: otherwise the ranges say nothing.
  const widths = result.scoreLikely!.flatMap((one) => (one ? [one[1] - one[0]] : []))
  expect(Math.max(...widths)).toBeGreaterThan(5)
  expect(result.doubt).toMatchObject({ draws: 200, likelyShare: 0.9 })
})

it('scores the parks by the same criteria alone, as siting does without the others', async () => {
  const result = SurfaceResult.parse(
    await (await ask('surface', { siting: SITING, resolution: 5 })).json(),
  )
  const weights = Object.fromEntries(result.criteria.map(({ id, weight }) => [id, weight]))
  const answer = await ask('siting', {
    ...SITING,
    weights: { ...weights, segmentFit: 0, land: 0 },
    doubt: { draws: 200 },
  })
  const { ranking } = SitingResult.parse(await answer.json())
  expect(result.parks.map(({ id }) => id)).toEqual(ranking.map(({ id }) => id))
  result.parks.forEach((park, index) => {
    expect(park.score).toBeCloseTo(ranking[index]!.score, 6)
    expect(park.scoreLikely).toEqual(ranking[index]!.scoreLikely)
    expect(parkScore(result, park, {})).toBeCloseTo(park.score, 6)
  })
})

it('names every cell by the nearest park, hub or interchange within 20 km', async () => {
  const result = SurfaceResult.parse(
    await (await ask('surface', { siting: SITING, resolution: 5, rangeDraws: 0 })).json(),
  )
  expect(result.scoreLikely).toBeNull()
  expect(result.doubt).toBeNull()
  expect(new Set(result.places.map(({ kind }) => kind))).toEqual(
    new Set(['park', 'hub', 'interchange']),
  )
  let unnamed = 0
  result.cells.forEach((id, cell) => {
    const [lat, lng] = cellToLatLng(id)
    const meters = result.places.map(({ lngLat }) => greatCircleMeters([lng, lat], lngLat))
    const least = Math.min(...meters)
    const named = result.nearestPlaces[cell]
    if (least > 20_000) expect(named).toBeNull()
    else expect(meters[named!]).toBe(least)
    if (named === null) unnamed += 1
  })
  expect(unnamed).toBeGreaterThan(0)
  expect(unnamed).toBeLessThan(result.cells.length / 2)
})

it('covers the city once: every finer cell whose parent is a cell, no place twice', async () => {
  const result = SurfaceResult.parse(
    await (await ask('surface', { siting: SITING, resolution: 6, rangeDraws: 0 })).json(),
  )
  // Chongqing has 82,400 km²; a cell of resolution 6 has 36 km² on average.
  expect(result.cells.length * 36.13).toBeGreaterThan(82_400 * 0.9)
  expect(result.cells.length * 36.13).toBeLessThan(82_400 * 1.15)
  expect(new Set(result.cells).size).toBe(result.cells.length)
})

it('refuses a resolution or a product there is not', async () => {
  await problemOf(await ask('surface', { siting: SITING, resolution: 9 }), 400)
  const many = await ask('surface', { siting: SITING, rangeDraws: 2001 })
  const refused = await problemOf(many, 400)
  expect(refused.errors?.[0]?.pointer).toBe('/inputs/rangeDraws')
  // One draw tells no range, and so many of so many cells would take minutes.
  for (const more of [
    { resolution: 5, rangeDraws: 1 },
    { resolution: 8, rangeDraws: 2000 },
  ]) {
    const told = await problemOf(await ask('surface', { siting: SITING, ...more }), 422)
    expect(told.errors?.[0]?.detailZh).toContain(`收到 ${more.rangeDraws} 次`)
  }
  const unknown = await problemOf(await ask('surface', { siting: { productId: 'no' } }), 404)
  expect(unknown.errors?.[0]?.pointer).toBe('/inputs/siting/productId')
})
