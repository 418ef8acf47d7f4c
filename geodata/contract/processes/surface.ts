// What surface takes and gives: every cell of the region measured by truck time, to be weighed in the page.
import { z } from 'zod'
import { DoubtfulEnds, DoubtKind } from '#geodata/contract/processes/roads.ts'
import { CriterionId, SitingInputs, SitingResult } from '#geodata/contract/processes/siting.ts'
import { Basis } from '#geodata/contract/shared.ts'

export const SURFACE_RESOLUTIONS = [5, 6, 7, 8] as const

export const SurfaceInputs = z.strictObject({
  /** The question; its candidates, needs and weights are not looked at. */
  siting: SitingInputs,
  /** Of the H3 grid: cells of about 250, 36, 5 and 0.7 km². */
  resolution: z.number().int().min(SURFACE_RESOLUTIONS[0]).max(SURFACE_RESOLUTIONS[3]).default(7),
})
export type SurfaceInputs = z.infer<typeof SurfaceInputs>

export const SurfaceResult = z.object({
  resolution: z.number().int(),
  /** H3 indexes of all cells whose centre lies in the city, in ascending order. */
  cells: z.array(z.string()),
  /** Those criteria of siting that a bare place has a value for. */
  criteria: SitingResult.shape.criteria,
  /** The measured amount of each criterion in the order of the cells, one decimal; null: unknown. */
  raws: z.record(CriterionId, z.array(z.number().nullable())),
  doubtfulEnds: DoubtfulEnds,
  /** Cells of the same doubt, by their index in `cells`. */
  doubtfulCells: z.record(DoubtKind, z.array(z.number().int())),
  basis: Basis,
})
export type SurfaceResult = z.infer<typeof SurfaceResult>
