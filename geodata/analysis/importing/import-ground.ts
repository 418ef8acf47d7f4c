// What are the rows of a file held against? Plain data, so that another thread can hold it.
import type { NamedArea } from '#geodata/analysis/coordinates/which-system.ts'
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import { areaPrefix, core, type Identified } from '#geodata/analysis/importing/alike.ts'
import type { Nameable, Nameables } from '#geodata/analysis/importing/cell-value.ts'
import {
  type Gazetteer,
  type GazetteerRows,
  gazetteerOf,
} from '#geodata/analysis/importing/gazetteer.ts'
import type { District } from '#geodata/contract/collections.ts'
import { EDITABLE } from '#geodata/contract/editable/editable.ts'
import type { RowFeature } from '#geodata/contract/history.ts'
import type { ImportTableId } from '#geodata/contract/importing/field-words.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { PRECISION_RADIUS_KILOMETERS, type Precision } from '#geodata/model/precision.ts'

export type ImportGround = {
  table: ImportTableId
  /** Rows of the table. */
  present: readonly RowFeature[]
  known: Nameables
  areas: readonly District[]
  /** Places that a row may name. */
  named: Omit<GazetteerRows, 'areas' | 'provinceNames'>
  /** Ids of the areas that are the region and its partners. */
  homeAreaIds: readonly string[]
  /** Chinese short name of the city, by the code of an area. */
  cities: Readonly<Record<string, string>>
  /** Short names of the cities and provinces that names and addresses of the region begin with. */
  prefixNames: readonly string[]
  /** Of those the provinces, and a city that is one. */
  provinceNames: readonly string[]
}

/** `areas`: every one that is known, also beyond the region. */
export function importGround(
  table: ImportTableId,
  facts: RegionFacts,
  areas: readonly District[],
  present: readonly RowFeature[],
): ImportGround {
  const cityAdcodes = new Set(facts.home.cities.map(({ adcode }) => adcode))
  const isHome = ({ properties: { provinceAdcode, cityAdcode, adcode } }: District) =>
    provinceAdcode === facts.home.provinceAdcode ||
    cityAdcodes.has(cityAdcode) ||
    cityAdcodes.has(adcode)
  const cities = citiesOf(areas, facts)
  const provinceNames = [facts.home.name.zh, ...provincesIn(areas)]
  return {
    table,
    present,
    known: nameablesOf(table, facts),
    areas,
    named: { parks: facts.parks, sites: facts.sites, hubs: facts.hubs },
    homeAreaIds: areas.filter(isHome).map(({ id }) => id),
    cities,
    prefixNames: [...new Set([...Object.values(cities), ...provinceNames])],
    provinceNames,
  }
}

const gazetteers = new WeakMap<ImportGround, Gazetteer>()

/** Made once of a ground, by whichever thread reads with it. */
export function gazetteerIn(ground: ImportGround): Gazetteer {
  const made =
    gazetteers.get(ground) ??
    gazetteerOf({ ...ground.named, areas: ground.areas, provinceNames: ground.provinceNames })
  gazetteers.set(ground, made)
  return made
}

/** What cells may name, by kind of column, and by property where it is one of a reference. */
export function nameablesOf(table: ImportTableId, facts: RegionFacts): Nameables {
  const segments = facts.taxonomy.map(
    ({ segmentId, name }): Nameable => ({ id: segmentId, names: [name.zh, name.en] }),
  )
  const products = facts.taxonomy
    .flatMap((segment) => segment.products)

    .map(({ productId, name }): Nameable => ({ id: productId, names: [name.zh, name.en] }))
  const rows: Record<string, readonly Nameable[]> = {
    parks: facts.parks.map(({ id, properties: { nameZh, nameEn, labelZh } }) => ({
      id,
      names: [nameZh, labelZh, nameEn],
    })),
    companies: named(facts.companies),
    hubs: named(facts.hubs),
    platforms: named(facts.platforms),
    sites: facts.sites.map(({ id, properties: { nameZh, nameEn } }) => ({
      id,
      names: [nameZh, ...(nameEn ? [nameEn] : [])],
    })),
  }
  const references: readonly { property: string; to: readonly string[] }[] =
    EDITABLE[table].references
  return {
    segments,
    products,
    segment: segments,
    product: products,
    park: rows.parks ?? [],
    ...Object.fromEntries(
      references.flatMap(({ property, to }) => {
        const things = to.flatMap((collection) => rows[collection] ?? [])
        return things.length > 0 ? [[property, things]] : []
      }),
    ),
  }
}

