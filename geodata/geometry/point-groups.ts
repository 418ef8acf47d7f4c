// Which places stand so close together on the screen that one circle must stand for them?
//
// A grid fixed to the ground sorts the places of the frame into cells in one pass; then groups whose
// middles are nearer than a circle's reach become one, the larger taking in the smaller. Fifty
// thousand places take a few milliseconds, so a filter is answered at once, without a worker.
import type { LngLat } from '#geodata/model/lng-lat.ts'

/** The whole world is one unit wide and high; y grows to the south. */
export type WorldPlaces = { x: Float64Array; y: Float64Array }
export type WorldFrame = { west: number; north: number; east: number; south: number }

export type PointGroup = WorldFrame & {
  /** The middle of its members. */
  x: number
  y: number
  /** Their positions in the list of places. */
  members: number[]
}

const TILE_PIXELS = 512
const CELL_PIXELS = 40
const REACH_PIXELS = 34
/** Twice as many cells as a world has at the deepest zoom: no two cells share a key. */
const ROW = 2 ** 21

export function toWorld([lng, lat]: LngLat): { x: number; y: number } {
  const sine = Math.sin((lat * Math.PI) / 180)
  return { x: lng / 360 + 0.5, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) }
}

export function fromWorld(x: number, y: number): [number, number] {
  const lat = (2 * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI - 90
  return [(x - 0.5) * 360, lat]
}

/** Longitudes and latitudes, one pair after another, as places of the world. */
export function worldPlaces(lngLats: readonly LngLat[]): WorldPlaces {
  const x = new Float64Array(lngLats.length)
  const y = new Float64Array(lngLats.length)
  lngLats.forEach((lngLat, index) => {
    const at = toWorld(lngLat)
    x[index] = at.x
    y[index] = at.y
  })
  return { x, y }
}

export function worldPixelsAt(zoom: number): number {
  return TILE_PIXELS * 2 ** zoom
}

/**
 * The groups of a frame, largest first; a place alone is a group of one. A place on the east or south
 * edge belongs to the next frame.
 */
export function groupsIn(
  places: WorldPlaces,
  frame: WorldFrame,
  zoom: number,
  cellPixels = CELL_PIXELS,
): PointGroup[] {
  const cell = cellPixels / worldPixelsAt(zoom)
  const cells = new Map<number, PointGroup>()
  for (let index = 0; index < places.x.length; index++) {
    const x = places.x[index] ?? 0
    const y = places.y[index] ?? 0
    if (x < frame.west || x >= frame.east || y < frame.north || y >= frame.south) continue
    const key = keyOf(x, y, cell)
    const group = cells.get(key)
    if (group) add(group, x, y, index)
    else cells.set(key, { west: x, east: x, north: y, south: y, x, y, members: [index] })
  }
  return merged(cells, cell)
}

/** Members nearer than this are at one place: no zoom parts them. */
const ONE_PLACE_PIXELS = 1

export function isOnePlace(group: PointGroup, zoom: number): boolean {
  const most = ONE_PLACE_PIXELS / worldPixelsAt(zoom)
  return group.east - group.west < most && group.south - group.north < most
}

/** From here on what shares one known place stands around it, as long as there are few enough. */
export const OPENED_FROM_ZOOM = 10.5
const MOST_OPENED = 120

/** Do the members stand apart at this zoom, though they share a place? */
export function opensAt(group: PointGroup, zoom: number): boolean {
  const { length } = group.members
  const opens = isOnePlace(group, zoom) && zoom >= OPENED_FROM_ZOOM && length <= MOST_OPENED
  return length === 1 || opens
}

const keyOf = (x: number, y: number, cell: number) =>
  Math.floor(x / cell) * ROW + Math.floor(y / cell)

function add(group: PointGroup, x: number, y: number, index: number): void {
  const count = group.members.push(index)
  group.x += (x - group.x) / count
  group.y += (y - group.y) / count
  widen(group, { west: x, east: x, north: y, south: y })
}

function widen(group: WorldFrame, by: WorldFrame): void {
  group.west = Math.min(group.west, by.west)
  group.east = Math.max(group.east, by.east)
  group.north = Math.min(group.north, by.north)
  group.south = Math.max(group.south, by.south)
}

function merged(cells: Map<number, PointGroup>, cell: number): PointGroup[] {
  const reach = (cell * REACH_PIXELS) / CELL_PIXELS
  const bySize = [...cells].sort(([a, one], [b, other]) => {
    return other.members.length - one.members.length || a - b
  })
  const kept: PointGroup[] = []
  for (const [key, group] of bySize) {
    if (!cells.delete(key)) continue
    for (const neighbour of [-1, 0, 1].flatMap((right) =>
      [-1, 0, 1].map((down) => key + right * ROW + down),
    )) {
      const other = cells.get(neighbour)
      if (!other || Math.hypot(other.x - group.x, other.y - group.y) > reach) continue
      cells.delete(neighbour)
      takeIn(group, other)
    }
    kept.push(group)
  }
  return kept
}

function takeIn(group: PointGroup, other: PointGroup): void {
  const all = group.members.length + other.members.length
  group.x += ((other.x - group.x) * other.members.length) / all
  group.y += ((other.y - group.y) * other.members.length) / all
  for (const member of other.members) group.members.push(member)
  widen(group, other)
}

const GOLDEN_ANGLE = 2.399963
const SPACING_PIXELS = 10
/** Room in the middle for the symbol of a park that has the same place. */
const MIDDLE_PIXELS = 15

/** Places around one place for as many as stand there, each as far from the next: a sunflower. */
export function aroundPlace(x: number, y: number, count: number, zoom: number) {
  const middle = count > 1 ? MIDDLE_PIXELS : 0
  return Array.from({ length: count }, (_, index) => {
    const away = Math.hypot(middle, SPACING_PIXELS * Math.sqrt(index)) / worldPixelsAt(zoom)
    const angle = index * GOLDEN_ANGLE
    return fromWorld(x + away * Math.cos(angle), y + away * Math.sin(angle))
  })
}
