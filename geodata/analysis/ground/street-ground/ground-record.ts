// How does the ground lie beside the network in its file?

import type { GroundArrays } from '#geodata/analysis/ground/street-ground/ground-arrays.ts'
import type { FileArrays } from '#geodata/network/street/network-file.ts'

const ROOM = 'ground.'

/** The ground as arrays to be kept with the network. */
export function groundRecord({ stepMeters, ...arrays }: GroundArrays): FileArrays {
  const all: FileArrays = { ...arrays, stepMeters: Uint32Array.of(stepMeters) }
  return Object.fromEntries(Object.entries(all).map(([name, array]) => [ROOM + name, array]))
}

/** The ground kept with a network; null where it was written without one. */
export function recordedGround(beside: FileArrays): GroundArrays | null {
  const stepMeters = beside[`${ROOM}stepMeters`]?.[0]
  if (stepMeters === undefined) return null
  const words = (name: string) => beside[ROOM + name] as Uint32Array
  const halfWords = (name: string) => beside[ROOM + name] as Uint16Array
  return {
    stepMeters,
    placeOfJunction: words('placeOfJunction'),
    points: beside[`${ROOM}points`] as Int32Array,
    junction: words('junction'),
    street: words('street'),
    share: halfWords('share'),
    offsetMeters: halfWords('offsetMeters'),
    firstEdge: words('firstEdge'),
    head: words('head'),
  }
}
