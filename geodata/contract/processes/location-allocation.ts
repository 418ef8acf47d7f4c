// What location-allocation takes and gives: k sites for a product, existing suppliers fixed.
import { z } from 'zod'
import { Exactness, Proof } from '#geodata/contract/processes/gap-filling.ts'
import { DoubtfulEnds, roads } from '#geodata/contract/processes/roads.ts'
import { Basis } from '#geodata/contract/shared.ts'

export const LocationAllocationInputs = z.strictObject({
  productId: z.string(),
  /** coverage: most plants within X; minutes: least weighted minutes from the nearest. */
  objective: z.enum(['coverage', 'minutes']).default('coverage'),
  count: z.number().int().min(1).max(20).default(3),
  withinMinutes: z.number().positive().max(600).default(60),
  /** Counted where no supplier serves a plant. */
  unservedMinutes: z.number().positive().max(1440).default(240),
  byCapacity: z.boolean().default(false),
  /** Recorded makers count as there already. */
  withExisting: z.boolean().default(true),
  parkIds: z.array(z.string()).min(1).optional(),
  plantIds: z.array(z.string()).optional(),
  ...Exactness,
  ...roads,
})
export type LocationAllocationInputs = z.infer<typeof LocationAllocationInputs>

export const LocationAllocationResult = z.object({
  parkIds: z.array(z.string()),
  /** Weight of plants in time, or weighted mean minutes: today, and with the sites. */
  before: z.number(),
  after: z.number(),
  /** What greedy found before exchanges. */
  greedy: z.number(),
  weightOfAll: z.number(),
  proof: Proof,
  plants: z.array(
    z.object({
      id: z.string(),
      nameZh: z.string(),
      nameEn: z.string(),
      weight: z.number(),
      /** Who is nearest, and how far: an existing firm or a chosen park; null: none. */
      before: z.object({ id: z.string(), minutes: z.number() }).nullable(),
      after: z.object({ id: z.string(), minutes: z.number() }).nullable(),
    }),
  ),
  doubtfulEnds: DoubtfulEnds,
  basis: Basis,
})
export type LocationAllocationResult = z.infer<typeof LocationAllocationResult>
