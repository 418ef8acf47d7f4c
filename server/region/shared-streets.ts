// The lines of the street networks that are loaded, as a thread can read them where they lie: nothing is copied to it.
import type { HeldStreets } from '#geodata/analysis/coordinates/street-meters.ts'
import type { StreetRoads } from '#geodata/analysis/ground/street-roads.ts'
import type { Region } from '#server/region/region.ts'

/** `hash` is that of the network. */
export type SharedStreets = HeldStreets & { hash: string }

/** Made once of a network, when a thread first asks for it. */
const shared = new WeakMap<StreetRoads, SharedStreets>()

export function sharedStreets({ streets: networks }: Pick<Region, 'streets'>): SharedStreets[] {
  return networks.flatMap(({ streets, summary }) => {
    if (!streets) return []
    const made = shared.get(streets) ?? sharedCopy(streets, summary.hash)
    shared.set(streets, made)
    return [made]
  })
}

function sharedCopy({ network: { streets }, index }: StreetRoads, hash: string): SharedStreets {
  const { count, firstPoint, points, flags } = streets
  return {
    hash,
    count,
    firstPoint: filled(new Uint32Array(roomFor(firstPoint)), firstPoint),
    points: filled(new Int32Array(roomFor(points)), points),
    flags: filled(new Uint8Array(roomFor(flags)), flags),
    boxes: index.levels.map((level) => filled(new Int32Array(roomFor(level)), level)),
  }
}

const roomFor = ({ byteLength }: ArrayBufferView) => new SharedArrayBuffer(byteLength)

function filled<A extends { set: (values: A) => void }>(room: A, values: A): A {
  room.set(values)
  return room
}
