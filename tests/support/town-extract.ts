// A small town near the core of the region as an OpenStreetMap extract, for tests of the whole way.
import { type OsmExtract, writeOsmPbf } from '#tests/support/osm-pbf-writer.ts'

export const TOWN_LNG_LAT = [106.5, 29.5] as const
const SIDE = 5
const STEP_DEGREES = 0.02

/** Five by five crossings about two kilometers apart, or fewer rows of them; the first row is a motorway. */
export function townExtract(rowCount = SIDE): Uint8Array {
  const id = (column: number, row: number) => 1 + column + row * SIDE
  const range = Array.from({ length: SIDE }, (_, i) => i)
  const rows = range.slice(0, rowCount)
  const [west, south] = TOWN_LNG_LAT.map((degrees) => degrees - ((SIDE - 1) / 2) * STEP_DEGREES)
  const town: OsmExtract = {
    nodes: rows.flatMap((row) =>
      range.map((column) => ({
        id: id(column, row),
        lng: (west ?? 0) + column * STEP_DEGREES,
        lat: (south ?? 0) + row * STEP_DEGREES,
      })),
    ),
    ways: [
      ...rows.map((row) => ({
        id: 100 + row,
        refs: range.map((column) => id(column, row)),
        tags:
          row === 0 ? { highway: 'motorway', ref: 'G65', oneway: 'no' } : { highway: 'primary' },
      })),
      ...range.map((column) => ({
        id: 200 + column,
        refs: rows.map((row) => id(column, row)),
        tags: { highway: 'secondary', name: `南北路${column + 1}` },
      })),
    ],
  }
  return writeOsmPbf(town, { replicationTime: '2026-01-05T00:00:00Z' })
}
