// What siting takes and gives: a product, who buys it, what it needs, and where it may stand.
import { z } from 'zod'
import { roads } from '#geodata/contract/processes.ts'
import { Basis, Bilingual, LngLatShape, SecondsInterval } from '#geodata/contract/shared.ts'

/** Of the criteria that a result lists; a new one needs no change here. */
export const CriterionId = z.string().regex(/^[a-zA-Z]{1,40}$/)
export type CriterionId = z.infer<typeof CriterionId>

const CRITERION_UNITS = ['minutes', 'plants', 'companies', 'share', 'squareKilometers'] as const

export const SitingInputs = z
  .strictObject({
    productId: z.string().optional(),
    segmentId: z.string().optional(),
    /** Parks to rank; absent: every park that is not a partner park outside the city. */
    parkIds: z.array(z.string()).optional(),
    /** Own places to rank beside the parks. */
    pins: z
      .array(z.strictObject({ id: z.string().min(1).max(80), lngLat: LngLatShape }))
      .max(20)
      .default([]),
    /** Vehicle plants to serve (company ids); absent: all plants of the region with a place. */
    plantIds: z.array(z.string()).optional(),
    constraints: z
      .strictObject({
        /** The park's assignment must hold the segment. */
        segmentAssigned: z.boolean().default(false),
        /** Undeveloped land at least this; unknown keeps the park and flags it. */
        areaHectares: z.number().positive().max(100_000).optional(),
        /** Power at least this; unknown keeps the park and flags it. */
        powerMegavoltAmperes: z.number().positive().max(100_000).optional(),
        /** Mean minutes to the plants at most this. */
        plantMinutesMaximum: z.number().positive().max(600).optional(),
      })
      .default({ segmentAssigned: false }),
    /** Any non-negative numbers; they are scaled to sum to one. Absent: the named defaults. */
    weights: z.record(CriterionId, z.number().min(0).max(1000)).optional(),
    weightPlantsByCapacity: z.boolean().default(false),
    /** Window of `plantsWithin`, in minutes. */
    plantWindowMinutes: z.number().positive().max(300).default(60),
    /** Radius in which same-segment firms count as a cluster, in minutes. */
    clusterMinutes: z.number().positive().max(300).default(30),
    ...roads,
  })
  .refine((inputs) => (inputs.productId === undefined) !== (inputs.segmentId === undefined), {
    message: 'Give exactly one of productId and segmentId.',
    path: ['productId'],
    params: { zh: 'productId 与 segmentId 只给其一' },
  })
export type SitingInputs = z.infer<typeof SitingInputs>

const Measured = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  lngLat: LngLatShape,
  duration: SecondsInterval.nullable(),
})

export const SitingTerm = z.object({
  criterion: CriterionId,
  weight: z.number(),
  /** Measured value in `unit`; null: unknown, see `reason`. */
  raw: z.number().nullable(),
  rawLow: z.number().nullable(),
  rawHigh: z.number().nullable(),
  unit: z.enum(CRITERION_UNITS),
  /** Value function's answer 0…1; low and high where the input is unknown or imprecise. */
  value: z.number(),
  valueLow: z.number(),
  valueHigh: z.number(),
  /** Points of the score, 0…100 × weight. */
  contribution: z.number(),
  contributionLow: z.number(),
  contributionHigh: z.number(),
  known: z.boolean(),
  reason: Bilingual.nullable(),
  source: z.string(),
})
export type SitingTerm = z.infer<typeof SitingTerm>

export const SitingResult = z.object({
  question: z.object({
    segmentId: z.string(),
    segment: Bilingual,
    product: Bilingual.nullable(),
    /** product, or segment where only that is known of the firms. */
    matchedBy: z.enum(['product', 'segment']),
  }),
  criteria: z.array(
    z.object({
      id: CriterionId,
      title: Bilingual,
      unit: z.enum(CRITERION_UNITS),
      weight: z.number(),
      /** Value 1 at `best`, 0 at `worst`, linear between. */
      best: z.number(),
      worst: z.number(),
    }),
  ),
  ranking: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['park', 'pin']),
      nameZh: z.string(),
      nameEn: z.string(),
      lngLat: LngLatShape,
      rank: z.number().int(),
      rankLow: z.number().int(),
      rankHigh: z.number().int(),
      score: z.number(),
      scoreLow: z.number(),
      scoreHigh: z.number(),
      terms: z.array(SitingTerm),
      /** Doubts that do not exclude: hard constraints whose data are unknown. */
      flags: z.array(Bilingual),
      plants: z.array(Measured),
      suppliers: z.array(Measured),
      nearestHub: Measured.nullable(),
    }),
  ),
  excluded: z.array(
    z.object({
      id: z.string(),
      nameZh: z.string(),
      nameEn: z.string(),
      constraint: z.string(),
      reason: Bilingual,
    }),
  ),
  assumptions: z.array(
    z.object({
      id: z.string(),
      text: Bilingual,
      value: z.number(),
      unit: z.string(),
      source: z.string(),
    }),
  ),
  basis: Basis,
})
export type SitingResult = z.infer<typeof SitingResult>
