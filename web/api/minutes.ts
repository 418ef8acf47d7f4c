// How many truck minutes lie between the candidates for the "1", the parks and the linked cities?
import { computed, signal } from '@preact/signals'
import type { OdMatrixResult } from '#geodata/contract/processes.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { execute } from '#web/api/client.ts'
import { links, parks } from '#web/api/data.ts'

/** Per park id, the minutes from each candidate for the "1" that a truck can come from. */
export const minutesFromCandidates = signal<ReadonlyMap<string, ReadonlyMap<string, number>>>(
  new Map(),
)
/** Per pair of cities, e.g. "500000-510100", the minutes from the first to the second. */
export const minutesToCity = signal<ReadonlyMap<string, number>>(new Map())

/** The fewest minutes from any candidate, per park; parks that cannot be measured are absent. */
export const minutesFromNearest = computed(
  () =>
    new Map(
      [...minutesFromCandidates.value].flatMap(([id, from]) =>
        from.size > 0 ? [[id, Math.min(...from.values())] as const] : [],
      ),
    ),
)

/** Asks once, after the lists are there; what cannot be answered stays unknown. */
export async function loadMinutes(): Promise<void> {
  await Promise.allSettled([loadParks(), loadCities()])
}

async function loadParks(): Promise<void> {
  const candidates = parks.value.filter((park) => park.properties.role === 'vehicle')
  if (candidates.length === 0) return
  const matrix = await execute('od-matrix', {
    origins: candidates.map(placeOf),
    destinations: parks.value.map(placeOf),
  })
  minutesFromCandidates.value = new Map(
    parks.value.map((park, column) => [
      park.properties.id,
      new Map(
        candidates.flatMap((candidate, row) => {
          const minutes = minutesIn(matrix, row, column)
          return minutes === null ? [] : [[candidate.properties.id, minutes]]
        }),
      ),
    ]),
  )
}

async function loadCities(): Promise<void> {
  const ends = new Map<string, [LngLat, LngLat]>()
  for (const { geometry, properties } of links.value) {
    properties.cityPairs.forEach((pair, index) => {
      const line = (geometry?.coordinates as number[][][] | undefined)?.[index]
      if (line?.[0] && line[1]) ends.set(pair, [pairOf(line[0]), pairOf(line[1])])
    })
  }
  const pairs = [...ends]
  if (pairs.length === 0) return
  const origins = [...new Set(pairs.map(([, [from]]) => from.join(',')))]
  const matrix = await execute('od-matrix', {
    origins: origins.map((origin) => pairOf(origin.split(',').map(Number))),
    destinations: pairs.map(([, [, to]]) => to),
  })
  minutesToCity.value = new Map(
    pairs.flatMap(([pair, [from]], column) => {
      const minutes = minutesIn(matrix, origins.indexOf(from.join(',')), column)
      return minutes === null ? [] : [[pair, minutes]]
    }),
  )
}

function minutesIn(matrix: OdMatrixResult, row: number, column: number): number | null {
  const seconds = matrix.durationSeconds[row]?.[column]
  return seconds === null || seconds === undefined ? null : Math.round(seconds / 60)
}

function placeOf(park: { geometry: { coordinates: number[] } }): [number, number] {
  return pairOf(park.geometry.coordinates)
}

function pairOf([lng = 0, lat = 0]: number[]): [number, number] {
  return [lng, lat]
}
