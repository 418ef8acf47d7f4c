// The properties of every feature collection the API serves, one schema each.
//
// SQL and CSV columns are the same names in snake_case; lists are ";"-separated there, arrays here.
import { z } from 'zod'
import {
  AreaGeometry,
  Confidence,
  featureOf,
  LineGeometry,
  PointGeometry,
  placement,
  provenance,
  SourceClass,
  SystemName,
} from '#geodata/contract/shared.ts'

export const ParkProperties = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  /** Short names for labels on the map; ours, not official. */
  labelZh: z.string(),
  labelEn: z.string(),
  role: z.enum(['vehicle', 'parts', 'joint']),
  districtZh: z.string(),
  /** District after the merger of 2025-11-06; the same where nothing changed. */
  district2025Zh: z.string(),
  segmentIds: z.array(z.string()),
  systems: z.array(SystemName),
  level: z.string(),
  plannedAreaSquareKilometers: z.number().nullable(),
  developedAreaSquareKilometers: z.number().nullable(),
  anchorCompanies: z.array(z.string()),
  officialStatus: z.string().nullable(),
  /** candidate 候选, creating 创建中, recognised 已认定, operating 运行, partner 市外协作. */
  stage: z.enum(['candidate', 'creating', 'recognised', 'operating', 'partner']),
  stageDate: z.string().nullable(),
  stageSource: z.string().nullable(),
  /** Known companies assigned to the park. */
  companyCount: z.number().int(),
  /** Vehicles a year that its plants are recorded to make, of whichever year; null: of none is it known. */
  plantOutputVehicles: z.number().nullable(),
  ...placement,
  ...provenance,
})
export const Park = featureOf(PointGeometry, ParkProperties)
export type Park = z.infer<typeof Park>

export const CompanyProperties = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  /** 统一社会信用代码 of GB 32100-2015; null: not known. */
  unifiedCode: z.string().nullable(),
  kind: z.enum(['oem', 'tier1', 'tier2', 'material']),
  segmentIds: z.array(z.string()),
  systems: z.array(SystemName),
  productIds: z.array(z.string()),
  products: z.string(),
  city: z.string(),
  districtZh: z.string(),
  district2025Zh: z.string(),
  parkId: z.string().nullable(),
  certifications: z.string().nullable(),
  ...placement,
  ...provenance,
})
/** Null geometry: the place is unknown; the row is listed and counted, never drawn. */
export const Company = featureOf(PointGeometry.nullable(), CompanyProperties)
export type Company = z.infer<typeof Company>

export const HubProperties = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  kind: z.enum(['port', 'rail', 'airport', 'road']),
  description: z.string().nullable(),
  ...placement,
  ...provenance,
})
export const Hub = featureOf(PointGeometry, HubProperties)
export type Hub = z.infer<typeof Hub>

/** industry 产业配套, park 共建园区, technology 技术创新, talent 人才培育, market 市场拓展. */
export const LINK_KINDS = ['industry', 'park', 'technology', 'talent', 'market'] as const

export const LinkProperties = z.object({
  id: z.string(),
  kind: z.enum(LINK_KINDS),
  fromNameZh: z.string(),
  toNameZh: z.string(),
  description: z.string(),
  year: z.number().int(),
  fromIds: z.array(z.string()),
  toIds: z.array(z.string()),
  fromLevel: z.string(),
  toLevel: z.string(),
  /** Pairs of city codes joined by this link, e.g. "110000-130100"; empty: not drawn, only listed. */
  cityPairs: z.array(z.string()),
  endpointNote: z.string().nullable(),
  source: z.string(),
  sourceClass: SourceClass,
  confidence: Confidence,
})
export const Link = featureOf(LineGeometry.nullable(), LinkProperties)
export type Link = z.infer<typeof Link>

export const DistrictProperties = z.object({
  id: z.string(),
  adcode: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  /** The district this area belongs to since 2025-11-06. */
  district2025Zh: z.string(),
  level: z.enum(['district', 'city', 'province']),
  cityAdcode: z.string(),
  provinceAdcode: z.string(),
  /** Year of the boundary drawn. */
  vintage: z.number().int(),
  /** A point inside, for the label. */
  labelLng: z.number(),
  labelLat: z.number(),
  source: z.string(),
})
export const District = featureOf(AreaGeometry, DistrictProperties)
export type District = z.infer<typeof District>

export const PlatformProperties = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  level: z.string(),
  type: z.string(),
  status: z.string().nullable(),
  asOf: z.string().nullable(),
  districtZh: z.string().nullable(),
  host: z.string().nullable(),
  field: z.string().nullable(),
  ...placement,
  ...provenance,
})
export const Platform = featureOf(PointGeometry.nullable(), PlatformProperties)
export type Platform = z.infer<typeof Platform>

/** Skeleton roads, drawn schematic: straight chords between interchanges. */
export const RoadProperties = z.object({
  id: z.string(),
  ref: z.string(),
  nameZh: z.string(),
  roadClass: z.enum(['motorway', 'trunk', 'urban_expressway', 'connector']),
  status: z.enum(['open', 'building']),
  fromZh: z.string(),
  toZh: z.string(),
  lengthMeters: z.number(),
  /** published or estimated (geodesic × detour factor). */
  lengthBasis: z.enum(['published', 'estimated']),
  publishedKilometers: z.number().nullable(),
  publishedKilometersBasis: z.string().nullable(),
  geodesicKilometers: z.number().nullable(),
  /** How well the places of the interchanges are known. */
  coordPrecision: z.string(),
  ...provenance,
})
export const Road = featureOf(LineGeometry, RoadProperties)
export type Road = z.infer<typeof Road>

/** Rivers and neighbouring land of the built-in basemap. */
export const BasemapProperties = z.object({
  id: z.string(),
  kind: z.enum(['river', 'land']),
  nameZh: z.string().nullable(),
  nameEn: z.string().nullable(),
  source: z.string(),
})
export const BasemapFeature = featureOf(z.union([LineGeometry, AreaGeometry]), BasemapProperties)
export type BasemapFeature = z.infer<typeof BasemapFeature>

/** A user's own candidate site. */
export const SiteProperties = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string().nullable(),
  areaHectares: z.number().nullable(),
  note: z.string().nullable(),
  source: z.string(),
  confidence: Confidence,
})
export const Site = featureOf(PointGeometry, SiteProperties)
export type Site = z.infer<typeof Site>

/** The ground a park covers, as a user drew it; a park may have none or several. */
export const ParkAreaProperties = z.object({
  id: z.string(),
  /** Null: of a park that is no longer there. */
  parkId: z.string().nullable(),
  ...provenance,
})
export const ParkArea = featureOf(AreaGeometry, ParkAreaProperties)
export type ParkArea = z.infer<typeof ParkArea>

export const COLLECTIONS = [
  'districts',
  'parks',
  'companies',
  'hubs',
  'links',
  'platforms',
  'roads',
  'basemap',
  'sites',
  'park-areas',
] as const
export type CollectionId = (typeof COLLECTIONS)[number]

/** Collections that cannot be written are called so; the registry of editable collections names the others. */
export const TITLES: Partial<Record<CollectionId, string>> = {
  districts: '区县与城市 Districts and cities (boundaries of 2022)',
  roads: '骨架路网 Skeleton roads (schematic)',
  basemap: '底图 Rivers and neighbouring land (schematic)',
}

/** What a person can switch on the map, and a scene of a story names. */
export const LAYERS = [
  'districts',
  'rivers',
  'roads',
  'parks',
  'companies',
  'hubs',
  'links',
  'precision',
  'terrain',
] as const
export type LayerId = (typeof LAYERS)[number]
