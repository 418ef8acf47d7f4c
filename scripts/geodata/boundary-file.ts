// Can the boundaries in a user's own file stand in for those of the package?
//
// BOUNDARY_FILE names a GeoJSON FeatureCollection in WGS84 (or CGCS2000), one area per district with
// its code in `adcode`. Foreign members `attribution`, `licence` and `vintage` say whose it is.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { gcj02FromWgs84 } from '#geodata/formats/datums/gcj02.ts'
import type { ImportProblem } from '#geodata/formats/import/format.ts'
import { geojson } from '#geodata/formats/import/geojson.ts'
import { importFormatOf } from '#geodata/formats/import/index.ts'
import { boundsOf } from '#geodata/geometry/bounds.ts'
import type { Area } from '#geodata/geometry/orient.ts'
import { greatCircleMeters, type LngLat } from '#geodata/model/lng-lat.ts'
import {
  type Boundaries,
  type BoundaryArea,
  describeFile,
  packageBoundaries,
} from '#scripts/geodata/boundary-source.ts'
import type { Ground } from '#scripts/geodata/region-file.ts'

export type BoundaryReading =
  | { kind: 'boundaries'; boundaries: Boundaries }
  | { kind: 'refused'; problems: string[] }

const position = z
  .array(z.number())
  .min(2)
  .refine(
    ([lng = 0, lat = 0]) => lng >= 73 && lng <= 136 && lat >= 17 && lat <= 54,
    'longitude 73 to 136, then latitude 17 to 54, in degrees of WGS84 or CGCS2000',
  )
const ring = z
  .array(position)
  .min(4, 'a ring of at least four positions')
  .refine((all) => String(all[0]) === String(all.at(-1)), 'a ring that ends where it starts')
const polygon = z.array(ring).min(1, 'a polygon with an outer ring')
const Feature = z.object({
  properties: z.looseObject({
    adcode: z
      .union([z.string(), z.number()], 'a six-digit district code')
      .transform(String)
      .refine((code) => /^\d{6}$/.test(code), 'a six-digit district code'),
  }),
  geometry: z.discriminatedUnion(
    'type',
    [
      z.object({ type: z.literal('Polygon'), coordinates: polygon }),
      z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon).min(1) }),
    ],
    'a Polygon or a MultiPolygon',
  ),
})
const About = z.object({
  attribution: z.string().trim().min(1).optional(),
  licence: z.string().trim().min(1).optional(),
  vintage: z.int().optional(),
})

/** Reads and checks the file; every problem in words: where, what came, what was expected. */
export function readBoundaryFile(file: string, ground: Ground): BoundaryReading {
  const refused = (...problems: string[]): BoundaryReading => ({
    kind: 'refused',
    problems: problems.map((problem) => `${file}${problem}`),
  })
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch (error) {
    const came = error instanceof Error ? error.message : String(error)
    return refused(`: came “${came}”; expected the GeoJSON file that BOUNDARY_FILE names`)
  }
  const imported = (importFormatOf(file) ?? geojson).read(bytes)
  if (imported.problems.length > 0) return refused(...imported.problems.map(readingText))
  const about = About.safeParse(imported.about)
  if (!about.success) return refused(...about.error.issues.map(issueText(imported.about)))

  const problems: string[] = []
  const areas = new Map<string, Area>()
  imported.rows.forEach(({ cells: properties, geometry }, index) => {
    const feature = { properties, geometry }
    const result = Feature.safeParse(feature)
    if (!result.success) {
      // One complaint per area: a wrong projection would repeat itself at every corner.
      problems.push(
        ...result.error.issues.slice(0, 1).map(issueText(feature, `/features/${index}`)),
      )
      return
    }
    const { adcode } = result.data.properties
    if (areas.has(adcode)) {
      problems.push(
        `#/features/${index}/properties/adcode: came ${adcode} again; expected one area`,
      )
    }
    areas.set(adcode, result.data.geometry)
  })
  const standard = packageBoundaries(ground)
  problems.push(...missingProblems(areas, standard.areas))
  if (problems.length === 0) problems.push(...shiftProblems(areas, standard.areas))
  if (problems.length > 0) return refused(...problems)

  const { attribution, licence, vintage } = about.data
  const name = path.basename(file)
  const drawn = (wanted: BoundaryArea[]) =>
    wanted.flatMap((place) => {
      const area = areas.get(place.adcode)
      return area ? [{ ...place, area, label: null }] : []
    })
  return {
    kind: 'boundaries',
    boundaries: {
      areas: drawn(standard.areas),
      neighbours: drawn(standard.neighbours),
      ...describeFile(
        name,
        attribution ?? name,
        licence ?? 'not stated',
        vintage ?? standard.vintage,
        ground.boundaryNote,
      ),
    },
  }
}

function missingProblems(areas: Map<string, Area>, wanted: BoundaryArea[]): string[] {
  const missing = wanted.filter(({ adcode }) => !areas.has(adcode))
  if (missing.length === 0) return []
  const names = missing.map(({ adcode, name }) => `${adcode} ${name}`).join(', ')
  return [
    `: came no area for ${names}; expected one for each of the ${wanted.length} districts of 2022`,
  ]
}

/** Web maps shift every place by the same some hundred meters: detected by the middles of the districts. */
function shiftProblems(areas: Map<string, Area>, wanted: BoundaryArea[]): string[] {
  const distances = wanted.flatMap(({ adcode, area }) => {
    const theirs = areas.get(adcode)
    if (!theirs) return []
    const [ours, came] = [middleOf(area), middleOf(theirs)]
    const asWgs84 = greatCircleMeters(came, ours)
    return [{ asWgs84, asGcj02: greatCircleMeters(came, gcj02FromWgs84(ours)) }]
  })
  const shifted = distances.filter(({ asWgs84, asGcj02 }) => asGcj02 < asWgs84 / 2)
  if (shifted.length * 2 < distances.length) return []
  const meters = Math.round(median(shifted.map(({ asWgs84 }) => asWgs84)))
  return [
    `: came areas shifted by about ${meters} m as in GCJ-02; expected WGS84 or CGCS2000, so convert them first`,
  ]
}

function middleOf(area: Area): LngLat {
  const [west, south, east, north] = boundsOf(area)
  return [(west + east) / 2, (south + north) / 2]
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function readingText({ column, came, expected }: ImportProblem): string {
  return column
    ? `#${column}: came ${JSON.stringify(came)}; expected ${expected}`
    : `: came “${came}”; expected ${expected}`
}

function issueText(whole: unknown, before = '') {
  return ({ path: parts, message }: { path: PropertyKey[]; message: string }): string => {
    const pointer = parts.map((part) => `/${String(part)}`).join('')
    const value = parts.reduce<unknown>(
      (part, key) => (part as Record<PropertyKey, unknown> | undefined)?.[key],
      whole,
    )
    const came = JSON.stringify(value)?.slice(0, 60) ?? 'nothing'
    return `#${before}${pointer}: came ${came}; expected ${message}`
  }
}
