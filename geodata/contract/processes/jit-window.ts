// What `jit-window` asks and answers: which part from a site reaches which vehicle plant's line in time?
import { z } from 'zod'
import { DoubtAsked, DoubtTold, Range } from '#geodata/contract/processes/doubt.ts'
import { DoubtfulEnds, roads } from '#geodata/contract/processes/roads.ts'
import { DELIVERIES } from '#geodata/contract/processes/siting.ts'
import {
  Basis,
  Bilingual,
  Confidence,
  LngLatShape,
  SecondsInterval,
} from '#geodata/contract/shared.ts'
import { WINDOW_DEFAULTS } from '#geodata/model/window-defaults.ts'

/** makes, fails: whatever is in doubt; likely, unlikely: in nine of ten draws of the drive. */
export const WINDOW_VERDICTS = [
  'makes',
  'likely',
  'perhaps',
  'unlikely',
  'fails',
  'unknown',
] as const
export type WindowVerdict = (typeof WINDOW_VERDICTS)[number]

const HOURS = [...Array(24).keys()]
const Hour = z.number().int().min(0).max(23)

export const JitWindowInputs = z
  .strictObject({
    /** The site in question: exactly one of these four. */
    parkId: z.string().optional(),
    companyId: z.string().optional(),
    siteId: z.string().optional(),
    lngLat: LngLatShape.optional(),
    /** Absent: every product of the taxonomy. */
    productIds: z.array(z.string()).max(500).optional(),
    /** Vehicle plants (company ids); absent: all running plants of the city with a place. */
    plantIds: z.array(z.string()).max(200).optional(),
    /** How the part is delivered, by plant: loading and unloading are of that way; not named: as its row words it. */
    deliveries: z.record(z.string(), z.enum(DELIVERIES)).default({}),
    /** Hours of departure whose cells are worked out; none: only what they follow from. */
    hours: z.array(Hour).max(24).default(HOURS),
    /** Time on the road over free flow, for the hours 0 … 23. */
    hourFactors: z
      .array(z.number().min(0.2).max(10))
      .refine((factors) => factors.length === 24, {
        message: 'One factor for each of the 24 hours is expected.',
        params: { zh: '24 个小时应各填一个系数' },
      })
      .default(HOURS.map(() => WINDOW_DEFAULTS.hourFactor)),
    /** Absent: as freight_costs records them for the way the part is delivered. */
    loadingMinutes: z.number().min(0).max(600).optional(),
    /** From the gate to the end of unloading; absent: as recorded. */
    dockMinutes: z.number().min(0).max(600).optional(),
    variation: z.number().min(0).max(2).default(WINDOW_DEFAULTS.variation),
    requiredShare: z.number().min(0.5).max(0.9999).default(WINDOW_DEFAULTS.requiredShare),
    doubt: DoubtAsked.omit({ makerChance: true }).prefault({}),
    ...roads,
  })
  .refine(
    ({ parkId, companyId, siteId, lngLat }) =>
      [parkId, companyId, siteId, lngLat].filter((one) => one !== undefined).length === 1,
    {
      message: 'Give a park, a company, a site or a place, one of them.',
      path: ['parkId'],
      params: { zh: '园区、企业、地块、地点应填其一，且只填其一' },
    },
  )
export type JitWindowInputs = z.infer<typeof JitWindowInputs>

const Minutes = z.object({ low: z.number(), high: z.number() })
/** [low, central, high]. */
const Triple = z.tuple([z.number(), z.number(), z.number()])

const Provenance = {
  source: z.string(),
  asOf: z.string().nullable(),
  confidence: Confidence,
}

