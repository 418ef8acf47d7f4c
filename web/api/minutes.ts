// How many truck minutes lie between the candidates for the "1", the parks and the linked cities?
import { computed, signal } from '@preact/signals'
import type { Park } from '#geodata/contract/collections.ts'
import type { OdMatrixResult } from '#geodata/contract/processes.ts'
import type { SecondsInterval } from '#geodata/contract/shared.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { PRECISION_RADIUS_KILOMETERS } from '#geodata/model/precision.ts'
import { execute } from '#web/api/client.ts'
import { links, parks } from '#web/api/data.ts'

/** Per park id, the time from each candidate for the "1" that a truck can come from. */
export const timesFromCandidates = signal<
  ReadonlyMap<string, ReadonlyMap<string, SecondsInterval>>
>(new Map())
/** Per pair of cities, e.g. "500000-510100", the time from the first to the second. */
export const timesToCity = signal<ReadonlyMap<string, SecondsInterval>>(new Map())

/** The shortest time from any candidate, per park; parks that cannot be measured are absent. */
export const timeFromNearest = computed(
  () =>
    new Map(
      [...timesFromCandidates.value].flatMap(([id, from]) => {
        const nearest = [...from.values()].sort((a, b) => a.centralSeconds - b.centralSeconds)[0]
        return nearest ? [[id, nearest] as const] : []
      }),
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
    originRadiusKilometers: candidates.map(radiusOf),
    destinations: parks.value.map(placeOf),
    destinationRadiusKilometers: parks.value.map(radiusOf),
  })
  timesFromCandidates.value = new Map(
    parks.value.map((park, column) => [
      park.properties.id,
      new Map(
        candidates.flatMap((candidate, row) => {
          const time = timeIn(matrix, row, column)
          return time ? [[candidate.properties.id, time]] : []
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
  timesToCity.value = new Map(
    pairs.flatMap(([pair, [from]], column) => {
      const time = timeIn(matrix, origins.indexOf(from.join(',')), column)
      return time ? [[pair, time]] : []
    }),
  )
}

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
