// What the analyses know of a region: plain rows, so that server, worker and page can hold them.

import type { NamedEnd } from '#geodata/analysis/ground/access-doubt.ts'
import type { Place } from '#geodata/analysis/ground/trips.ts'
import type {
  BasemapFeature,
  Company,
  District,
  Hub,
  Park,
  Platform,
  Site,
} from '#geodata/contract/collections.ts'
import type { TaxonomySegment } from '#geodata/contract/documents.ts'
import type { Confidence } from '#geodata/contract/shared.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import type { AnswerState } from '#geodata/model/park-item.ts'
import type { HomeRegion } from '#geodata/model/region.ts'

export type PlantRow = {
  rowType: string
  companyId: string | null
  nameZh: string
  designedCapacityVehiclesPerYear: number | null
  status: string | null
  source: string
  asOf: string | null
}

export type ProductInputRow = {
  id: string
  productId: string | null
  segmentId: string | null
  inputZh: string
  inputEn: string
  inputSegmentId: string | null
  inputProductId: string | null
  /** How the product itself reaches a vehicle plant; null: not stated, or it does not. */
  deliveryModeToPlant: string | null
  source: string
  asOf: string | null
  sourceClass: string
  confidence: string
}

/** What a firm is recorded to make; basis `segment`: only the segment is known. */
export type CompanyProductRow = {
  companyId: string
  productId: string | null
  segmentId: string | null
  basis: string
  /** As its source words it. */
  productText: string
  source: string
  confidence: Confidence
}
export type CertificationRow = { companyId: string | null; certification: string; status: string }

/** What a maker of a traditional product could turn to; basis our_reading: no document says so. */
export type TransformationPathRow = {
  fromProductId: string
  toProductId: string
  reasonZh: string
  reasonEn: string
  basis: string
  source: string
  confidence: string
}

/** Land, prices and supplies as published for a park, a district or the city. */
export type LandUtilityRow = {
  areaZh: string
  adcode: string | null
  parkId: string | null
  item: string
  detail: string | null
  /** Amounts as they stand in the source, as text. */
  valueLow: string | null
  valueHigh: string | null
  /** Of land, worked out for a square meter. */
  derivedYuanPerM2: string | null
  asOf: string | null
  source: string
}

/** A published just-in-time delivery (a fact about another plant), or a default to plan with. */
export type JitPracticeRow = {
  id: string
  partTypeZh: string
  partTypeEn: string
  oemPlant: string | null
  supplier: string | null
  practice: string | null
  distanceKilometers: number | null
  travelMinutes: number | null
  orderToLineMinutesLow: number | null
  orderToLineMinutesHigh: number | null
  rowKind: 'published' | 'planning_assumption'
  note: string | null
  source: string
  sourceClass: string
  asOf: string | null
  confidence: Confidence
}

/** The row of jit_practice that gives a product its budget; basis our_reading: no document says so. */
export type JitPartRow = {
  productId: string
  jitId: string
  reasonZh: string
  reasonEn: string
  source: string
}

/** A freight price, handling time or emission factor. */
export type FreightCostRow = {
  id: string
  itemZh: string
  itemEn: string
  vehicleOrMode: string | null
  valueLow: number | null
  valueHigh: number | null
  unit: string | null
  source: string
  sourceClass: string
  asOf: string | null
  confidence: Confidence
}

/** What a park said of itself, one row an item. */
export type ParkAnswerRow = {
  id: string
  parkId: string
  item: string
  state: AnswerState
  amount: number | null
  source: string
  asOf: string | null
}

export type TollRow = {
  id: string
  region: string
  kind: string
  tollClass: string | null
  value: number | null
  unit: string | null
  source: string
  sourceClass: string
  asOf: string | null
}

export type RegionFacts = {
  /** Which region it is. */
  home: HomeRegion
  parks: Park[]
  companies: Company[]
  hubs: Hub[]
  taxonomy: TaxonomySegment[]
  plants: PlantRow[]
  productInputs: ProductInputRow[]
  companyProducts: CompanyProductRow[]
  transformationPaths: TransformationPathRow[]
  platforms: Platform[]
  certifications: CertificationRow[]
  landUtilities: LandUtilityRow[]
  parkAnswers: ParkAnswerRow[]
  tolls: TollRow[]
  jitPractice: JitPracticeRow[]
  jitParts: JitPartRow[]
  freightCosts: FreightCostRow[]
  /** Of the home province. */
  districts: District[]
  /** Own sites that people have drawn. */
  sites: Site[]
  /** Lines of the schematic ground: rivers among them. */
  basemap: BasemapFeature[]
}

/** On what a place of the region may lie. */
export function earthOf({ districts, basemap }: Pick<RegionFacts, 'districts' | 'basemap'>) {
  const rivers = basemap.filter(({ properties }) => properties.kind === 'river')
  return { districts, rivers: rivers.flatMap(linesOf) }
}

function linesOf({ geometry }: BasemapFeature): number[][][] {
  const { type, coordinates } = geometry as { type: string; coordinates: unknown }
  return type === 'LineString' ? [coordinates as number[][]] : (coordinates as number[][][])
}

/** The place of a feature, or null where its coordinates are unknown. */
export function placeOf(feature: {
  geometry: { coordinates: number[] } | null
  properties: { precisionRadiusKilometers: number | null }
}): Place | null {
  const [lng, lat] = feature.geometry?.coordinates ?? []
  if (lng === undefined || lat === undefined) return null
  return {
    lngLat: [lng, lat] as LngLat,
    radiusKilometers: feature.properties.precisionRadiusKilometers,
  }
}

type Named = Parameters<typeof placeOf>[0] & {
  properties: { id: string; nameZh: string; nameEn: string; labelZh?: string; labelEn?: string }
}

/** Those whose place is known, by the short names where they have any. */
export function namedEnds(features: readonly Named[]): NamedEnd[] {
  return features.flatMap((feature) => {
    const place = placeOf(feature)
    const { id, nameZh, nameEn, labelZh = nameZh, labelEn = nameEn } = feature.properties
    return place ? [{ id, nameZh: labelZh, nameEn: labelEn, lngLat: place.lngLat }] : []
  })
}

type Ids = readonly { id: string }[]

/** The firms and parks with these ids whose place is known. */
export function firmsAndParks({ companies, parks }: RegionFacts, ...asked: Ids[]): NamedEnd[] {
  const ids = new Set(asked.flat().map(({ id }) => id))
  return namedEnds([...companies, ...parks]).filter(({ id }) => ids.has(id))
}
