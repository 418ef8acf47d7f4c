// GET /api/collections/companies/summary: the firms that filters keep, counted. A page that does not hold
// them all lives by it.
import { z } from 'zod'

const Count = z.number().int()

export const FirmSummary = z.object({
  /** Firms there are, and how many of them the filters keep. */
  total: Count,
  kept: Count,
  /** Of the kept: those whose place is not known. */
  unplaced: Count,
  /** Of the kept: those drawn at a place. */
  placed: Count,
  /** Of the kept: those with a unified code. */
  coded: Count,
  /** Per filter: how many of each value would be kept if it alone were open. */
  counts: z.record(z.string(), z.record(z.string(), Count)),
  /** The filter whose removal brings back the most, and how many; null: none brings back any. */
  drop: z.object({ id: z.string(), count: Count }).nullable(),
  /** Of the kept, by system; a firm of two systems counts in both. */
  bySystem: z.record(z.string(), Count),
  /** Of the kept, by district code; "" where the district is not known. */
  byDistrict: z.record(z.string(), z.object({ count: Count, segmentIds: z.array(z.string()) })),
})
export type FirmSummary = z.infer<typeof FirmSummary>
