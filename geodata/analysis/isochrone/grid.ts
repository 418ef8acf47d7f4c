// Which interchanges serve each point of the ground? Worked out once per network, used by every ring.
//
// Points lie row by row from the south-west corner. Which interchanges serve a point, and how far
// they are over local roads, does not depend on where a trip starts.
//
//   row 1   ·  ·  ·        point = row × columns + column
//   row 0   ·  ·  ·        its choices: slots point × 5 up to (point + 1) × 5, nearest first
import {
  ACCESS_CHOICES,
  ACCESS_LIMIT_METERS,
  entriesOf,
  type SkeletonRoads,
} from '#geodata/analysis/ground/skeleton-roads.ts'
import { type Ground, localSpeedKmPerHour } from '#geodata/analysis/ground/trips.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'

/** The ground of a skeleton: what a grid can be worked out for. */
export type SkeletonGround = Ground & { readonly roads: SkeletonRoads }

export type Box = { west: number; south: number; east: number; north: number }

export type Grid = {
  west: number
  south: number
  columns: number
  rows: number
  stepDegrees: number
  /** ACCESS_CHOICES slots per point: node + 1 (0: none) and local deciseconds to it. */
  entryNode: Uint16Array
  entryDeciseconds: Uint32Array
  speedKmPerHour: Uint8Array
}

/** A rectangle of grid points. */
export type Window = { column: number; row: number; columns: number; rows: number }

/** About one kilometer: 1.1 km north–south, 1 km east–west at 30° N. */
export const GRID_STEP_DEGREES = 0.01

const METERS_PER_DEGREE = 111_195

/** Everything a ring can cover: 40 km to reach the network, and 40 km around such an origin. */
export function boxOf({ roads: { skeleton } }: SkeletonGround): Box {
  const lngs = skeleton.nodeLngLats.map(([lng]) => lng)
  const lats = skeleton.nodeLngLats.map(([, lat]) => lat)
  const reach = (2 * ACCESS_LIMIT_METERS) / METERS_PER_DEGREE
  const [south, north] = [Math.min(...lats) - reach, Math.max(...lats) + reach]
  const stretch = 1 / Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180)
  return {
    west: Math.min(...lngs) - reach * stretch,
    south,
    east: Math.max(...lngs) + reach * stretch,
    north,
  }
}

/** Works out the grid over a box in degrees; a second or so, once per network. */
export function buildGrid(
  ground: SkeletonGround,
  box: Box = boxOf(ground),
  stepDegrees = GRID_STEP_DEGREES,
): Grid {
  const columns = Math.ceil((box.east - box.west) / stepDegrees) + 1
  const rows = Math.ceil((box.north - box.south) / stepDegrees) + 1
  const count = columns * rows
  const grid: Grid = {
    west: box.west,
    south: box.south,
    columns,
    rows,
    stepDegrees,
    entryNode: new Uint16Array(count * ACCESS_CHOICES),
    entryDeciseconds: new Uint32Array(count * ACCESS_CHOICES),
    speedKmPerHour: new Uint8Array(count),
  }
  for (let row = 0; row < rows; row++) {
    const among = interchangesNear(ground, lngLatOf(grid, 0, row)[1])
    for (let column = 0; column < columns; column++) {
      const point = row * columns + column
      const lngLat = lngLatOf(grid, column, row)
      const speed = localSpeedKmPerHour(ground, lngLat)
      grid.speedKmPerHour[point] = speed
      entriesOf(ground.roads.skeleton, lngLat, speed, among).forEach((entry, choice) => {
        grid.entryNode[point * ACCESS_CHOICES + choice] = entry.node + 1
        grid.entryDeciseconds[point * ACCESS_CHOICES + choice] = entry.costDeciseconds
      })
    }
  }
  return grid
}

/** Interchanges that can be within the access limit of a parallel. */
function interchangesNear({ roads: { skeleton } }: SkeletonGround, lat: number): number[] {
  const reach = ACCESS_LIMIT_METERS / METERS_PER_DEGREE + 0.01
  return skeleton.interchanges.filter((node) => {
    const nodeLat = skeleton.nodeLngLats[node]?.[1] ?? Number.POSITIVE_INFINITY
    return Math.abs(nodeLat - lat) <= reach
  })
}

export function lngLatOf(grid: Grid, column: number, row: number): LngLat {
  return [grid.west + column * grid.stepDegrees, grid.south + row * grid.stepDegrees]
}

/** The smallest window that holds all the circles and two points of margin, within the grid. */
export function windowAround(
  grid: Grid,
  circles: { lngLat: LngLat; radiusMeters: number }[],
): Window {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { lngLat, radiusMeters } of circles) {
    const latitude = radiusMeters / METERS_PER_DEGREE
    const longitude = latitude / Math.cos(((Math.abs(lngLat[1]) + latitude) * Math.PI) / 180)
    west = Math.min(west, lngLat[0] - longitude)
    east = Math.max(east, lngLat[0] + longitude)
    south = Math.min(south, lngLat[1] - latitude)
    north = Math.max(north, lngLat[1] + latitude)
  }
  const within = (value: number, count: number) => Math.max(0, Math.min(count, value))
  const column = within(Math.floor((west - grid.west) / grid.stepDegrees) - 2, grid.columns)
  const row = within(Math.floor((south - grid.south) / grid.stepDegrees) - 2, grid.rows)
  const columnEnd = within(Math.ceil((east - grid.west) / grid.stepDegrees) + 3, grid.columns)
  const rowEnd = within(Math.ceil((north - grid.south) / grid.stepDegrees) + 3, grid.rows)
  return { column, row, columns: columnEnd - column, rows: rowEnd - row }
}
