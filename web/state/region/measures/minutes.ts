// How many truck minutes lie between each district and the "1", or the nearest candidate for it?
import type { District, Park } from '#geodata/contract/collections.ts'
import { PRECISION_RADIUS_KILOMETERS } from '#geodata/model/precision.ts'
import { inSight } from '#web/api/asked.ts'
import { execute } from '#web/api/client.ts'
import { newestOnly } from '#web/api/newest-only.ts'
import { theOne } from '#web/state/region/designation.ts'
import { parks } from '#web/state/region/lists.ts'
import type { DistrictMeasure } from '#web/state/region/measures/measure.ts'
import { networkOf } from '#web/state/view/asked-network.ts'
import { view } from '#web/state/view/store.ts'

/** Per candidate and district code; null: no answer. */
type Seconds = ReadonlyMap<string, ReadonlyMap<string, number | null>>
type Question = ReturnType<typeof networkOf> & {
  candidates: readonly Park[]
  districts: readonly District[]
}
const NONE: Seconds = new Map()

const question = newestOnly(
  async ({ candidates, districts, ...network }: Question, signal): Promise<Seconds> => {
    const radius = PRECISION_RADIUS_KILOMETERS.district ?? 0
    const { durationSeconds } = await execute(
      'od-matrix',
      {
        origins: candidates.map(({ geometry: { coordinates } }) => [
          coordinates[0] ?? 0,
          coordinates[1] ?? 0,
        ]),
        originRadiusKilometers: candidates.map(
          ({ properties }) => properties.precisionRadiusKilometers ?? radius,
        ),
        destinations: districts.map(({ properties }) => [properties.labelLng, properties.labelLat]),
        destinationRadiusKilometers: districts.map(() => radius),
        ...network,
      },
      signal,
    )
    return new Map(
      candidates.map(({ properties }, row) => [
        properties.id,
        new Map(
          districts.map((district, column) => [
            district.properties.adcode,
            durationSeconds[row]?.[column] ?? null,
          ]),
        ),
      ]),
    )
  },
)

function ask(districts: readonly District[]): void {
  const candidates = parks.value.filter(({ properties }) => properties.role === 'vehicle')
  if (candidates.length === 0 || districts.length === 0) return
  question.ask({ candidates, districts, ...networkOf(view.peek()) })
}

export const minutesMeasure: DistrictMeasure = {
  leastIsStrong: true,
  ask,
  question,
  valuesOf: (districts) => {
    const one = theOne.value
    const seconds = inSight(question.asked.value) ?? NONE
    const from =
      one.kind === 'designated' ? [seconds.get(one.park.properties.id)] : [...seconds.values()]
    return new Map(
      districts.map(({ properties: { adcode } }) => {
        const known = from.map((times) => times?.get(adcode) ?? null).filter((one) => one !== null)
        return [adcode, known.length > 0 ? Math.round(Math.min(...known) / 60) : null]
      }),
    )
  },
}
