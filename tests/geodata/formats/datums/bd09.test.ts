// Is a place from Baidu's maps put where another program puts it?
import gcoord from 'gcoord'
import { expect, it } from 'vitest'
import { bd09FromWgs84, wgs84FromBd09 } from '#geodata/formats/datums/bd09.ts'
import { greatCircleMeters, type LngLat } from '#geodata/model/lng-lat.ts'
import { seeded } from '#tests/support/random.ts'

type Gcoord = { transform: (place: number[], from: string, to: string) => [number, number] }
// Its types say that the default lies deeper than it does.
const { transform } = gcoord as unknown as Gcoord

it('agrees with gcoord within ten centimeters, and comes back to where it was', () => {
  const random = seeded(9)
  for (let n = 0; n < 1000; n++) {
    const place: LngLat = [97 + 14 * random(), 26 + 9 * random()]
    const shifted = bd09FromWgs84(place)
    const theirs = transform([...place], 'WGS84', 'BD09')
    expect(greatCircleMeters(shifted, theirs)).toBeLessThan(0.1)
    expect(greatCircleMeters(wgs84FromBd09(shifted), place)).toBeLessThan(0.001)
  }
})
