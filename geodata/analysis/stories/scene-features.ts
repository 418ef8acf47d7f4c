// Which features does a scene show on its ground: those of its layers that its filters and its year keep, and what its
// answers add?
//
// A feature is shown where it reaches into the bounds of the scene; how much ground lies around them is a matter of
// the screen. What stands for a group on the map, or aside of its place for want of room, is here in its own place.
import type { Geometry } from 'geojson'
import { type Choices, choicesIn, type Filtered, keep } from '#geodata/analysis/shown/filters.ts'
import { linksIn, parksIn, yearIn } from '#geodata/analysis/shown/in-year.ts'
import {
  type Analysed,
  analysisShown,
  comparedShown,
  ranksShown,
} from '#geodata/analysis/stories/analysis-features.ts'
import { type Listed, shown } from '#geodata/analysis/stories/listed-feature.ts'
import type { Answers } from '#geodata/analysis/stories/scene-told.ts'
import type {
  BasemapFeature,
  Company,
  District,
  Hub,
  LayerId,
  Link,
  Park,
  ParkArea,
  Road,
} from '#geodata/contract/collections.ts'
import type { ShownFeature } from '#geodata/contract/scene-features.ts'
import type { MapScene } from '#geodata/contract/stories.ts'
import { type Bounds, boundsOf } from '#geodata/geometry/bounds.ts'
import { discAround } from '#geodata/geometry/disc.ts'
import { type Area, multiPolygonOf } from '#geodata/geometry/orient.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'

/** The rows that a map is drawn from. */
export type DrawnRows = {
  districts: readonly District[]
  basemap: readonly BasemapFeature[]
  roads: readonly Road[]
  parks: readonly Park[]
  'park-areas': readonly ParkArea[]
  companies: readonly Company[]
  hubs: readonly Hub[]
  links: readonly Link[]
}
export const DRAWN_COLLECTIONS = [
  'districts',
  'basemap',
  'roads',
  'parks',
  'park-areas',
  'companies',
  'hubs',
  'links',
] as const satisfies readonly (keyof DrawnRows)[]

/** What is kept of everything. */
export type Kept = { filters: Choices; year: number | null }

/** As the stage has it: systems of the scene's own take the place of the filters in its address. */
export function keptBy({ address, systems }: MapScene): Kept {
  const query = new URLSearchParams(address)
  return { filters: systems ? { systems } : choicesIn(query), year: yearIn(query) }
}

/** Settings of the page that fill districts, score places or ask something: what they bring is no feature. */
const NOT_LISTED = ['fill', 'possible', 'product', 'segment', 'pin', 'everywhere', 'compare', 'if']

export function notListedOf({ address, analysis, figures }: MapScene): string[] {
  const query = new URLSearchParams(address)
  const isRanked = figures.some(({ kind }) => kind === 'ranking')
  const isCompared = figures.some(({ kind }) => kind === 'comparison')
  // What the scene itself asks is drawn and listed.
  const own = [
    ...(analysis?.kind === 'surface' ? ['everywhere'] : []),
    ...(analysis?.kind === 'surface' || isRanked ? ['product', 'segment'] : []),
    ...(isCompared ? ['product', 'segment', 'pin', 'compare'] : []),
  ]
  return NOT_LISTED.filter((name) => query.get(name) && !own.includes(name))
}

/** In the order of the layers from the ground up, what is worked out after them. */
export function shownFeatures(
  scene: MapScene,
  rows: DrawnRows,
  analysed: Analysed | null,
  answers: Answers,
): ShownFeature[] {
  const [[west, south], [east, north]] = scene.bounds
  const { selection } = scene
  const listedAll = [
    ...listed(scene, rows),
    ...analysisShown(analysed),
    ...ranksShown(scene, rows.parks, answers),
    ...comparedShown(scene, rows.parks, answers),
  ]
  const inSight = listedAll.filter(({ geometry }) =>
    meet(boundsOf(geometry as Geometry), [west, south, east, north]),
  )
  return inSight.map(({ collection, geometry, properties }): ShownFeature => {
    const isSelected = selection?.collection === collection && selection.id === properties.id
    return {
      type: 'Feature',
      id: `${properties.layer}/${properties.id}`,
      geometry: wound(geometry),
      properties: { ...properties, isSelected },
    }
  })
}

