// What disruption takes and gives: what closing each stretch of road costs the supply chain.
import { z } from 'zod'
import { DoubtfulEnds } from '#geodata/contract/processes/roads.ts'
import { Basis, LngLatShape } from '#geodata/contract/shared.ts'

const Named = z.object({ id: z.string(), nameZh: z.string(), nameEn: z.string() })

/** What a stretch of road runs over or through. */
export const STRUCTURES = ['bridge', 'tunnel'] as const
export type Structure = (typeof STRUCTURES)[number]

export const DisruptionInputs = z
  .strictObject({
    /** Only what one site would deliver to the plants, a park, a firm, an own site or a place; absent: all that is delivered. */
    parkId: z.string().optional(),
    companyId: z.string().optional(),
    siteId: z.string().optional(),
    lngLat: LngLatShape.optional(),
    /** Pairs within so many minutes today are looked at, and leave the window beyond it. */
    withinMinutes: z.number().positive().max(600).default(60),
    /** On a street network: which streets are closed in turn. The skeleton closes all of its own. */
    classes: z.enum(['motorway', 'main']).default('motorway'),
    /** How many stretches the result lists. */
    count: z.number().int().min(1).max(200).default(20),
    /** Counted for a pair that has no way left. */
    cutMinutes: z.number().positive().max(1440).default(240),
    /** The stretch described in detail, by the id of an earlier answer; absent: the first. */
    linkId: z.string().optional(),
    plantIds: z.array(z.string()).optional(),
    network: z.string().optional(),
  })
  .refine(
    ({ parkId, companyId, siteId, lngLat }) =>
      [parkId, companyId, siteId, lngLat].filter((one) => one !== undefined).length <= 1,
    {
      message: 'Give a park, a company, a site or a place, one of them, or none.',
      path: ['parkId'],
      params: { zh: '园区、企业、地块、地点至多填其一' },
    },
  )
export type DisruptionInputs = z.infer<typeof DisruptionInputs>

export const DisruptionResult = z.object({
  /** The site whose deliveries alone are counted; null: all are. */
  site: Named.nullable(),
  /** Stretches that were closed in turn, and pairs of a recorded maker and a plant. */
  linkCount: z.number().int(),
  pairCount: z.number().int(),
  /** Product deliveries (product × maker × plant) that are in the window today. */
  productsInWindow: z.number().int(),
  /** The most critical first. */
  links: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      ref: z.string(),
      fromName: z.string(),
      toName: z.string(),
      /** Whether the names are those of its ends, or of the nearest known places. */
      endsAre: z.enum(['ends', 'near']),
      structure: z.enum(STRUCTURES).nullable(),
      line: z.array(LngLatShape),
      /** Σ products × minutes lost. */
      lostProductMinutes: z.number(),
      mostMinutes: z.number(),
      /** Product deliveries that leave the window; those without any way left are among them. */
      productsLeaving: z.number().int(),
      productsCut: z.number().int(),
      pairCount: z.number().int(),
      /**
       * The one firm or plant behind all that is cut off, where there is only one: the finding then tells how this
       * place is drawn on the network, more than how the chain depends on the road. null: there are several, or none.
       */
      restsOn: Named.extend({ isIsland: z.boolean() }).nullable(),
    }),
  ),
  /** The pairs that lose most by one stretch, with the way before and after; null: no pair loses. */
  detail: z
    .object({
      linkId: z.string(),
      pairs: z.array(
        z.object({
          firm: Named,
          plant: Named,
          products: z.number().int(),
          beforeMinutes: z.number(),
          /** null: no way is left. */
          afterMinutes: z.number().nullable(),
          beforeLine: z.array(LngLatShape),
          afterLine: z.array(LngLatShape),
        }),
      ),
    })
    .nullable(),
  doubtfulEnds: DoubtfulEnds,
  basis: Basis,
})
export type DisruptionResult = z.infer<typeof DisruptionResult>
