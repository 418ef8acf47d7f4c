// Is every water, wood and park that GDAL puts together from a real extract one of ours, holes and all?
import Papa from 'papaparse'
import { expect, it } from 'vitest'
import { featuresOf } from '#scripts/basemap/features.ts'
import { readExtracts } from '#scripts/basemap/read-extracts.ts'
import { ringArea } from '#scripts/basemap/rings.ts'
import { selectAsCsv } from '#tests/support/ogrinfo.ts'
import { sharedFile } from '#tests/support/shared-data.ts'

/** Areas in one piece that have only one of the tags we look at, since the first of several counts. */
const SELECT = `
SELECT ST_Area(geometry) AS area, ST_MinX(geometry) AS west, ST_MinY(geometry) AS south
FROM multipolygons WHERE ST_NumGeometries(geometry) = 1 AND (
  natural IN ('water', 'wood') AND landuse IS NULL AND leisure IS NULL
  OR landuse IN ('forest', 'residential', 'industrial') AND natural IS NULL AND leisure IS NULL
  OR leisure = 'park' AND natural IS NULL AND landuse IS NULL)`
const EXTRACTS = {
  baltimore: 120,
  'liechtenstein-valhalla': 300,
  'monaco-osrm': 50,
  'monaco-planetiler': 40,
  'sf-downtown': 80,
}

for (const [name, least] of Object.entries(EXTRACTS)) {
  it(`finds all those of ${name}`, async (context) => {
    const file = sharedFile(context, `pbf/${name}.osm.pbf`)
    const csv = selectAsCsv(context, file, SELECT)
    const { data: theirs } = Papa.parse<Record<'area' | 'west' | 'south', number>>(csv, {
      header: true,
      dynamicTyping: true,
      skipEmptyLines: true,
    })
    const extracts = await readExtracts([file])
    const ours = featuresOf(extracts).close.flatMap(({ shape, bounds }) => {
      if (shape.kind !== 'area') return []
      const [outer = 0, ...holes] = shape.rings.map((ring) => ringArea(ring, extracts.nodes))
      return [{ area: holes.reduce((left, hole) => left - hole, outer), ...bounds }]
    })
    const isAmongOurs = ({ area, west, south }: (typeof theirs)[number]) =>
      ours.some(
        (one) =>
          Math.abs(one.west - west) < 1e-6 &&
          Math.abs(one.south - south) < 1e-6 &&
          Math.abs(one.area - area) < 1e-3 * area,
      )
    expect(theirs.length).toBeGreaterThan(least)
    expect(theirs.filter((one) => !isAmongOurs(one))).toEqual([])
  })
}
