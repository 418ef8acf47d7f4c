// What siting takes and gives: a product, who buys it, what it needs, and where it may stand.
import { z } from 'zod'
import { DoubtAsked, DoubtTold, Range } from '#geodata/contract/processes/doubt.ts'
import { roads } from '#geodata/contract/processes/roads.ts'
import { Basis, Bilingual, LngLatShape, SecondsInterval } from '#geodata/contract/shared.ts'

/** Of the criteria that a result lists; a new one needs no change here. */
export const CriterionId = z.string().regex(/^[a-zA-Z]{1,40}$/)
export type CriterionId = z.infer<typeof CriterionId>

export const CRITERION_UNITS = [
  'minutes',
  'plants',
  'companies',
  'share',
  'squareKilometers',
  'yuanPerUnit',
  'kilogramsPerUnit',
] as const

/** How a part reaches a plant: in sequence, just in time, or once a day. */
export const DELIVERIES = ['jis', 'jit', 'daily'] as const
export type Delivery = (typeof DELIVERIES)[number]

/** Trucks by the length of their box, as freight rates are quoted. */
export const TRUCKS = ['box4', 'box7', 'box10', 'semitrailer'] as const
export type Truck = (typeof TRUCKS)[number]

/** A thousandth is the least a person means: less is a slip, and what is divided by it means nothing. */
const Amount = z.number().min(0.001).max(1_000_000_000)
const Minutes = z.number().min(0).max(600)

/** What may be asked of a site, each with the unit of its amount where it has one. */
export const NEED_IDS = {
  segmentAssigned: null,
  landHectares: 'hectares',
  plantMinutesAtMost: 'minutes',
  powerMegavoltAmperes: 'megavoltAmperes',
  gas: null,
  steam: null,
  water: null,
  wasteWater: null,
  chemicalPark: null,
  floorLoad: 'tonnesPerSquareMeter',
} as const

/** The unit in which a need is asked; null: it takes no amount, or there is no such need. */
export function unitOfNeed(id: string): string | null {
  return Object.hasOwn(NEED_IDS, id) ? NEED_IDS[id as keyof typeof NEED_IDS] : null
}

const UNIT_ZH: Record<string, string> = {
  hectares: '公顷',
  minutes: '分钟',
  megavoltAmperes: '兆伏安',
  tonnesPerSquareMeter: '吨/平方米',
}

/** Something a site must or should have; ids and units are those of the result's `needs`. */
const NeedAsked = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-zA-Z]{1,40}$/)
      .describe(
        `One of ${Object.entries(NEED_IDS)
          .map(([id, unit]) => (unit ? `${id} (amount in ${unit})` : id))
          .join(', ')}`,
      ),
    /** How much, where the need has a unit. */
    amount: Amount.describe('How much, where the need has a unit').optional(),
    /** A constraint leaves out who surely fails it; a wish only counts. */
    isHard: z.boolean().default(true),
  })
  .superRefine(({ id, amount }, context) => {
    const unit = unitOfNeed(id)
    if (unit === null || amount !== undefined) return
    context.addIssue({
      code: 'custom',
      path: ['amount'],
      message: `Say how much, in ${unit}; a need without its amount asks for nothing.`,
      params: { zh: `请填写数量（${UNIT_ZH[unit]}）；没有数量的要求等于没提` },
      input: amount,
    })
  })
export type NeedAsked = z.infer<typeof NeedAsked>

export const Customer = z.strictObject({
  /** The company id of a vehicle plant. */
  plantId: z.string(),
  /** Units of the product it takes in a year; absent: unknown. */
  annualUnits: Amount.optional(),
  delivery: z.enum(DELIVERIES).optional(),
})
export type Customer = z.infer<typeof Customer>

export const Logistics = z.strictObject({
  truck: z.enum(TRUCKS).default('box10'),
  /** Units of the product in a full truck; absent: unknown. */
  unitsPerTruck: Amount.optional(),
  /** Mass of one unit with its packing; absent: unknown. */
  kilogramsPerUnit: Amount.optional(),
  loadingMinutes: Minutes.default(45),
  /** From the gate of the plant to the line: registration, queue, unloading. */
  gateMinutes: Minutes.default(65),
  /** Hour of the day at which trucks leave, 0 … 23. */
  departureHour: z.number().int().min(0).max(23).default(8),
})
export type Logistics = z.infer<typeof Logistics>

/** One purchased input: a product, or a segment where only that is known. */
const UpstreamAsked = z
  .strictObject({ productId: z.string().optional(), segmentId: z.string().optional() })
  .refine(({ productId, segmentId }) => (productId === undefined) !== (segmentId === undefined), {
    message: 'Give a product or a segment, one of them.',
    params: { zh: '产品与环节应填其一，且只填其一' },
  })

const Ring = z
  .array(LngLatShape)
  .min(4)
  .max(2000)
  .refine((ring) => ring[0]?.join() === ring.at(-1)?.join(), {
    message: 'The outline is not closed: its last corner is to be its first again.',
    params: { zh: '边界没有闭合：最后一个角点应与第一个相同' },
  })

