// How many truck minutes lie between each district and the "1", or the nearest candidate for it?
import { signal } from '@preact/signals'
import type { District } from '#geodata/contract/collections.ts'
import { PRECISION_RADIUS_KILOMETERS } from '#geodata/model/precision.ts'
import { execute } from '#web/api/client.ts'
import { theOne } from '#web/state/region/designation.ts'
import { parks } from '#web/state/region/lists.ts'
import type { DistrictMeasure } from '#web/state/region/measures/measure.ts'
import { networkOf } from '#web/state/view/asked-network.ts'
import { view } from '#web/state/view/store.ts'

/** Per candidate and district code; null: no answer. */
const seconds = signal<ReadonlyMap<string, ReadonlyMap<string, number | null>>>(new Map())

async function ask(districts: readonly District[]): Promise<void> {
  const candidates = parks.value.filter(({ properties }) => properties.role === 'vehicle')
  if (candidates.length === 0 || districts.length === 0) return
  const { networkId } = view.peek()
  const radius = PRECISION_RADIUS_KILOMETERS.district ?? 0
  const { durationSeconds } = await execute('od-matrix', {
    origins: candidates.map(({ geometry: { coordinates } }) => [
      coordinates[0] ?? 0,
      coordinates[1] ?? 0,
    ]),
    originRadiusKilometers: candidates.map(
      ({ properties }) => properties.precisionRadiusKilometers ?? radius,
    ),
    destinations: districts.map(({ properties }) => [properties.labelLng, properties.labelLat]),
    destinationRadiusKilometers: districts.map(() => radius),
    ...networkOf(view.peek()),
  })
  // An answer of a network that is no longer asked is discarded.
  if (view.peek().networkId !== networkId) return
  seconds.value = new Map(
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
}

export const minutesMeasure: DistrictMeasure = {
  leastIsStrong: true,
  ask,
  valuesOf: (districts) => {
    const one = theOne.value
    const from =
      one.kind === 'designated'
        ? [seconds.value.get(one.park.properties.id)]
        : [...seconds.value.values()]
    return new Map(
      districts.map(({ properties: { adcode } }) => {
        const known = from.map((times) => times?.get(adcode) ?? null).filter((one) => one !== null)
        return [adcode, known.length > 0 ? Math.round(Math.min(...known) / 60) : null]
      }),
    )
  },
}
