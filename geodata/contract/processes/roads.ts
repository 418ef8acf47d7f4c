// What the analyses take and give (OGC API – Processes). Natural units in, natural units out.
import { z } from 'zod'
import { CompanyProperties, HubProperties, ParkProperties } from '#geodata/contract/collections.ts'
import {
  AreaGeometry,
  Basis,
  Bilingual,
  LngLatShape,
  SecondsInterval,
} from '#geodata/contract/shared.ts'

export const CUTOFF_MINUTES_DEFAULT = [30, 60, 90, 120]

/** What a trip may keep away from: roads of a rank with their ramps, ferries, and whatever takes toll. */
export const AVOIDABLE = [
  'motorway',
  'trunk',
  'primary',
  'secondary',
  'tertiary',
  'local',
  'ferry',
  'toll',
] as const

const TimeFactor = z.number().min(0.2).max(10)

/** How the roads differ from a free and open network; needs a street network. */
export const RoadConditions = z.strictObject({
  avoid: z.array(z.enum(AVOIDABLE)).default([]),
  /** Each closes the street nearest to it, in both directions. */
  closedNear: z.array(LngLatShape).max(100).default([]),
  /** Driving time over that in free flow, e.g. 1.3 in the morning; the user's own assumption. */
  timeFactor: TimeFactor.default(1),
  timeFactorByClass: z.partialRecord(z.enum(AVOIDABLE).exclude(['toll']), TimeFactor).default({}),
})
export type RoadConditions = z.infer<typeof RoadConditions>

/** What every analysis over roads may be told of them. */
export const roads = {
  /** An id of /api/networks; absent: the street network built last, else the skeleton. */
  network: z.string().optional(),
  conditions: RoadConditions.optional(),
  profile: z.literal('truck').default('truck'),
}

export const IsochroneInputs = z.strictObject({
  origin: LngLatShape,
  cutoffMinutes: z
    .array(z.number().positive().max(600))
    .min(1)
    .max(12)
    .default(CUTOFF_MINUTES_DEFAULT),
  /** outward: where one gets from the origin; inward: from where one gets to it. */
  direction: z.enum(['outward', 'inward']).default('outward'),
  ...roads,
})
export type IsochroneInputs = z.infer<typeof IsochroneInputs>

/** How a place meets the network. */
export const Access = z.object({
  entry: z.enum(['interchange', 'street']),
  /** Of the nearest interchange or of the street; empty where a street has neither name nor number. */
  name: z.string(),
  accessMeters: z.number(),
  accessSeconds: z.number(),
  /** A nearer street, so far away, was passed over: no truck gets from it to the main network. */
  passedIslandMeters: z.number().nullable(),
  /** The street met is not joined with the main network. */
  isIsland: z.boolean(),
})
export type Access = z.infer<typeof Access>

export const IsochroneResult = z.object({
  type: z.literal('FeatureCollection'),
  /** Largest cutoff first. */
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      geometry: AreaGeometry,
      properties: z.object({ cutoffMinutes: z.number(), areaSquareKilometers: z.number() }),
    }),
  ),
  access: Access,
  basis: Basis,
})
export type IsochroneResult = z.infer<typeof IsochroneResult>

export const IsodistanceInputs = z.strictObject({
  origin: LngLatShape,
  cutoffKilometers: z.array(z.number().positive().max(1000)).min(1).max(12).default([10, 20, 50]),
  direction: z.enum(['outward', 'inward']).default('outward'),
  ...roads,
})
export type IsodistanceInputs = z.infer<typeof IsodistanceInputs>

