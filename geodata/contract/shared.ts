// Shapes that every resource of the API shares: text in two languages, provenance, features, basis.
import { z } from 'zod'
import { PRECISIONS } from '#geodata/model/precision.ts'
import { SYSTEMS } from '#geodata/model/system.ts'

export const Bilingual = z.object({ zh: z.string(), en: z.string() })
export type Bilingual = z.infer<typeof Bilingual>

export const SystemName = z.enum(SYSTEMS)
export const PrecisionName = z.enum(PRECISIONS)
export const Confidence = z.enum(['high', 'medium', 'low'])
export type Confidence = z.infer<typeof Confidence>
export const SourceClass = z.enum(['official', 'disclosure', 'press', 'repost', 'standard', 'none'])

/** [longitude, latitude], WGS84. JSON cannot carry NaN or Infinity, and the ranges refuse the rest. */
export const LngLatShape = z
  .tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
  .readonly()

/** Where a row's facts come from; `source` may hold several references separated by ";". */
export const provenance = {
  source: z.string(),
  sourceClass: SourceClass,
  confidence: Confidence,
  note: z.string().nullable(),
}

/** Where a row lies and how well that is known. */
export const placement = {
  /** District code of 2022; null where the place is unknown. */
  adcode: z.string().nullable(),
  coordPrecision: PrecisionName,
  coordSource: z.string().nullable(),
  precisionRadiusKilometers: z.number().nullable(),
}

const Position = z.array(z.number()).min(2)
export const PointGeometry = z.object({ type: z.literal('Point'), coordinates: Position })
export const LineGeometry = z.object({
  type: z.enum(['LineString', 'MultiLineString']),
  coordinates: z.array(z.any()),
})
export const AreaGeometry = z.object({
  type: z.enum(['Polygon', 'MultiPolygon']),
  coordinates: z.array(z.any()),
})

export function featureOf<G extends z.ZodType, P extends z.ZodType>(geometry: G, properties: P) {
  return z.object({ type: z.literal('Feature'), id: z.string(), geometry, properties })
}

/** What a result stands on: the network, the data and the parameters, each with its hash. */
export const Basis = z.object({
  network: z.object({
    name: Bilingual,
    kind: z.enum(['skeleton', 'street']),
    date: z.string(),
    hash: z.string(),
  }),
  dataset: z.object({ hash: z.string(), builtFrom: z.string() }),
  parametersHash: z.string(),
  profile: z.literal('truck'),
})
export type Basis = z.infer<typeof Basis>

/** A travel time with the doubt that the ends' precision puts on it, in seconds. */
export const SecondsInterval = z.object({
  lowSeconds: z.number(),
  centralSeconds: z.number(),
  highSeconds: z.number(),
})
export type SecondsInterval = z.infer<typeof SecondsInterval>
