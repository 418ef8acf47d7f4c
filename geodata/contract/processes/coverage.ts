// What `coverage` asks and answers: who makes what where, and what is missing within truck minutes?
//
// `known` holds the minutes of every firm to every destination, so that a reader may ask again with
// another limit, other thresholds or fewer firms without the server (geodata/analysis/coverage.ts).
import { z } from 'zod'
import { CompanyProperties, ParkProperties } from '#geodata/contract/collections.ts'
import { TaxonomySegment } from '#geodata/contract/documents.ts'
import { DoubtAsked, DoubtTold } from '#geodata/contract/processes/doubt.ts'
import { DoubtfulEnds, roads } from '#geodata/contract/processes/roads.ts'
import { Basis, Bilingual, Confidence, SecondsInterval } from '#geodata/contract/shared.ts'

export const GRAINS = ['park', 'district', 'city'] as const
export type Grain = (typeof GRAINS)[number]

export const CoverageSettings = z.strictObject({
  /** What a column is. */
  grain: z.enum(GRAINS).default('park'),
  /** Only suppliers within so many truck minutes of a destination count; null: all count. */
  withinMinutes: z.number().positive().max(600).nullable().default(60),
  /** Ids of `known.destinations` whose needs are asked; absent: the vehicle plants. */
  destinationIds: z.array(z.string()).optional(),
  /** At most so many suppliers are thin. */
  thinFirms: z.number().int().min(1).max(50).default(4),
  /** Duplicated: at least so many of the parks a segment is assigned to have no known firm of it … */
  duplicatedParks: z.number().int().min(1).max(50).default(5),
  /** … and they are at least this share of them, in two districts or more. */
  duplicatedShare: z.number().min(0).max(1).default(0.5),
})
export type CoverageSettings = z.infer<typeof CoverageSettings>

export const COVERAGE_DEFAULTS: CoverageSettings = CoverageSettings.parse({})

export const CoverageInputs = CoverageSettings.extend({
  /** The "1" or the candidates for it; absent: every park of the role `vehicle`. */
  vehicleParkIds: z.array(z.string()).min(1).optional(),
  /** Vehicle plants (company ids); absent: the running ones in the provinces of the vehicle parks. */
  plantIds: z.array(z.string()).optional(),
  /** Firms that are looked at, by what is chosen of each kind, as lists are filtered; absent: all. */
  firmFilters: z
    .strictObject({
      systems: z.array(z.string()).optional(),
      segments: z.array(z.string()).optional(),
      districts: z.array(z.string()).optional(),
      firms: z.array(z.string()).optional(),
      confidence: z.array(z.string()).optional(),
    })
    .optional(),
  doubt: DoubtAsked.omit({ makerChance: true }).prefault({}),
  ...roads,
})
export type CoverageInputs = z.infer<typeof CoverageInputs>

/** [low, central, high] seconds; null: no place, too far from the network, or no way. */
const Seconds = z
  .tuple([z.number(), z.number(), z.number()])
  .nullable()
  .describe('Low outer bound, central value, high outer bound; null: no way is measured')
export type Seconds = z.infer<typeof Seconds>

/** product: a listed product is stated; other: a product outside the list; segment: only that is known. */
export const MAKES_BASES = ['product', 'other', 'segment'] as const

export const CoverageFirm = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  kind: CompanyProperties.shape.kind,
  parkId: z.string().nullable(),
  adcode: z.string().nullable(),
  city: z.string(),
  districtZh: z.string(),
  isPlaced: z.boolean(),
  isCertified: z.boolean(),
  confidence: Confidence,
  source: z.string(),
  makes: z.array(
    z.object({
      segmentId: z.string(),
      bases: z.array(z.enum(MAKES_BASES)),
      productIds: z.array(z.string()),
    }),
  ),
  /** To each of `destinations`, in their order. */
  secondsTo: z.array(Seconds),
})
export type CoverageFirm = z.infer<typeof CoverageFirm>

export const CoveragePark = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  role: ParkProperties.shape.role,
  adcode: z.string().nullable(),
  districtZh: z.string(),
  segmentIds: z.array(z.string()),
  /** It is the "1" or a candidate for it. */
  isVehiclePark: z.boolean(),
  /** To the nearest vehicle park; null: cannot be measured. */
  duration: SecondsInterval.nullable(),
  vehicleParkId: z.string().nullable(),
})
export type CoveragePark = z.infer<typeof CoveragePark>