/** As an isochrone, by the length of the shortest way instead of the time of the quickest. */
export const IsodistanceResult = z.object({
  type: z.literal('FeatureCollection'),
  /** Largest cutoff first. */
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      geometry: AreaGeometry,
      properties: z.object({ cutoffKilometers: z.number(), areaSquareKilometers: z.number() }),
    }),
  ),
  access: Access,
  basis: Basis,
})
export type IsodistanceResult = z.infer<typeof IsodistanceResult>

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
    ...roads,
  })
  .superRefine(({ collection, kind, segmentId, productId }, context) => {
    if (productId !== undefined && collection !== 'companies') {
      context.addIssue({
        code: 'custom',
        path: ['productId'],
        input: productId,
        message: 'Only companies make products; leave it out',
        params: { zh: '只有企业做产品，请勿填写' },
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
            ? `${collection} are of kind ${kinds.join(', ')}`
            : `${collection} have no kinds; leave it out`,
        params: {
          zh:
            kinds.length > 0
              ? `${collection} 的类别有 ${kinds.join('、')}`
              : `${collection} 不分类别，请勿填写`,
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
      duration: SecondsInterval,
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
    }),
  ),
  /** How many can be measured. */
  measuredCount: z.number().int(),
  /**
   * The pair in which the straight line misleads most: `straightId` is surely nearer as the crow flies,
   * `timeId` surely quicker to reach. null: no two change places for sure.
   */
  misleading: z.object({ straightId: z.string(), timeId: z.string() }).nullable(),
  /** Rows that match but cannot be measured (no coordinates, too far), with the reason. */
  unmeasured: z.array(
    z.object({ id: z.string(), nameZh: z.string(), nameEn: z.string(), reason: Bilingual }),
  ),
  basis: Basis,
})
export type NearestResult = z.infer<typeof NearestResult>

/** How far each place may be off its point; absent: the points are exact. */
const RadiiKilometers = z.array(z.number().min(0).max(50)).optional()

export const OdMatrixInputs = z
  .strictObject({
    origins: z.array(LngLatShape).min(1).max(200),
    destinations: z.array(LngLatShape).min(1).max(1000),
    originRadiusKilometers: RadiiKilometers,
    destinationRadiusKilometers: RadiiKilometers,
    ...roads,
  })
  .refine(
    (inputs) =>
      (inputs.originRadiusKilometers?.length ?? inputs.origins.length) === inputs.origins.length,
    {
      message: 'Give one radius per origin.',
      path: ['originRadiusKilometers'],
      params: { zh: '每个起点给一个半径' },
    },
  )
  .refine(
    (inputs) =>
      (inputs.destinationRadiusKilometers?.length ?? inputs.destinations.length) ===
      inputs.destinations.length,
    {
      message: 'Give one radius per destination.',
      path: ['destinationRadiusKilometers'],
      params: { zh: '每个终点给一个半径' },
    },
  )
export type OdMatrixInputs = z.infer<typeof OdMatrixInputs>

/** Row per origin, null where there is no answer; `issues` says why. */
const Matrix = z.array(z.array(z.number().nullable()))

export const OdMatrixResult = z.object({
  durationSeconds: Matrix,
  /** The ends of the intervals that the radii put around the durations; absent where none was given. */
  durationLowSeconds: Matrix.optional(),
  durationHighSeconds: Matrix.optional(),
  lengthMeters: Matrix,
  issues: z.array(
    z.object({
      kind: z.enum(['too-far', 'no-way']),
      origin: z.number().int().optional(),
      destination: z.number().int().optional(),
      detail: Bilingual,
    }),
  ),
  basis: Basis,
})
export type OdMatrixResult = z.infer<typeof OdMatrixResult>

export const RouteInputs = z.strictObject({
  origin: LngLatShape,
  destination: LngLatShape,
  ...roads,
})
export type RouteInputs = z.infer<typeof RouteInputs>

/** One way as a GeoJSON feature. */
export const RouteResult = z.object({
  type: z.literal('Feature'),
  geometry: z.object({ type: z.literal('LineString'), coordinates: z.array(LngLatShape) }),
  properties: z.object({
    duration: SecondsInterval,
    lengthMeters: z.number(),
    tollMeters: z.number(),
    /** Stretches of one road in driving order; none on the skeleton, whose lines are schematic. */
    legs: z.array(
      z.object({
        name: z.string(),
        ref: z.string(),
        roadClass: z.string(),
        isToll: z.boolean(),
        lengthMeters: z.number(),
      }),
    ),
  }),
  access: z.object({ origin: Access, destination: Access }),
  basis: Basis,
})
export type RouteResult = z.infer<typeof RouteResult>
