// Does whoever asks for a pair of places hear the same minutes: central, likely and bounds? (invented parks and plants)
import { describe, expect, it } from 'vitest'
import { cloudsOver } from '#geodata/analysis/doubt/clouds.ts'
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import { jitWindow } from '#geodata/analysis/jit/window.ts'
import { nearest, odMatrix } from '#geodata/analysis/nearest/nearest.ts'
import { doubtOf } from '#geodata/analysis/siting/doubt-of.ts'
import { siting } from '#geodata/analysis/siting/siting.ts'
import { sourcingKnown } from '#geodata/analysis/sourcing/known.ts'
import { DoubtAsked } from '#geodata/contract/processes/doubt.ts'
import { JitWindowInputs } from '#geodata/contract/processes/jit-window.ts'
import { NearestInputs } from '#geodata/contract/processes/nearest.ts'
import { OdMatrixInputs } from '#geodata/contract/processes/od-matrix.ts'
import { SitingInputs } from '#geodata/contract/processes/siting.ts'
import { factsOf, type Given } from '#tests/support/parks-and-plants.ts'
import { realGround } from '#tests/support/region.ts'

const ground = realGround()
const clouds = cloudsOver(ground, { districts: [], rivers: [] })
const PARKS: Given[] = [
  { id: 'A', at: [106.52, 29.62], radius: 6.5 },
  { id: 'B', at: [106.41, 29.5] },
]
const PLANTS: Given[] = [
  { id: 'plant-1', at: [106.63, 29.72], radius: 3.2 },
  { id: 'plant-2', at: [106.26, 29.29] },
  // Its disc overlaps that of the first park.
  { id: 'plant-3', at: [106.55, 29.6], radius: 3.2 },
]

function townOf(parks: readonly Given[], plants: readonly Given[]): RegionFacts {
  const facts = factsOf(parks, plants)
  // A firm at the first park that makes something, so that its ways to the plants are counted.
  const [plant] = facts.companies
  const maker = {
    ...plant,
    id: 'maker',
    geometry: { type: 'Point', coordinates: [...(parks[0]?.at ?? [])] },
    properties: {
      ...plant?.properties,
      id: 'maker',
      kind: 'tier1',
      segmentIds: ['seat'],
      precisionRadiusKilometers: parks[0]?.radius ?? 0,
    },
  }
  return factsOf(parks, plants, {
    companies: [...facts.companies, maker] as RegionFacts['companies'],
  })
}

type Told = { low: number; central: number; high: number; likely: number[] }
const told = (
  one:
    | {
        duration: { lowSeconds: number; centralSeconds: number; highSeconds: number } | null
        likelyMinutes: readonly number[] | null
      }
    | undefined,
): Told => {
  const {
    lowSeconds: low = NaN,
    centralSeconds: central = NaN,
    highSeconds: high = NaN,
  } = one?.duration ?? {}
  return { low, central, high, likely: (one?.likelyMinutes ?? []).map((minutes) => minutes * 60) }
}

function answersOf(facts: RegionFacts, park: Given, plant: Given, asked: object) {
  const doubt = DoubtAsked.parse(asked)
  const plantIds = PLANTS.map(({ id }) => id)
  const ranked = siting(ground, facts, SitingInputs.parse({ segmentId: 'seat', doubt }), clouds)
  const windows = jitWindow(
    ground,
    facts,
    JitWindowInputs.parse({ parkId: park.id, plantIds, doubt }),
    clouds,
  )
  const sourcing = sourcingKnown(ground, facts, { plantIds }, { clouds, doubt: doubtOf(doubt) })
  if (ranked.kind !== 'ranked' || windows.kind !== 'answered' || sourcing.kind !== 'known') {
    throw new Error('Something is unknown.')
  }
  const near = (direction: 'outward' | 'inward', from: Given, to: string, collection: string) =>
    told(
      nearest(
        ground,
        facts,
        NearestInputs.parse({
          origin: from.at,
          originRadiusKilometers: from.radius ?? 0,
          collection,
          direction,
          doubt,
        }),
        clouds,
      ).items.find(({ id }) => id === to),
    )
  const matrix = odMatrix(
    ground,
    OdMatrixInputs.parse({
      origins: [park.at],
      destinations: [plant.at],
      originRadiusKilometers: [park.radius ?? 0],
      destinationRadiusKilometers: [plant.radius ?? 0],
      doubt,
    }),
    facts,
    clouds,
  )
  const cell = (rows: (number | null)[][] | undefined) => rows?.[0]?.[0] ?? NaN
  const known = sourcing.known.parks.find(({ id }) => id === park.id)
  const column = sourcing.known.plants.findIndex(({ id }) => id === plant.id)
  const [low = NaN, central = NaN, high = NaN] = known?.secondsTo[column] ?? []
  return {
    siting: told(
      ranked.result.ranking
        .find(({ id }) => id === park.id)
        ?.plants.find(({ id }) => id === plant.id),
    ),
    windows: told(windows.result.plants.find(({ id }) => id === plant.id)),
    sourcing: { low, central, high, likely: known?.likelySecondsTo[column] ?? [] },
    nearest: near('outward', park, plant.id, 'companies'),
    nearestInward: near('inward', plant, park.id, 'parks'),
    odMatrix: {
      low: cell(matrix.durationLowSeconds),
      central: cell(matrix.durationSeconds),
      high: cell(matrix.durationHighSeconds),
      likely: [cell(matrix.durationLikelyLowSeconds), cell(matrix.durationLikelyHighSeconds)],
    },
    firms: sourcing.known.firms,
    column,
  }
}

describe.each([
  ['as imprecise as they are', {}],
  ['at one speed', { speedLow: 1, speedHigh: 1 }],
])('a park and a plant, %s', (_, asked) => {
  it.each(
    PARKS.flatMap((park) => PLANTS.map((plant) => [park.id, plant.id, park, plant] as const)),
  )(
    'have the same minutes in siting, windows, sourcing, proximity and the matrix: %s, %s',
    (__, ___, park, plant) => {
      const facts = townOf(PARKS, PLANTS)
      const { siting: here, firms, column, ...others } = answersOf(facts, park, plant, asked)
      expect(here.central).toBeGreaterThan(0)
      for (const other of Object.values(others)) expect(other).toEqual(here)
      expect(here.low).toBeLessThanOrEqual(here.likely[0]! + 0.3)
      expect(here.likely[0]).toBeLessThanOrEqual(here.central + 0.3)
      expect(here.likely[1]).toBeGreaterThanOrEqual(here.central - 0.3)
      expect(here.likely[1]).toBeLessThanOrEqual(here.high + 0.3)
      // A maker at the very place of the park has its central minutes and its bounds; where it is, it draws itself.
      if (park !== PARKS[0]) return
      const maker = firms.find(({ id }) => id === 'maker')?.secondsTo[column]
      expect(maker).toEqual([here.low, here.central, here.high])
    },
  )
})
