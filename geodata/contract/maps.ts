// Which maps are drawn as files, and of what? One shape of inputs a view.
import { z } from 'zod'
import { ComparedIds } from '#geodata/contract/processes/comparison.ts'
import { CUTOFF_MINUTES_DEFAULT } from '#geodata/contract/processes/isochrone.ts'
import { SitingInputs } from '#geodata/contract/processes/siting.ts'

const Minutes = z.number().positive().max(300)

export const MAP_INPUTS = {
  layout: z.strictObject({
    network: z.string().optional().describe('Whose roads are drawn; absent: those that answer'),
  }),
  siting: z.strictObject({ siting: SitingInputs }),
  candidate: z.strictObject({
    siting: SitingInputs,
    candidateId: z.string().min(1).max(80),
    candidateIds: ComparedIds.optional().describe(
      'Compared with these: the frame holds them all, and its place among them is its letter',
    ),
    cutoffMinutes: z.array(Minutes).min(1).max(4).default(CUTOFF_MINUTES_DEFAULT),
  }),
  catchments: z.strictObject({
    siting: SitingInputs,
    candidateIds: ComparedIds,
    cutoffMinutes: Minutes.default(60),
  }),
} satisfies Record<string, z.ZodType>

export type MapViewId = keyof typeof MAP_INPUTS
export const MAP_VIEW_IDS = Object.keys(MAP_INPUTS) as MapViewId[]
export type MapInputs<Id extends MapViewId> = z.infer<(typeof MAP_INPUTS)[Id]>

/** Sides of a drawing in points of print, 72 an inch. */
export const LEAST_MAP_POINTS = 160
export const MOST_MAP_POINTS = 3000
/** What an A4 page has between its margins, and a little more than half as high. */
export const MAP_POINTS = { width: 510, height: 320 }

/** Pixels a point of a picture, and how many it may have in all. */
export const PICTURE_SCALE = { usual: 2, most: 6 }
export const MOST_PICTURE_PIXELS = 40_000_000