/** Rings of longitude and latitude; the first is the outline, others are holes. */
const AreaAsked = z.strictObject({
  type: z.literal('Polygon'),
  coordinates: z.array(Ring).min(1).max(20),
})

/** A list in which an id comes again is refused at every place where it does. */
export const eachOnce =
  <One>(idOf: (one: One) => string, ...path: string[]) =>
  (list: readonly One[], context: z.RefinementCtx) => {
    const ids = list.map(idOf)
    for (const [index, id] of ids.entries()) {
      if (ids.indexOf(id) === index) continue
      context.addIssue({
        code: 'custom',
        path: [index, ...path],
        message: 'It is named before: keep it once.',
        params: { zh: '前面已有，只保留一项' },
        input: id,
      })
    }
  }
const itself = (id: string) => id

export const SitingInputs = z
  .strictObject({
    productId: z.string().optional(),
    segmentId: z.string().optional(),
    /** Units of the product made in a year; absent: unknown. */
    annualUnits: Amount.optional(),
    /** Parks to rank; absent: every park that is not a partner park outside the city. */
    parkIds: z.array(z.string()).superRefine(eachOnce(itself)).optional(),
    /** Own sites of the collection `sites` to rank beside the parks. */
    siteIds: z.array(z.string()).max(200).superRefine(eachOnce(itself)).default([]),
    /** Own places to rank beside the parks. */
    pins: z
      .array(z.strictObject({ id: z.string().min(1).max(80), lngLat: LngLatShape }))
      .max(20)
      .superRefine(eachOnce(({ id }) => id, 'id'))
      .default([]),
    /** Only what lies in it is ranked. */
    area: AreaAsked.optional(),
    /** Vehicle plants to serve; absent: all running plants of the city with a place. */
    customers: z
      .array(Customer)
      .max(200)
      .refine((customers) => customers.length > 0, {
        error:
          'No customer is left: name at least one vehicle plant, or leave customers out for all.',
        params: { zh: '没有客户：请至少选一家整车厂，或不限客户（全部整车厂）' },
      })
      .superRefine(eachOnce(({ plantId }) => plantId, 'plantId'))
      .optional(),
    /** What the product is made from; absent: as product_inputs records it; empty: from nothing bought. */
    upstream: z.array(UpstreamAsked).max(60).optional(),
    needs: z
      .array(NeedAsked)
      .max(40)
      .refine((needs) => new Set(needs.map(({ id }) => id)).size === needs.length, {
        message: 'A need is named twice with different amounts: keep one of them.',
        params: { zh: '同一项要求填写了两次，只保留一项' },
      })
      .default([]),
    logistics: Logistics.prefault({}),
    /** Any non-negative numbers, not all zero; they are scaled to sum to one. Absent: the named defaults. */
    weights: z.record(CriterionId, z.number().min(0).max(1000)).optional(),
    /** Plants count by their documented capacity; where the customers' units are known, by those. */
    weightPlantsByCapacity: z.boolean().default(false),
    /** Window of `plantsWithin`, in minutes. */
    plantWindowMinutes: z.number().positive().max(300).default(60),
    /** Radius in which same-segment firms count as a cluster, in minutes. */
    clusterMinutes: z.number().positive().max(300).default(30),
    doubt: DoubtAsked.prefault({}),
    ...roads,
  })
  .refine((inputs) => (inputs.productId === undefined) !== (inputs.segmentId === undefined), {
    message: 'Give a product or a segment, one of them.',
    path: ['productId'],
    params: { zh: '产品与环节应填其一，且只填其一' },
  })
export type SitingInputs = z.infer<typeof SitingInputs>

export const NEED_UNITS = [
  'hectares',
  'megavoltAmperes',
  'tonnesPerSquareMeter',
  'minutes',
] as const

/** met: surely; failed: surely not; perhaps: what is known allows both; unknown: nothing is known. */
export const NEED_STANDINGS = ['met', 'failed', 'perhaps', 'unknown'] as const
export type NeedStanding = (typeof NEED_STANDINGS)[number]

export const NeedFound = z.object({
  id: z.string(),
  isHard: z.boolean(),
  standing: z
    .enum(NEED_STANDINGS)
    .describe('met, failed: by the outer bounds, so in every draw; perhaps: unproven'),
  /** The outer bounds of what the site has, in the unit of the need; null: no amount, or none is known. */
  low: z.number().nullable().describe('Outer bound in the unit of the need'),
  high: z.number().nullable(),
  likely: Range.nullable(),
  chance: z
    .number()
    .nullable()
    .describe('Share of the draws in which it is met; null: nothing is known or drawn of it'),
  /** What the site has, in the unit of the need, or why that is not known. */
  told: Bilingual,
  source: z.string(),
})
export type NeedFound = z.infer<typeof NeedFound>

const Measured = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  lngLat: LngLatShape,
  duration: SecondsInterval.nullable(),
  /** Minutes of nine in ten draws, the central value among them; null: not reached. */
  likelyMinutes: Range.nullable(),
})