function named(
  rows: readonly { id: string; properties: { nameZh: string; nameEn: string } }[],
): Nameable[] {
  return rows.map(({ id, properties: { nameZh, nameEn } }) => ({ id, names: [nameZh, nameEn] }))
}

function provincesIn(areas: readonly District[]): string[] {
  return areas
    .filter(({ properties }) => properties.level === 'province')
    .map(({ properties }) => properties.nameZh.replace(/(省|市|.{1,3}自治区)$/, ''))
}

/** As the atlas writes a city: without the word for city; a municipality is its own. */
function citiesOf(areas: readonly District[], { home }: RegionFacts): Record<string, string> {
  const byAdcode = new Map(areas.map(({ properties }) => [properties.adcode, properties]))
  const known = new Map(
    areas
      .filter(({ properties }) => properties.level === 'city')
      .map(({ properties: { adcode, nameZh } }) => [adcode, nameZh.replace(/市$/, '')]),
  )
  known.set(home.cityAdcode, home.name.zh)
  const cityOf = ({ cityAdcode, adcode }: District['properties']) =>
    known.get(cityAdcode) ?? known.get(adcode)
  return Object.fromEntries(
    [...byAdcode].flatMap(([adcode, properties]) => {
      const city = cityOf(properties)
      return city ? [[adcode, city]] : []
    }),
  )
}

/** Areas of the region and its partners. */
export function homeAreas({ areas, homeAreaIds }: ImportGround): District[] {
  const home = new Set(homeAreaIds)
  return areas.filter(({ id }) => home.has(id))
}

/** By which coordinates are told. */
export function coordinateAreas(ground: ImportGround): NamedArea[] {
  return homeAreas(ground).map(({ id, geometry }) => ({ id, polygons: polygonsOf(geometry) }))
}

export const polygonsOf = (geometry: District['geometry']) =>
  (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as number[][][][]

/** A row that is there, as rows of a file are held against it. */
export function identified({ id, properties, geometry }: RowFeature): Identified {
  const text = (name: string) => {
    const value = properties[name]
    return typeof value === 'string' ? value : ''
  }
  const precision = properties.coordPrecision as Precision | undefined
  return {
    id,
    nameZh: text('nameZh'),
    code: text('unifiedCode') || null,
    adcode: text('adcode') || null,
    lngLat: pointOf(geometry),
    radiusKilometers: precision ? PRECISION_RADIUS_KILOMETERS[precision] : null,
  }
}

function pointOf(geometry: unknown): LngLat | null {
  const { type, coordinates } = Object(geometry) as { type?: string; coordinates?: unknown }
  return type === 'Point' ? (coordinates as LngLat) : null
}

export type KnownPlace = { lngLat: LngLat; radiusKilometers: number }

/** Places of rows that are there, by the part of their name that tells them; of two of one name none. */
export function placesByName({
  present,
  prefixNames,
}: ImportGround): Map<string, KnownPlace | null> {
  const prefix = areaPrefix(prefixNames)
  const places = new Map<string, KnownPlace | null>()
  for (const feature of present) {
    const { nameZh, lngLat, radiusKilometers } = identified(feature)
    if (!nameZh || !lngLat || radiusKilometers === null) continue
    const name = core(nameZh, prefix)
    places.set(name, places.has(name) ? null : { lngLat, radiusKilometers })
  }
  return places
}
