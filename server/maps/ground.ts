// The ground that maps are drawn on: land, districts, rivers as they are recorded, and the roads in use.

import type { LoadedNetwork } from '#geodata/analysis/answering/loaded-network.ts'
import { roadLines } from '#geodata/analysis/ground/road-lines.ts'
import { type DocumentLanguage, said } from '#geodata/analysis/siting/document/column.ts'
import type { District } from '#geodata/contract/collections.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type {
  MapDrawing,
  MapGround,
  Polygons,
  Positions,
  RoadLines,
} from '#geodata/drawing/map-drawing.ts'
import type { Area } from '#geodata/geometry/orient.ts'
import { outlineOf } from '#geodata/geometry/outline.ts'
import type { HomeRegion } from '#geodata/model/region.ts'
import { knownGround } from '#server/region/known-ground.ts'
import type { Region } from '#server/region/region.ts'
import type { Store } from '#server/store/store.ts'

/** A point of print at a zoom is so many points of a web map apart from the last one that is drawn. */
const APART_POINTS = 0.4
const TILE_POINTS = 512

/** What of the ground no region holds: it goes to the thread that draws. */
export type GroundGathered = {
  /** Every area that is known, also beyond the region. */
  areas: readonly Polygons[]
  /** The skeleton's open roads, schematic. */
  roads: readonly RoadLines[]
  /** Links between home and other cities, by the city's code. */
  links: readonly { adcode: string; name: Bilingual; count: number }[]
  /** The dataset's own words. */
  stored: Record<string, string>
  mapApprovalNumber: string | null
}

type GroundSource = {
  store: Pick<Store, 'rows' | 'documents'>
  region: Region
  mapApprovalNumber: string | null
}

/** Looked up before a map is drawn. */
export async function gatherGround(source: GroundSource): Promise<GroundGathered> {
  const { store, region, mapApprovalNumber } = source
  const [{ areas }, { features }, links, stored] = await Promise.all([
    knownGround(store, region),
    store.rows.features(region.id, 'roads'),
    store.rows.features(region.id, 'links'),
    store.documents.dataset(region.id),
  ])
  return {
    areas: areas.map(({ geometry }) => polygonsOf(geometry as Area)),
    roads: features.flatMap(({ geometry, properties }) =>
      geometry && properties.status === 'open'
        ? [
            {
              roadClass: String(properties.roadClass),
              ref: String(properties.ref ?? ''),
              lines: linesOf(geometry as DrawnLine),
            },
          ]
        : [],
    ),
    links: linksByCity(region, areas, links.features),
    stored,
    mapApprovalNumber,
  }
}

/** How many links join home and each other city, by its code; links of others are listed elsewhere and not drawn. */
export function linksToCities(
  { cityAdcode }: HomeRegion,
  links: readonly { properties: Record<string, unknown> }[],
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const pair of links.flatMap(({ properties }) => properties.cityPairs as string[])) {
    const [from = '', to = ''] = pair.split('-')
    if (from === cityAdcode) counts.set(to, (counts.get(to) ?? 0) + 1)
  }
  return counts
}

/** One entry a city. */
function linksByCity(
  { facts: { home } }: Region,
  areas: Awaited<ReturnType<typeof knownGround>>['areas'],
  links: readonly { properties: Record<string, unknown> }[],
): GroundGathered['links'] {
  return [...linksToCities(home, links)].map(([adcode, count]) => {
    const city = areas.find(({ properties }) => properties.adcode === adcode)?.properties
    const name = {
      zh: city?.nameZh.replace(/市$/, '') ?? adcode,
      en: city?.nameEn.replace(/ City$/, '') ?? adcode,
    }
    return { adcode, name, count }
  })
}

/** Kept as long as the districts are the same: the border around them takes a while. */
const outlines = new WeakMap<readonly District[], readonly Positions[]>()

export function mapGround(
  { facts: { districts, basemap } }: Region,
  { areas }: GroundGathered,
  language: DocumentLanguage,
): MapGround {
  const named = ({ nameZh, nameEn }: { nameZh: string | null; nameEn: string | null }) =>
    said({ zh: nameZh ?? '', en: nameEn ?? '' }, language)
  const land = basemap.filter(({ properties }) => properties.kind === 'land')
  return {
    land: [...land.map(({ geometry }) => polygonsOf(geometry as Area)), ...areas],
    districts: districts.map(({ geometry, properties }) => ({
      name: named(properties),
      at: [properties.labelLng, properties.labelLat],
      polygons: polygonsOf(geometry as Area),
    })),
    outline: outlineAround(districts),
    rivers: basemap.flatMap(({ geometry, properties }) =>
      properties.kind === 'river' ? [{ name: named(properties), lines: linesOf(geometry) }] : [],
    ),
  }
}

/** Streets as a web map shows them at a zoom; of the skeleton its schematic lines. */
export function roadsOf(
  { streets }: LoadedNetwork,
  { roads }: GroundGathered,
): MapDrawing['roadsIn'] {
  if (!streets) return () => roads
  const { network, index } = streets
  return (bounds, zoom) => {
    const apart7 = (APART_POINTS * 3.6e9) / (TILE_POINTS * 2 ** zoom)
    return roadLines(network, index, { bounds, zoom, apart7 }).flatMap(({ attributes, lines }) =>
      attributes.closed ? [] : [{ roadClass: attributes.class, ref: attributes.ref ?? '', lines }],
    )
  }
}

function outlineAround(districts: readonly District[]): readonly Positions[] {
  const known = outlines.get(districts)
  if (known) return known
  const outline = outlineOf(districts.map(({ geometry }) => geometry))
  outlines.set(districts, outline)
  return outline
}

const polygonsOf = (area: Area): Polygons =>
  area.type === 'Polygon' ? [area.coordinates] : area.coordinates

type DrawnLine = { type: string; coordinates?: unknown }

function linesOf(geometry: DrawnLine): Positions[] {
  const { type, coordinates } = geometry
  if (type === 'LineString') return [coordinates as number[][]]
  return type === 'MultiLineString' ? (coordinates as number[][][]) : []
}