export const SitingTerm = z.object({
  criterion: CriterionId,
  weight: z.number(),
  /** Measured value in `unit`; null: unknown, see `reason`. */
  raw: z.number().nullable(),
  /**
   * The outer bounds: by the discs’ radii, never narrower than any draw. Where `raw` is null they still bound it if
   * something does: land is at most what is planned.
   */
  rawLow: z.number().nullable(),
  rawHigh: z.number().nullable(),
  /** What nine in ten draws give, the central value among them; null: nothing is known of it. */
  rawLikely: Range.nullable(),
  unit: z.enum(CRITERION_UNITS),
  /** Value function's answer 0…1; low and high where the input is unknown or imprecise. */
  value: z.number(),
  valueLow: z.number(),
  valueHigh: z.number(),
  valueLikely: Range,
  /** Points of the score, 0…100 × weight. */
  contribution: z.number(),
  contributionLow: z.number(),
  contributionHigh: z.number(),
  contributionLikely: Range,
  known: z.boolean(),
  reason: Bilingual.nullable(),
  source: z.string(),
  /** The oldest and the newest date of what it was measured with; null: no date is known. */
  asOf: z.object({ oldest: z.string(), newest: z.string() }).nullable(),
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
      /** Its weight where nobody gives any. */
      defaultShare: z.number(),
      /** Value 1 at `best`, 0 at `worst`, linear between. */
      best: z.number(),
      worst: z.number(),
    }),
  ),
  ranking: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['park', 'pin', 'site']),
      nameZh: z.string(),
      nameEn: z.string(),
      lngLat: LngLatShape,
      /** By the central score; equals share a rank. */
      rank: z.number().int(),
      /** The outer bounds of the rank, every doubt at its worst on its own. */
      rankLow: z.number().int().describe('Outer bound, as each Low and High'),
      rankHigh: z.number().int(),
      rankLikely: Range,
      score: z.number(),
      scoreLow: z.number(),
      scoreHigh: z.number(),
      scoreLikely: Range,
      chanceFirst: z.number().describe('Share of the draws in which it is first'),
      chanceTopThree: z.number().describe('Share in which at most two are ahead'),
      firstIsAhead: z.number().describe('Share in which the first of the ranking is ahead of it'),
      group: z
        .number()
        .int()
        .describe('1: who wins most draws, and all it is not ahead of in 95 % of them'),
      terms: z.array(SitingTerm),
      /** What was asked of the site, in the order asked. */
      needs: z.array(NeedFound),
      /** Other doubts that do not exclude. */
      flags: z.array(Bilingual),
      plants: z.array(Measured),
      /** The nearest known maker of each input; where none is known, the nearest that may make it. */
      suppliers: z.array(
        Measured.extend({
          serves: z.array(
            z.object({
              title: Bilingual,
              basis: z
                .enum(['product', 'class', 'segment'])
                .describe('Recorded with the input, with the wider product, with its segment only'),
              chance: z.number().describe('Chance that it makes the input'),
            }),
          ),
        }),
      ),
      nearestHub: Measured.nullable(),
    }),
  ),
  excluded: z.array(
    z.object({
      id: z.string(),
      nameZh: z.string(),
      nameEn: z.string(),
      /** Every hard need that it surely fails. */
      against: z.array(NeedFound),
    }),
  ),
  /** The needs as asked, with their words and how the candidates stand to each. */
  needs: z.array(
    z.object({
      id: z.string(),
      title: Bilingual,
      unit: z.enum(NEED_UNITS).nullable(),
      amount: z.number().nullable(),
      isHard: z.boolean(),
      standings: z.record(z.enum(NEED_STANDINGS), z.number().int()),
    }),
  ),
  /** What the question could name: every vehicle plant, and what the product is recorded to be made from. */
  offered: z.object({
    plants: z.array(
      z.object({
        id: z.string(),
        nameZh: z.string(),
        nameEn: z.string(),
        capacity: z.number().nullable(),
        isRunning: z.boolean(),
        isCustomer: z.boolean(),
      }),
    ),
    inputs: z.array(
      z.object({
        /** The row of product_inputs. */
        id: z.string(),
        productId: z.string().nullable(),
        segmentId: z.string().nullable(),
        title: Bilingual,
        /** Firms recorded to make it. */
        makerCount: z.number().int(),
        /** Firms that may make it: recorded with the wider product, or with its segment alone. */
        possibleMakerCount: z.number().int(),
        source: z.string(),
        /** Assumption: no document says so. */
        kind: z.enum(['documented', 'assumption']),
        confidence: z.string(),
      }),
    ),
  }),
  /** Where nothing is left: the fewest hard needs to give up, each choice with the sites it frees. */
  relaxations: z.array(z.object({ needIds: z.array(z.string()), siteIds: z.array(z.string()) })),
  /** What the user should know before reading the ranking. */
  notices: z.array(Bilingual),
  assumptions: z.array(
    z.object({
      id: z.string(),
      text: Bilingual,
      value: z.number(),
      unit: z.string(),
      source: z.string(),
      kind: z.enum(['documented', 'assumption']),
    }),
  ),
  doubt: DoubtTold,
  basis: Basis,
})
export type SitingResult = z.infer<typeof SitingResult>
