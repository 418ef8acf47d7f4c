// The real ground for tests: the skeleton of expressways.csv, and the facts as the server holds them.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { skeletonRoads } from '#geodata/analysis/ground/skeleton-roads.ts'
import type { SkeletonGround } from '#geodata/analysis/isochrone/grid.ts'
import { readRows } from '#geodata/formats/checked-rows.ts'
import { ExpresswayRow } from '#geodata/formats/source-rows.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { buildSkeleton, type SkeletonSegment } from '#geodata/network/skeleton.ts'

const SOURCES = path.resolve(import.meta.dirname, '../../geodata/sources')

export function sourceText(name: string): string {
  return readFileSync(path.join(SOURCES, name), 'utf8')
}

/** Every row of expressways.csv as the skeleton takes it. */
export function skeletonSegments(): SkeletonSegment[] {
  const { rows, problems } = readRows(
    'expressways.csv',
    new TextEncoder().encode(sourceText('expressways.csv')),
    ExpresswayRow,
  )
  if (problems.length > 0) throw new Error(`expressways.csv has ${problems.length} bad cells.`)
  return rows.map(({ row }) => ({
    fromZh: row.from_zh,
    fromLngLat: [row.from_lng, row.from_lat],
    toZh: row.to_zh,
    toLngLat: [row.to_lng, row.to_lat],
    roadClass: row.road_class as SkeletonSegment['roadClass'],
    status: row.status as SkeletonSegment['status'],
    publishedKilometers: row.published_kilometers,
    geodesicKilometers: row.geodesic_kilometers,
  }))
}

/** The real skeleton; the urban core is a plain box here, so that no test needs boundary files. */
export function realGround(): SkeletonGround {
  return { roads: skeletonRoads(buildSkeleton(skeletonSegments())), isUrban: inUrbanBox }
}

function inUrbanBox([lng, lat]: LngLat): boolean {
  return lng > 106.35 && lng < 106.75 && lat > 29.35 && lat < 29.75
}

export const JIEFANGBEI: LngLat = [106.577, 29.559]
