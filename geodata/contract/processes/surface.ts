// What surface takes and gives: every cell of the region measured by truck time, to be weighed in the page.
import { z } from 'zod'
import { DoubtTold, Range } from '#geodata/contract/processes/doubt.ts'
import { DoubtfulEnds, DoubtKind } from '#geodata/contract/processes/roads.ts'
import { CriterionId, SitingInputs, SitingResult } from '#geodata/contract/processes/siting.ts'
import { Basis, Bilingual, LngLatShape } from '#geodata/contract/shared.ts'

export const SURFACE_RESOLUTIONS = [5, 6, 7, 8] as const

export const SurfaceInputs = z.strictObject({
  /** The question; its candidates and needs are not looked at. */
  siting: SitingInputs,
  /** Of the H3 grid: cells of about 250, 36, 5 and 0.7 km². */
  resolution: z.number().int().min(SURFACE_RESOLUTIONS[0]).max(SURFACE_RESOLUTIONS[3]).default(7),
  rangeDraws: z
    .number()
    .int()
    .min(0)
    .max(2000)
    .default(200)
    .describe('Joint draws behind the likely range of every cell; 0: central scores alone'),
})
export type SurfaceInputs = z.infer<typeof SurfaceInputs>

/** What a cell may be named by. */
export const SurfacePlace = z.object({
  kind: z.enum(['park', 'hub', 'interchange']),
  nameZh: z.string(),
  /** null: not recorded. */
  nameEn: z.string().nullable(),
  lngLat: LngLatShape,
})
export type SurfacePlace = z.infer<typeof SurfacePlace>

export const SurfaceResult = z.object({
  resolution: z.number().int(),
  /** H3 indexes of all cells whose centre lies in the city, in ascending order. */
  cells: z.array(z.string()),
  /** Those criteria of siting that a bare place has a value for; their weights sum to one. */
  criteria: SitingResult.shape.criteria,
  leftOut: z
    .array(z.object({ id: CriterionId, title: Bilingual }))
    .describe('Criteria of siting that only a park has: not comparable with the score of a siting'),
  /** The measured amount of each criterion in the order of the cells, one decimal; null: unknown. */
  raws: z.record(CriterionId, z.array(z.number().nullable())),
  scores: z
    .array(z.number().nullable())
    .describe('0 … 100 of every cell under the weights asked; null: no truck gets there'),
  scoreLikely: z
    .array(Range.nullable())
    .nullable()
    .describe('Of every cell under the weights asked; null: no draws were asked for'),
  parks: z
    .array(
      z.object({
        id: z.string(),
        nameZh: z.string(),
        nameEn: z.string(),
        values: z.array(z.number()).describe('0 … 1, in the order of the criteria'),
        score: z.number(),
        scoreLikely: Range,
      }),
    )
    .describe('Every park of the city by the same criteria alone, the best first'),
  places: z.array(SurfacePlace).describe('Parks, hubs and interchanges'),
  nearestPlaces: z
    .array(z.number().int().nullable())
    .describe('Of every cell, by its index in `places`; null: none within 20 km'),
  doubt: DoubtTold.nullable(),
  doubtfulEnds: DoubtfulEnds,
  /** Cells of the same doubt, by their index in `cells`. */
  doubtfulCells: z.record(DoubtKind, z.array(z.number().int())),
  basis: Basis,
})
export type SurfaceResult = z.infer<typeof SurfaceResult>
