// Does the table bring a place of every datum to WGS84?
import { expect, it } from 'vitest'
import { bd09FromWgs84 } from '#geodata/formats/datums/bd09.ts'
import { gcj02FromWgs84 } from '#geodata/formats/datums/gcj02.ts'
import { DATUM_IDS, DATUMS } from '#geodata/formats/datums/index.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'

it('undoes the shift of each', () => {
  const place: LngLat = [106.55, 29.56]
  const shifted = { wgs84: place, gcj02: gcj02FromWgs84(place), bd09: bd09FromWgs84(place) }
  for (const id of DATUM_IDS) {
    const [lng, lat] = DATUMS[id](shifted[id])
    expect(lng, id).toBeCloseTo(place[0], 9)
    expect(lat, id).toBeCloseTo(place[1], 9)
  }
})
