// What settings for roads does every analysis over them take, and how does a place meet the network?
import { z } from 'zod'
import { Bilingual, LngLatShape } from '#geodata/contract/shared.ts'

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

/** Inputs that every analysis over roads takes. */
export const roads = {
  /** An id of /api/networks; absent: the street network built last, else the skeleton. */
  network: z.string().optional(),
  conditions: RoadConditions.optional(),
  profile: z.literal('truck').default('truck'),
}

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

export const DoubtKind = z.enum(['passed-island', 'on-island'])

/** Places the answer measured from or to and whose way between place and road one should doubt. */
export const DoubtfulEnds = z.array(
  z.object({
    id: z.string(),
    nameZh: z.string(),
    nameEn: z.string(),
    kind: DoubtKind,
    detail: Bilingual,
  }),
)
export type DoubtfulEnds = z.infer<typeof DoubtfulEnds>
