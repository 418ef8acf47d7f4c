// What lies nearest by truck time? (process `nearest`)
import { z } from 'zod'
import { CompanyProperties, HubProperties, ParkProperties } from '#geodata/contract/collections.ts'
import { DoubtAsked, DoubtTold, Range } from '#geodata/contract/processes/doubt.ts'
import { Access, roads } from '#geodata/contract/processes/roads.ts'
import { Basis, Bilingual, LngLatShape, SecondsInterval } from '#geodata/contract/shared.ts'

/** What `kind` may be in each collection: a park role, a company kind, a hub kind. */
const KINDS: Record<string, readonly string[]> = {
  parks: ParkProperties.shape.role.options,
  companies: CompanyProperties.shape.kind.options,
  hubs: HubProperties.shape.kind.options,
  platforms: [],
}

export const NearestInputs = z
  .strictObject({
    origin: LngLatShape,
    /** How far the origin may be off its point; it widens times and straight lines. */
    originRadiusKilometers: z.number().min(0).max(50).default(0),
    collection: z.enum(['parks', 'companies', 'hubs', 'platforms']),
    /** Only this kind: a company kind, a hub kind or a park role. */
    kind: z.string().optional(),
    segmentId: z.string().optional(),
    /** Only firms recorded to make it. */
    productId: z.string().optional(),
    /** Left out, as the origin itself where it is one of them. */
    exceptIds: z.array(z.string()).max(100).default([]),
    /** outward: from the origin to them; inward: from them to the origin. */
    direction: z.enum(['outward', 'inward']).default('outward'),
    count: z.number().int().min(1).max(1000).default(10),
    doubt: DoubtAsked.omit({ makerChance: true }).prefault({}),
    ...roads,
  })
  .superRefine(({ collection, kind, segmentId, productId }, context) => {
    if (productId !== undefined && collection !== 'companies') {
      context.addIssue({
        code: 'custom',
        path: ['productId'],
        input: productId,
        message: 'Only companies make products; leave it out',
        params: { zh: '只有企业有产品，请勿填写' },
      })
    }
    const kinds = KINDS[collection] ?? []
    if (kind !== undefined && !kinds.includes(kind)) {
      context.addIssue({
        code: 'custom',
        path: ['kind'],
        input: kind,
        message:
          kinds.length > 0
            ? 'What is sought has no such kind'
            : 'What is sought has no kinds; leave it out',
        params: {
          zh: kinds.length > 0 ? '所查对象没有这一类别' : '所查对象不分类别，请勿填写',
          choices: kinds,
        },
      })
    }
    if ((collection === 'hubs' || collection === 'platforms') && segmentId !== undefined) {
      context.addIssue({
        code: 'custom',
        path: ['segmentId'],
        input: segmentId,
        message: 'Hubs and platforms belong to no segment; leave it out',
        params: { zh: '货运枢纽与创新平台不属于任何环节，请勿填写' },
      })
    }
  })
export type NearestInputs = z.infer<typeof NearestInputs>

export const NearestResult = z.object({
  /** By truck time, nearest first. */
  items: z.array(
    z.object({
      id: z.string(),
      nameZh: z.string(),
      nameEn: z.string(),
      lngLat: LngLatShape,
      /** Its ends are the outer bounds, which hold every draw. */
      duration: SecondsInterval.describe('Its ends are the outer bounds, which hold every draw'),
      likelyMinutes: Range.nullable().describe('Minutes of nine in ten draws of places and speed'),
      lengthMeters: z.number(),
      straightMeters: z.number(),
      /** The ends that the radii of both places put around the straight line. */
      straightLowMeters: z.number(),
      straightHighMeters: z.number(),
      /** Among all that can be measured, also those beyond `count`; equals share the better rank. */
      timeRank: z.number().int(),
      straightRank: z.number().int(),
      /** Length by road ÷ straight line; null where the places may be the same. */
      detour: z.number().nullable(),
      /** How it meets the network; null where only the way straight over is short enough. */
      access: Access.nullable(),
    }),
  ),
  /** How many can be measured. */
  measuredCount: z.number().int(),
  /**
   * The pair in which the straight line misleads most: `straightId` is surely nearer as the crow flies,
   * `timeId` quicker to reach in 95 % of the draws. null: there is no such pair.
   */
  misleading: z.object({ straightId: z.string(), timeId: z.string() }).nullable(),
  /** Rows that match but cannot be measured (no coordinates, too far), with the reason. */
  unmeasured: z.array(
    z.object({ id: z.string(), nameZh: z.string(), nameEn: z.string(), reason: Bilingual }),
  ),
  /** How the origin meets the network. */
  access: Access,
  doubt: DoubtTold,
  basis: Basis,
})
export type NearestResult = z.infer<typeof NearestResult>
