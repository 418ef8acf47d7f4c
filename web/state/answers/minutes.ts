// How many truck minutes lie between the candidates for the "1", the parks and the linked cities?
import { computed, effect, signal } from '@preact/signals'
import type { Link, Park } from '#geodata/contract/collections.ts'
import type { OdMatrixResult } from '#geodata/contract/processes/od-matrix.ts'
import type { Basis, SecondsInterval } from '#geodata/contract/shared.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { PRECISION_RADIUS_KILOMETERS } from '#geodata/model/precision.ts'
import { inSight } from '#web/api/asked.ts'
import { execute } from '#web/api/client.ts'
import { newestOnly } from '#web/api/newest-only.ts'
import { theOne } from '#web/state/region/designation.ts'
import { links, loading, parks } from '#web/state/region/lists.ts'
import { networkOf } from '#web/state/view/asked-network.ts'
import { view } from '#web/state/view/store.ts'

/** Per park id, the time from each candidate for the "1" that a truck can come from. */
export const timesFromCandidates = signal<
  ReadonlyMap<string, ReadonlyMap<string, SecondsInterval>>
>(new Map())
/** Per pair of cities, e.g. "110000-130100", the time from the first to the second. */
export const timesToCity = signal<ReadonlyMap<string, SecondsInterval>>(new Map())

/** Per park, the time from the "1" the planner set; while none is set, from the nearest candidate. */
export const timeFromTheOne = computed<ReadonlyMap<string, SecondsInterval>>(() => {
  const one = theOne.value
  return new Map(
    [...timesFromCandidates.value].flatMap(([id, from]) => {
      const time =
        one.kind === 'designated' ? from.get(one.park.properties.id) : fastest([...from.values()])
      return time ? [[id, time] as const] : []
    }),
  )
})

/** The network the minutes were measured on; null: there are none yet. */
export const minutesBasis = signal<Basis | null>(null)

type Question<List> = { networkId: string | null; list: readonly List[] }

const ofParks = newestOnly(({ networkId, list }: Question<Park>, signal) =>
  minutesOfParks(networkId, list, signal),
)
const ofCities = newestOnly(({ networkId, list }: Question<Link>, signal) =>
  minutesOfCities(networkId, list, signal),
)

/** Why there are no minutes of parks or cities; null: there are, or they are on their way. */
export const minutesProblem = computed(() => {
  const [failed] = [ofParks.asked.value, ofCities.asked.value].filter(
    (asked) => asked.kind === 'failed',
  )
  return failed?.problem ?? null
})

/** Asks once more for what could not be worked out. */
export function minutesAgain(): void {
  for (const question of [ofParks, ofCities]) {
    if (question.asked.peek().kind === 'failed') question.again()
  }
}

/** Asks once the lists are there, and again on another network; what has no answer stays unknown. */
export function keepMinutes(): () => void {
  const network = computed(() =>
    loading.value.kind === 'ready' ? view.value.networkId : undefined,
  )
  const stops = [
    effect(() => {
      const networkId = network.value
      if (networkId === undefined) return
      ofParks.ask({ networkId, list: parks.value })
      ofCities.ask({ networkId, list: links.value })
    }),
    effect(() => {
      const found = inSight(ofParks.asked.value)
      if (found) minutesBasis.value = found.basis
      timesFromCandidates.value = found?.times ?? NONE
    }),
    effect(() => {
      timesToCity.value = inSight(ofCities.asked.value) ?? NONE
    }),
  ]
  return () => {
    for (const stop of stops) stop()
    ofParks.reset()
    ofCities.reset()
  }
}

const NONE: ReadonlyMap<string, never> = new Map<string, never>()

async function minutesOfParks(
  networkId: string | null,
  list: readonly Park[],
  signal: AbortSignal,
): Promise<{ basis: Basis; times: typeof timesFromCandidates.value } | null> {
  const candidates = list.filter((park) => park.properties.role === 'vehicle')
  if (candidates.length === 0) return null
  const matrix = await execute(
    'od-matrix',
    {
      origins: candidates.map(placeOf),
      originRadiusKilometers: candidates.map(radiusOf),
      destinations: list.map(placeOf),
      destinationRadiusKilometers: list.map(radiusOf),
      ...networkOf({ networkId }),
    },
    signal,
  )
  const times = new Map(
    list.map((park, column) => [
      park.properties.id,
      new Map(
        candidates.flatMap((candidate, row) => {
          const time = timeIn(matrix, row, column)
          return time ? [[candidate.properties.id, time]] : []
        }),
      ),
    ]),
  )
  return { basis: matrix.basis, times }
}

async function minutesOfCities(
  networkId: string | null,
  list: readonly Link[],
  signal: AbortSignal,
): Promise<typeof timesToCity.value | null> {
  const ends = new Map<string, [LngLat, LngLat]>()
  for (const { geometry, properties } of list) {
    properties.cityPairs.forEach((pair, index) => {
      const line = (geometry?.coordinates as number[][][] | undefined)?.[index]
      if (line?.[0] && line[1]) ends.set(pair, [pairOf(line[0]), pairOf(line[1])])
    })
  }
  const pairs = [...ends]
  if (pairs.length === 0) return null
  const origins = [...new Set(pairs.map(([, [from]]) => from.join(',')))]
  const matrix = await execute(
    'od-matrix',
    {
      origins: origins.map((origin) => pairOf(origin.split(',').map(Number))),
      destinations: pairs.map(([, [, to]]) => to),
      ...networkOf({ networkId }),
    },
    signal,
  )
  return new Map(
    pairs.flatMap(([pair, [from]], column) => {
      const time = timeIn(matrix, origins.indexOf(from.join(',')), column)
      return time ? [[pair, time]] : []
    }),
  )
}

/** The shortest time from any origin of the matrix to a destination; null: none can be reached. */
export function fastestOf(matrix: OdMatrixResult, column: number): SecondsInterval | null {
  const times = matrix.durationSeconds.flatMap((_, row) => timeIn(matrix, row, column) ?? [])
  return fastest(times) ?? null
}

const fastest = (times: readonly SecondsInterval[]) =>
  times.toSorted((a, b) => a.centralSeconds - b.centralSeconds)[0]

function timeIn(matrix: OdMatrixResult, row: number, column: number): SecondsInterval | null {
  const centralSeconds = matrix.durationSeconds[row]?.[column] ?? null
  if (centralSeconds === null) return null
  const lowSeconds = matrix.durationLowSeconds?.[row]?.[column] ?? centralSeconds
  const highSeconds = matrix.durationHighSeconds?.[row]?.[column] ?? centralSeconds
  return { lowSeconds, centralSeconds, highSeconds }
}

function placeOf(park: Park): [number, number] {
  return pairOf(park.geometry.coordinates)
}

/** A park whose precision is not stated is as uncertain as a district. */
function radiusOf(park: Park): number {
  return park.properties.precisionRadiusKilometers ?? PRECISION_RADIUS_KILOMETERS.district ?? 0
}

function pairOf([lng = 0, lat = 0]: number[]): [number, number] {
  return [lng, lat]
}
