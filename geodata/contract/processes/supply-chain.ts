// What `supply-chain` asks and answers: who might supply a firm or a park, and whom might it supply?
import { z } from 'zod'
import { Basis, Bilingual } from '#geodata/contract/shared.ts'

export const SupplyChainInputs = z
  .strictObject({
    companyId: z.string().optional(),
    /** All known firms of the park together; trade among themselves is left out. */
    parkId: z.string().optional(),
    /** So many partners of a side are listed, the firmest first; absent: all. */
    most: z.number().int().min(1).max(1_000_000).optional(),
  })
  .refine(({ companyId, parkId }) => (companyId === undefined) !== (parkId === undefined), {
    message: 'Give a company or a park, one of them.',
    params: { zh: '企业与园区应填其一，且只填其一' },
  })
export type SupplyChainInputs = z.infer<typeof SupplyChainInputs>

/** What is traded: an input of a product, or a product delivered to vehicle plants. */
export const SupplyGood = z.object({
  name: Bilingual,
  /** The product it goes into; null: a vehicle. */
  intoProductId: z.string().nullable(),
  /** product: both firms are known to make their side; segment: of one only the segment is known. */
  match: z.enum(['product', 'segment']),
  source: z.string(),
})
export type SupplyGood = z.infer<typeof SupplyGood>

export const PossiblePartner = z.object({
  companyId: z.string(),
  /** The firmest first. */
  goods: z.array(SupplyGood).min(1),
})
export type PossiblePartner = z.infer<typeof PossiblePartner>

/** Partners of a side, listed or not, by the firmest of their goods. */
export const PartnerCounts = z.object({ product: z.number().int(), segment: z.number().int() })
export type PartnerCounts = z.infer<typeof PartnerCounts>

/** Possible, never recorded: derived from what firms make and what products are made of. */
export const SupplyChainResult = z.object({
  suppliers: z.array(PossiblePartner),
  customers: z.array(PossiblePartner),
  counts: z.object({ suppliers: PartnerCounts, customers: PartnerCounts }),
  /** Asked-about firms of which no product and no segment is known: nothing can be derived of them. */
  withoutProducts: z.array(z.string()),
  basis: Basis,
})
export type SupplyChainResult = z.infer<typeof SupplyChainResult>