function listed(scene: MapScene, rows: DrawnRows): Listed[] {
  const { filters, year } = keptBy(scene)
  const has = (layer: LayerId) => scene.layers.includes(layer)
  const kept = <C extends keyof Filtered>(collection: C, all: readonly Filtered[C][]) =>
    keep(collection, all, filters).kept
  const parks = kept('parks', parksIn(rows.parks, year))
  const parkIds = new Set(parks.map(({ properties }) => properties.id))
  const areas = rows['park-areas'].filter(({ properties }) => parkIds.has(properties.parkId ?? ''))
  const rivers = rows.basemap.filter(({ properties }) => properties.kind === 'river')
  const links = kept('links', linksIn(rows.links, year))
  return [
    ...(has('districts') ? rows.districts.flatMap(districtShown) : []),
    ...(has('rivers') ? rivers.flatMap(riverShown) : []),
    ...(has('roads') ? rows.roads.flatMap(roadShown) : []),
    ...(has('precision') ? rows.parks.flatMap(discShown) : []),
    ...(has('parks') ? areas.flatMap((area) => areaShown(area, rows.parks)) : []),
    ...(has('links') ? links.flatMap((link) => linkShown(link, rows.districts)) : []),
    ...(has('companies') ? kept('companies', rows.companies).flatMap(placeShown('companies')) : []),
    ...(has('hubs') ? kept('hubs', rows.hubs).flatMap(placeShown('hubs')) : []),
    ...(has('parks') ? parks.flatMap(placeShown('parks')) : []),
  ]
}

const placeShown =
  (layer: 'parks' | 'companies' | 'hubs') =>
  (row: Filtered['parks' | 'companies' | 'hubs']): Listed[] => {
    const { nameZh, nameEn, coordPrecision: precision } = row.properties
    const date = 'stageDate' in row.properties ? row.properties.stageDate : null
    return shown(row, layer, { layer, nameZh, nameEn: nameEn ?? nameZh, date, precision })
  }

function districtShown(row: District): Listed[] {
  const { nameZh, nameEn, vintage } = row.properties
  const named = { nameZh, nameEn, date: String(vintage) }
  return shown(row, 'districts', { layer: 'districts', ...named, precision: 'boundary' })
}

function riverShown(row: BasemapFeature): Listed[] {
  const { nameZh, nameEn } = row.properties
  const named = { nameZh: nameZh || '河流', nameEn: nameEn || nameZh || 'River', date: null }
  return shown(row, 'basemap', { layer: 'rivers', ...named, precision: 'schematic' })
}

function roadShown(row: Road): Listed[] {
  // The number is what a road is called in English.
  const { nameZh, ref: nameEn } = row.properties
  const said = { nameZh, nameEn, date: null, precision: 'schematic' }
  return shown(row, 'roads', { layer: 'roads', ...said })
}

function areaShown(row: ParkArea, parks: readonly Park[]): Listed[] {
  const park = parks.find(({ properties }) => properties.id === row.properties.parkId)?.properties
  const { nameZh = '', nameEn = '' } = park ?? {}
  return shown(row, 'park-areas', { layer: 'parks', nameZh, nameEn, date: null, precision: 'site' })
}

/** Where the park may lie: only for those whose place is known no better than by town. */
function discShown({ geometry, properties }: Park): Listed[] {
  const { id, nameZh, nameEn, coordPrecision, precisionRadiusKilometers, source } = properties
  if (!['town', 'district'].includes(coordPrecision) || !precisionRadiusKilometers) return []
  const coordinates = discAround(
    geometry.coordinates as unknown as LngLat,
    precisionRadiusKilometers,
  )
  const row = {
    geometry: { type: 'Polygon', coordinates },
    properties: { id, source, precisionRadiusKilometers },
  }
  const said = { nameZh, nameEn, date: null, precision: coordPrecision }
  return shown(row, 'discs', { layer: 'precision', ...said })
}

/** One that joins no pair of cities is listed in the page, and never drawn. */
function linkShown(row: Link, districts: readonly District[]): Listed[] {
  const { cityPairs, fromNameZh, toNameZh, year } = row.properties
  if (cityPairs.length === 0) return []
  const nameOf = (adcode: string) =>
    districts.find(({ properties }) => properties.adcode === adcode)?.properties.nameEn ?? adcode
  const nameEn = cityPairs.map((pair) => pair.split('-').map(nameOf).join(' – ')).join('; ')
  const named = { nameZh: `${fromNameZh} – ${toNameZh}`, nameEn, date: String(year) }
  return shown(row, 'links', { layer: 'links', ...named, precision: 'schematic' })
}

function wound(geometry: ShownFeature['geometry']): ShownFeature['geometry'] {
  return geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
    ? multiPolygonOf(geometry as Area)
    : geometry
}

function meet(one: Bounds, other: Bounds): boolean {
  return one[0] <= other[2] && other[0] <= one[2] && one[1] <= other[3] && other[1] <= one[3]
}
