// Which columns and rows does each layer of the base data have?
//
// Column names are the contract's property names in snake_case; lists are joined by ";".

import type { ExpresswayRow } from '#geodata/formats/source-rows.ts'
import { cables, cityCode, cityPairs } from '#geodata/model/city-pairs.ts'
import { PRECISION_RADIUS_KILOMETERS, type Precision } from '#geodata/model/precision.ts'
import { buildSkeleton, type SkeletonSegment } from '#geodata/network/skeleton.ts'
import type { Sources } from '#scripts/geodata/sources.ts'
import type { Cell, Column, GeometryType, LayerRow } from '#server/store/sqlite/geopackage.ts'

export type Layer = {
  table: string
  geometryType: GeometryType
  columns: Column[]
  rows: LayerRow[]
}

const LINK_KIND: Record<string, string> = {
  产业配套: 'industry',
  共建园区: 'park',
  技术创新: 'technology',
  人才培育: 'talent',
  市场拓展: 'market',
}

/** Every layer that comes from the CSV files, in the contract's terms. */
export function layersOf(sources: Sources): Layer[] {
  return [
    layer('parks', 'POINT', parkRows(sources)),
    layer('companies', 'POINT', companyRows(sources)),
    ...Object.entries(sources.places).map(([table, rows]) =>
      layer(
        table,
        'POINT',
        rows.map(({ row }) =>
          placed({
            coord_radius_kilometers: null,
            ...row,
            note: 'note' in row ? row.note : null,
          }),
        ),
      ),
    ),
    layer('links', 'GEOMETRY', linkRows(sources)),
    layer('roads', 'LINESTRING', roadRows(sources)),
  ]
}

/** What the taxonomy says of segments that a row names in Chinese, joined as a cell holds them. */
function segmentCells({ taxonomy }: Sources) {
  const segmentOf = new Map(taxonomy.map(({ row }) => [row.segment_zh, row.segment_id]))
  const systemOf = new Map(taxonomy.map(({ row }) => [row.segment_zh, row.system]))
  return {
    segmentIds: (names: string[]) => names.map((name) => segmentOf.get(name)).join(';'),
    systems: (names: string[]) =>
      [...new Set(names.map((name) => systemOf.get(name)))].filter((s) => s !== 'none').join(';'),
  }
}

function parkRows(sources: Sources): LayerRow[] {
  const { segmentIds, systems } = segmentCells(sources)
  return sources.parks.map(
    ({ row: { specialties, anchor_companies, lng, lat, coord_radius_kilometers, ...rest } }) => ({
      geometry: point(lng, lat),
      cells: {
        ...rest,
        anchor_companies: anchor_companies.join(';'),
        segment_ids: segmentIds(specialties),
        systems: systems(specialties),
        precision_radius_kilometers: coord_radius_kilometers ?? radius(rest.coord_precision),
      },
    }),
  )
}

function companyRows(sources: Sources): LayerRow[] {
  const { segmentIds, systems } = segmentCells(sources)
  const productsOf = Map.groupBy(sources.companyProducts, ({ row }) => row.company_id)
  return sources.companies.map(
    ({ row: { segments, lng, lat, coord_radius_kilometers, ...rest } }) => ({
      geometry: lng === null || lat === null ? null : point(lng, lat),
      cells: {
        ...rest,
        segment_ids: segmentIds(segments),
        systems:
          rest.kind === 'oem'
            ? ['vehicle', systems(segments)].filter(Boolean).join(';')
            : systems(segments),
        product_ids: [
          ...new Set(
            (productsOf.get(rest.id) ?? []).map(({ row }) => row.product_id).filter(Boolean),
          ),
        ]
          .sort()
          .join(';'),
        precision_radius_kilometers: coord_radius_kilometers ?? radius(rest.coord_precision),
      },
    }),
  )
}

type Placed = {
  lng: number | null
  lat: number | null
  coord_precision: Precision
  coord_radius_kilometers: number | null
}

function placed({
  lng,
  lat,
  coord_radius_kilometers,
  ...rest
}: Placed & Record<string, Cell>): LayerRow {
  return {
    geometry: lng === null || lat === null ? null : point(lng, lat),
    cells: {
      ...rest,
      precision_radius_kilometers: coord_radius_kilometers ?? radius(rest.coord_precision),
    },
  }
}

function linkRows({ region, parks, companies, links }: Sources): LayerRow[] {
  const districtOf = new Map<string, string | null>(
    [...companies, ...parks].map(({ row }) => [row.id, row.adcode]),
  )
  const cityOf = (id: string) => cityCode(districtOf.get(id) ?? id, region.municipalities)
  return links.map(({ row: { from, to, from_ids, to_ids, kind, ...rest } }) => {
    const pairs = cityPairs(region, from_ids.map(cityOf), to_ids.map(cityOf))
    return {
      geometry: cables(region, pairs),
      cells: {
        ...rest,
        kind: LINK_KIND[kind] ?? kind,
        from_name_zh: from,
        to_name_zh: to,
        from_ids: from_ids.join(';'),
        to_ids: to_ids.join(';'),
        city_pairs: pairs.join(';'),
      },
    }
  })
}

function roadRows({ expressways }: Sources): LayerRow[] {
  const { segmentLengths } = buildSkeleton(expressways.map(({ row }) => segment(row)))
  return expressways.map(({ row }, index) => {
    const { from_adcode, to_adcode, seq, from_lng, from_lat, to_lng, to_lat, ...rest } = row
    return {
      geometry: {
        type: 'LineString' as const,
        coordinates: [
          [from_lng, from_lat],
          [to_lng, to_lat],
        ],
      },
      cells: {
        ...rest,
        id: `${row.ref || row.name_zh}-${seq}`,
        length_meters: segmentLengths[index]?.lengthMeters ?? null,
        length_basis: segmentLengths[index]?.basis ?? null,
      },
    }
  })
}

/** A layer whose column types are read off its rows. */
export function layer(table: string, geometryType: GeometryType, rows: LayerRow[]): Layer {
  const names = Object.keys(rows[0]?.cells ?? {})
  const columns = names.map((name): Column => {
    const numbers = rows.some((row) => typeof row.cells[name] === 'number')
    const whole = rows.every((row) => row.cells[name] === null || Number.isInteger(row.cells[name]))
    return {
      name,
      type: numbers ? (whole && !name.includes('kilometers') ? 'INTEGER' : 'REAL') : 'TEXT',
    }
  })
  return { table, geometryType, columns, rows }
}

/** A row of expressways.csv as the network takes it: its length is worked out there, once for all. */
function segment(row: ExpresswayRow): SkeletonSegment {
  return {
    fromZh: row.from_zh,
    fromLngLat: [row.from_lng, row.from_lat],
    toZh: row.to_zh,
    toLngLat: [row.to_lng, row.to_lat],
    roadClass: row.road_class,
    status: row.status,
    publishedKilometers: row.published_kilometers,
    geodesicKilometers: row.geodesic_kilometers,
  }
}

function point(lng: number, lat: number) {
  return { type: 'Point' as const, coordinates: [lng, lat] }
}

function radius(precision: Precision): number | null {
  return PRECISION_RADIUS_KILOMETERS[precision]
}
