// Do rings over real roads hold the right junctions, and are they sound shapes, for every extract?
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { recordedGround } from '#geodata/analysis/ground/street-ground/ground-record.ts'
import { groundShape } from '#geodata/analysis/ground/street-ground/street-ground.ts'
import { streetRoads } from '#geodata/analysis/ground/street-roads.ts'
import { endOf, type Ground } from '#geodata/analysis/ground/trips.ts'
import { streetIsochrone, sweptIsochrones } from '#geodata/analysis/isochrone/street-isochrone.ts'
import { insideArea } from '#geodata/geometry/inside.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { costsFrom } from '#geodata/network/costs-from.ts'
import { forEachState, type StreetNetwork } from '#geodata/network/street/street-network.ts'
import { buildNetworkFile } from '#server/store/files/network-build.ts'
import { networksFolder, readNetworks } from '#server/store/files/network-files.ts'
import { seeded } from '#tests/support/random.ts'
import { ringSquareKilometers, touchesAmong } from '#tests/support/rings.ts'
import { sharedFile, sharedFolder } from '#tests/support/shared-data.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

const ORIGINS = 20
/** Within a city the larger ones hold everything; between cities the smaller ones hold little. */
const CITY_CUTOFFS = [3, 6, 12, 30]
const REGION_CUTOFFS = [30, 60, 90, 120]
const EXTRACTS = [
  ...sharedFolder('pbf').map((name) => ({ file: path.join('pbf', name), cutoffs: CITY_CUTOFFS })),
  { file: 'roads/cq-sc-major-roads.osm.pbf', cutoffs: REGION_CUTOFFS },
].filter(({ file }) => file.endsWith('.osm.pbf'))

describe('rings over real roads', () => {
  for (const { file, cutoffs } of EXTRACTS) {
    it(`hold 995 of 1000 junctions of ${file} exactly when the plain search is within the cutoff, in simple rings`, async (context) => {
      const { network, ground, isochrones } = await opened(sharedFile(context, file))
      const random = seeded(7)
      let [right, all] = [0, 0]
      for (let i = 0; i < ORIGINS; i++) {
        const origin = endOf(ground, { lngLat: nearJunction(network, random), radiusKilometers: 0 })
        if (origin.meeting.kind !== 'met') throw new Error('The origin is beside no street.')
        for (const direction of ['outward', 'inward'] as const) {
          const rings = streetIsochrone(isochrones, origin, cutoffs, direction)
          const { costDeciseconds } = costsFrom(
            network.network[direction],
            origin.meeting.starts[direction],
          )
          // Every junction is asked for once over the origins and directions, all cutoffs at once.
          for (let junction = i; junction < network.junctionCount; junction += ORIGINS) {
            let cost = Infinity
            forEachState(network, junction, (state) => {
              cost = Math.min(cost, costDeciseconds[state]!)
            })
            for (const { cutoffMinutes, geometry } of rings) {
              all++
              const isInside = insideArea(placeOf(network, junction), geometry.coordinates)
              if (isInside === cost <= cutoffMinutes * 600) right++
            }
          }
          for (const { geometry } of rings) {
            expect(touchesAmong(geometry.coordinates.flat())).toEqual([])
            for (const polygon of geometry.coordinates) {
              const turns = polygon.map((ring) => ringSquareKilometers(ring) > 0)
              expect(turns).toEqual(turns.map((_, index) => index === 0))
            }
          }
        }
      }
      console.log(`${file}: ${((right / all) * 100).toFixed(3)} % of junctions on the right side`)
      expect(right / all).toBeGreaterThanOrEqual(0.995)
    }, 300_000)
  }

  it('change little when the origin moves by 50 meters along its street', async (context) => {
    const { network, ground, isochrones } = await opened(
      sharedFile(context, 'roads/cq-sc-major-roads.osm.pbf'),
    )
    const random = seeded(9)
    let compared = 0
    for (let i = 0; i < 100; i++) {
      const [lng, lat] = nearJunction(network, random)
      const [here, there] = [lng, lng + 50 / 96_500].map((one) =>
        endOf(ground, { lngLat: [one, lat], radiusKilometers: 0 }),
      )
      const [a, b] = [here!.meeting, there!.meeting]
      if (a.kind !== 'met' || b.kind !== 'met') throw new Error('The origin is beside no street.')
      if (a.onStreet?.street !== b.onStreet?.street) continue
      const areas = [here!, there!].map(
        (one) => streetIsochrone(isochrones, one, [60], 'outward')[0]!.areaSquareKilometers,
      )
      compared++
      expect(Math.abs(areas[1]! - areas[0]!)).toBeLessThan(0.05 * areas[0]! + 1)
    }
    expect(compared).toBeGreaterThan(50)
  }, 300_000)
})

async function opened(extract: string) {
  const dataDir = temporaryFolder()
  const outcome = await buildNetworkFile({
    extracts: [extract],
    outFile: path.join(networksFolder(dataDir), 'real.road'),
  })
  expect(outcome.kind).toBe('built')
  const [stored] = readNetworks(dataDir)
  if (stored?.kind !== 'network') throw new Error('The file written is not read.')
  const { network, beside } = stored
  const kept = recordedGround(beside)
  if (!kept) throw new Error('The file holds no ground.')
  const isUrban = () => false
  const ground: Ground = { roads: streetRoads(network, { zh: '真实', en: 'real' }), isUrban }
  return {
    network,
    ground,
    isochrones: sweptIsochrones(network, groundShape(network, kept, isUrban)),
  }
}

/** Up to a kilometer east and north of a random junction. */
function nearJunction(network: StreetNetwork, random: () => number): LngLat {
  const [lng, lat] = placeOf(network, Math.floor(random() * network.junctionCount))
  return [lng + 0.01 * random(), lat + 0.009 * random()]
}

function placeOf({ junctionPoints }: StreetNetwork, junction: number): LngLat {
  return [junctionPoints[2 * junction]! / 1e7, junctionPoints[2 * junction + 1]! / 1e7]
}