export const CoverageKnown = z.object({
  segments: z.array(TaxonomySegment),
  destinations: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['plant', 'vehicle-park']),
      nameZh: z.string(),
      nameEn: z.string(),
    }),
  ),
  /** Vehicle plants that are not asked, with the reason. */
  plantsLeftOut: z.array(
    z.object({ id: z.string(), nameZh: z.string(), nameEn: z.string(), reason: Bilingual }),
  ),
  parks: z.array(CoveragePark),
  firms: z.array(CoverageFirm),
  /** Provinces that are one city each, a column for all of their districts. */
  municipalities: z.array(z.string()),
})
export type CoverageKnown = z.infer<typeof CoverageKnown>

/** Firms by whether they reach a destination in time; unmeasured: their place is unknown or off the roads. */
export const ReachCounts = z.object({
  within: z.number().int(),
  perhaps: z.number().int(),
  beyond: z.number().int(),
  unmeasured: z.number().int(),
})
export type ReachCounts = z.infer<typeof ReachCounts>

export const CoverageColumn = z.object({
  id: z.string(),
  /** elsewhere: firms of no park, or of a park, district or city that is not shown or not known. */
  kind: z.enum([...GRAINS, 'elsewhere']),
  nameZh: z.string(),
  nameEn: z.string(),
  parkIds: z.array(z.string()),
  isVehiclePark: z.boolean(),
  /** To the nearest vehicle park, from the nearest park or firm of the column. */
  duration: SecondsInterval.nullable(),
})
export type CoverageColumn = z.infer<typeof CoverageColumn>

export const CoverageCell = z.object({
  columnId: z.string(),
  firmIds: z.array(z.string()),
  /** How strong: of the firms, how many state a product of the row, and how many hold a certificate. */
  stated: z.number().int(),
  certified: z.number().int(),
  /** The segment is among the assignments of a park of the column. */
  isAssigned: z.boolean(),
  reach: ReachCounts,
})
export type CoverageCell = z.infer<typeof CoverageCell>

export const VERDICTS = ['gap', 'single', 'thin'] as const
export const Verdict = z.object({
  kind: z.enum(VERDICTS),
  /** Not certain: places known only roughly or not at all could turn it. */
  isCertain: z.boolean(),
})
export type Verdict = z.infer<typeof Verdict>

export const CoverageRow = z.object({
  id: z.string(),
  /** product rows: one listed product, other stated products, or firms of which only the segment is known. */
  kind: z.enum(['segment', 'product', 'other', 'segment-only']),
  segmentId: z.string(),
  productId: z.string().nullable(),
  firmIds: z.array(z.string()),
  /** In the order of the columns; those with neither firm nor assignment are left out. */
  cells: z.array(CoverageCell),
  reach: ReachCounts,
  /** Suppliers that count: surely, and at most. */
  suppliersLow: z.number().int(),
  suppliersHigh: z.number().int(),
  verdict: Verdict.nullable(),
  /** Destinations of which no supplier is in time, and those of which perhaps none is. */
  uncoveredIds: z.array(z.string()),
  perhapsUncoveredIds: z.array(z.string()),
  /** The assignment of a segment to parks; null on product rows. */
  assignment: z
    .object({
      parkIds: z.array(z.string()),
      emptyParkIds: z.array(z.string()),
      districts: z.number().int(),
      isDuplicated: z.boolean(),
    })
    .nullable(),
})
export type CoverageRow = z.infer<typeof CoverageRow>

export const CoverageMatrix = z.object({
  settings: CoverageSettings,
  columns: z.array(CoverageColumn),
  /** Each segment followed by its products. */
  rows: z.array(CoverageRow),
  /** Firms of each column; a firm of two segments counts once. */
  columnFirms: z.array(z.number().int()),
  /** Parks whose every assignment is without a known firm. */
  emptyParkIds: z.array(z.string()),
  totals: z.object({
    firms: z.number().int(),
    /** In more than one segment: counted in the row of each. */
    inSeveralSegments: z.number().int(),
    /** In none of the segments, such as most vehicle makers: in no row. */
    inNoSegment: z.number().int(),
    unmeasured: z.number().int(),
    assignments: z.number().int(),
    emptyAssignments: z.number().int(),
  }),
})
export type CoverageMatrix = z.infer<typeof CoverageMatrix>

export const CoverageResult = CoverageMatrix.extend({
  known: CoverageKnown,
  doubtfulEnds: DoubtfulEnds,
  doubt: DoubtTold,
  basis: Basis,
})
export type CoverageResult = z.infer<typeof CoverageResult>