export const WindowPart = z.object({
  productId: z.string(),
  name: Bilingual,
  segmentId: z.string(),
  /** null: none is documented or assumed; every cell of the part is unknown. */
  budget: z
    .object({
      minutes: Minutes,
      loadingMinutes: Minutes,
      /** Gate and unloading. */
      dockMinutes: Minutes,
      /** As the row words it: JIS, JIT. */
      practice: z.string(),
      /** The row of jit_practice, the part it is about, and why the product is taken for it. */
      jitId: z.string(),
      partType: Bilingual,
      because: Bilingual,
      isAssumption: z.boolean(),
      /** Limits that the row advises for the drive; null: none. */
      advisedMinutes: z.number().nullable(),
      advisedKilometers: z.number().nullable(),
      ...Provenance,
    })
    .nullable(),
  /** Per hour asked: free-flow minutes from which the part still makes it at every speed; 0: from nowhere. */
  latestMinutes: z
    .array(Triple)
    .nullable()
    .describe(
      'Per hour: free-flow minutes from which it still makes it, at the greatest factor on driving times with the least minutes left, in the middle, at the least factor with the most; 0: from nowhere',
    ),
})
export type WindowPart = z.infer<typeof WindowPart>

export const WindowPlant = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  lngLat: LngLatShape,
  /** In free flow; its ends are the outer bounds, which hold every draw; null: see `reason`. */
  duration: SecondsInterval.nullable().describe(
    'In free flow; its ends are the outer bounds, which hold every draw',
  ),
  /** Of nine in ten joint draws of places and speed. */
  likelyMinutes: Range.nullable().describe('Of nine in ten joint draws of places and speed'),
  lengthMeters: z.number().nullable(),
  reason: Bilingual.nullable(),
  /** How this plant was said to be delivered, with its minutes in the place of the parts’; null: not said. */
  delivery: z.enum(DELIVERIES).nullable(),
  handling: z.object({ loadingMinutes: Minutes, dockMinutes: Minutes }).nullable(),
})
export type WindowPlant = z.infer<typeof WindowPlant>

/** A just-in-time delivery published of another plant. */
export const WindowComparison = z.object({
  jitId: z.string(),
  partType: Bilingual,
  plant: z.string().nullable(),
  supplier: z.string().nullable(),
  practice: z.string().nullable(),
  distanceKilometers: z.number().nullable(),
  travelMinutes: z.number().nullable(),
  orderToLineMinutes: Minutes.nullable(),
  note: z.string().nullable(),
  ...Provenance,
})
export type WindowComparison = z.infer<typeof WindowComparison>

export const JitWindowResult = z.object({
  site: z.object({
    kind: z.enum(['park', 'firm', 'site', 'pin']),
    id: z.string().nullable(),
    nameZh: z.string(),
    nameEn: z.string(),
    lngLat: LngLatShape,
  }),
  /** Those with a budget first, each in the order of the taxonomy. */
  parts: z.array(WindowPart),
  /** Nearest first. */
  plants: z.array(WindowPlant),
  hours: z.array(Hour),
  /** Part by part, plant by plant; the lists inside have one entry per hour. */
  cells: z.array(
    z.object({
      productId: z.string(),
      plantId: z.string(),
      verdicts: z
        .array(z.enum(WINDOW_VERDICTS))
        .describe(
          'makes, fails: in time or not even by the outer bounds; likely, unlikely: by the likely range; perhaps: between; unknown: no budget or no way',
        ),
      /** By the outer bounds of the drive. */
      slackMinutes: z
        .array(Triple.nullable())
        .describe('Low, central and high, by the outer bounds of the drive'),
      onTimeShare: z.array(Triple.nullable()).describe('The same of the share in time'),
      /** By its likely range; budget and handling at the same documented ends. */
      slackLikely: z
        .array(Triple.nullable())
        .describe('Low, central and high, by the likely range of the drive'),
      onTimeLikely: z.array(Triple.nullable()).describe('The same of the share in time'),
    }),
  ),
  comparisons: z.array(WindowComparison),
  assumptions: z.array(
    z.object({
      id: z.string(),
      text: Bilingual,
      value: z.number(),
      /** The other end where the assumption is a range. */
      valueHigh: z.number().nullable(),
      unit: z.string(),
      source: z.string(),
      kind: z.enum(['documented', 'assumption']),
    }),
  ),
  doubtfulEnds: DoubtfulEnds,
  doubt: DoubtTold,
  basis: Basis,
})
export type JitWindowResult = z.infer<typeof JitWindowResult>
