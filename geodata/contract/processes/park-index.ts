// What `park-index` asks and answers: how developed is each park, term by term, and how sure is that?
import { z } from 'zod'
import { DoubtfulEnds, roads } from '#geodata/contract/processes/roads.ts'
import { Basis, Bilingual } from '#geodata/contract/shared.ts'

export const INDEX_UNITS = [
  'companies',
  'platforms',
  'share',
  'minutes',
  'points',
  'squareKilometers',
] as const
export type IndexUnit = (typeof INDEX_UNITS)[number]

export const ParkIndexInputs = z.strictObject({
  /** Weights by the id of a term; absent ones take their defaults. */
  weights: z.record(z.string(), z.number().min(0).max(1000)).default({}),
  /** The park taken for the "1"; absent: the nearest of its candidates. */
  designatedParkId: z.string().optional(),
  ...roads,
})
export type ParkIndexInputs = z.infer<typeof ParkIndexInputs>

export const IndexTermDefinition = z.object({
  id: z.string(),
  title: Bilingual,
  /** What is measured, in a sentence. */
  definition: Bilingual,
  unit: z.enum(INDEX_UNITS),
  /** Value 1 at `best`, 0 at `worst`, linear between. */
  best: z.number(),
  worst: z.number(),
  /** Share of all weight, 0 … 1. */
  weight: z.number(),
})
export type IndexTermDefinition = z.infer<typeof IndexTermDefinition>

/** A row a measured value is made of. */
export const IndexRow = z.object({
  collection: z.enum(['parks', 'companies', 'platforms']),
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
})
export type IndexRow = z.infer<typeof IndexRow>

export const IndexTermValue = z.object({
  criterion: z.string(),
  weight: z.number(),
  /** Measured in the unit of the term; null: unknown or only known within bounds, see `reason`. */
  raw: z.number().nullable(),
  /** Bounds of what is measured; null: nothing bounds it but the value function. */
  rawLow: z.number().nullable(),
  rawHigh: z.number().nullable(),
  value: z.number(),
  valueLow: z.number(),
  valueHigh: z.number(),
  contribution: z.number(),
  contributionLow: z.number(),
  contributionHigh: z.number(),
  known: z.boolean(),
  reason: Bilingual.nullable(),
  source: z.string(),
  rows: z.array(IndexRow),
})
export type IndexTermValue = z.infer<typeof IndexTermValue>

export const IndexedPark = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  labelZh: z.string(),
  labelEn: z.string(),
  districtZh: z.string(),
  rank: z.number().int(),
  rankLow: z.number().int(),
  rankHigh: z.number().int(),
  score: z.number(),
  scoreLow: z.number(),
  scoreHigh: z.number(),
  terms: z.array(IndexTermValue),
})
export type IndexedPark = z.infer<typeof IndexedPark>

export const ParkIndexResult = z.object({
  terms: z.array(IndexTermDefinition),
  ranking: z.array(IndexedPark),
  assumptions: z.array(Bilingual),
  doubtfulEnds: DoubtfulEnds,
  basis: Basis,
})
export type ParkIndexResult = z.infer<typeof ParkIndexResult>
