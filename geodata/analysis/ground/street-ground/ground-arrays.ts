// What does a network file keep of the ground, so that the first ring need not wait for it?
//
// Points of the outline come in four runs:
//
//   places    one per place with a junction, in the order of the junctions (placeOfJunction)
//   ends      ground points that meet the roads at a junction, sorted by it
//   alongs    ground points that meet them within a street, sorted by it
//   nevers    ground points too far from every street
//
// Offsets are kept in meters: which local speed they are driven at depends on where cities are said
// to be, and that is known only when the file is read.

import { groundPoints } from '#geodata/analysis/ground/street-ground/ground-points.ts'
import { outlineGround } from '#geodata/analysis/isochrone/outline/outline-ground.ts'
import { StreetIndex } from '#geodata/network/street/street-index.ts'
import type { StreetNetwork } from '#geodata/network/street/street-network.ts'

export type GroundArrays = {
  readonly stepMeters: number
  readonly placeOfJunction: Uint32Array
  /** Of ends, alongs and nevers: longitude and latitude in turn, in whole 1e-7 degrees. */
  readonly points: Int32Array
  /** Of ends. */
  readonly junction: Uint32Array
  /** Of alongs. */
  readonly street: Uint32Array
  /** Of alongs: how far along the street, 0 … WHOLE_STREET. */
  readonly share: Uint16Array
  /** Of ends and alongs: straight meters to the street. */
  readonly offsetMeters: Uint16Array
  /** The mesh over all points and the frame. */
  readonly firstEdge: Uint32Array
  readonly head: Uint32Array
}

export const WHOLE_STREET = 0xffff

type Met = { lng7: number; lat7: number; at: number; share: number; offsetMeters: number }

/** Works out the ground of a network: some seconds for a country. */
export function groundArrays(network: StreetNetwork): GroundArrays {
  const { stepMeters, points } = groundPoints(network, new StreetIndex(network.streets))
  const { from, to } = network.streets
  const [ends, alongs, nevers]: [Met[], Met[], Met[]] = [[], [], []]
  for (const { lngLat, snapped } of points) {
    const [lng7, lat7] = [Math.round(lngLat[0] * 1e7), Math.round(lngLat[1] * 1e7)]
    if (snapped.kind === 'too-far') {
      nevers.push({ lng7, lat7, at: 0, share: 0, offsetMeters: 0 })
      continue
    }
    const { street } = snapped
    const offsetMeters = Math.round(snapped.offsetMeters)
    const share = Math.round(snapped.share * WHOLE_STREET)
    if (share > 0 && share < WHOLE_STREET)
      alongs.push({ lng7, lat7, at: street, share, offsetMeters })
    else {
      const junction = (share === 0 ? from[street] : to[street]) ?? 0
      ends.push({ lng7, lat7, at: junction, share, offsetMeters })
    }
  }
  ends.sort((a, b) => a.at - b.at)
  alongs.sort((a, b) => a.at - b.at)
  const met = [...ends, ...alongs]
  const ground = {
    stepMeters,
    placeOfJunction: placesOf(network),
    points: Int32Array.from([...met, ...nevers].flatMap(({ lng7, lat7 }) => [lng7, lat7])),
    junction: Uint32Array.from(ends, ({ at }) => at),
    street: Uint32Array.from(alongs, ({ at }) => at),
    share: Uint16Array.from(alongs, ({ share }) => share),
    offsetMeters: Uint16Array.from(met, ({ offsetMeters }) => offsetMeters),
  }
  const { mesh } = outlineGround(...degreesOf(network, ground))
  return { ...ground, firstEdge: mesh.firstEdge, head: mesh.head }
}

/** Longitudes and latitudes of all points but the frame's. */
export function degreesOf(
  { junctionPoints }: StreetNetwork,
  { placeOfJunction, points }: Pick<GroundArrays, 'placeOfJunction' | 'points'>,
): [lng: Float64Array, lat: Float64Array] {
  const placeCount = placeCountOf(placeOfJunction)
  const count = placeCount + points.length / 2
  const [lng, lat] = [new Float64Array(count), new Float64Array(count)]
  for (let junction = 0; junction < placeOfJunction.length; junction++) {
    const place = placeOfJunction[junction] ?? 0
    lng[place] = (junctionPoints[2 * junction] ?? 0) / 1e7
    lat[place] = (junctionPoints[2 * junction + 1] ?? 0) / 1e7
  }
  for (let point = 0; 2 * point < points.length; point++) {
    lng[placeCount + point] = (points[2 * point] ?? 0) / 1e7
    lat[placeCount + point] = (points[2 * point + 1] ?? 0) / 1e7
  }
  return [lng, lat]
}

export function placeCountOf(placeOfJunction: Uint32Array): number {
  return placeOfJunction.reduce((most, place) => Math.max(most, place + 1), 0)
}

/** Junctions at one and the same place, as the levels of an interchange may be, share its number. */
function placesOf({ junctionCount, junctionPoints }: StreetNetwork): Uint32Array {
  const placeAt = new Map<string, number>()
  return Uint32Array.from({ length: junctionCount }, (_, junction) => {
    const key = `${junctionPoints[2 * junction]} ${junctionPoints[2 * junction + 1]}`
    const place = placeAt.get(key) ?? placeAt.size
    placeAt.set(key, place)
    return place
  })
}
