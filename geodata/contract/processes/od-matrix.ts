// How long and how far from every origin to every destination? (process `od-matrix`)
import { z } from 'zod'
import { DoubtAsked, DoubtTold } from '#geodata/contract/processes/doubt.ts'
import { DoubtKind, roads } from '#geodata/contract/processes/roads.ts'
import { Basis, Bilingual, LngLatShape } from '#geodata/contract/shared.ts'

/** Each pair of imprecise places is 256 ways. */
const MOST_DOUBTED_PAIRS = 2500

/** How far each place may be off its point; absent: the points are exact. */
const RadiiKilometers = z.array(z.number().min(0).max(50)).optional()

export const OdMatrixInputs = z
  .strictObject({
    origins: z.array(LngLatShape).min(1).max(200),
    destinations: z.array(LngLatShape).min(1).max(1000),
    originRadiusKilometers: RadiiKilometers,
    destinationRadiusKilometers: RadiiKilometers,
    /** Where radii are given. */
    doubt: DoubtAsked.omit({ makerChance: true }).prefault({}),
    ...roads,
  })
  .refine(
    (inputs) =>
      (inputs.originRadiusKilometers?.length ?? inputs.origins.length) === inputs.origins.length,
    {
      message: 'Give one radius per origin.',
      path: ['originRadiusKilometers'],
      params: { zh: '每个起点应填一个半径' },
    },
  )
  .refine(
    (inputs) =>
      (inputs.destinationRadiusKilometers?.length ?? inputs.destinations.length) ===
      inputs.destinations.length,
    {
      message: 'Give one radius per destination.',
      path: ['destinationRadiusKilometers'],
      params: { zh: '每个终点应填一个半径' },
    },
  )
  .refine(
    ({ origins, destinations, originRadiusKilometers, destinationRadiusKilometers }) =>
      (!originRadiusKilometers && !destinationRadiusKilometers) ||
      origins.length * destinations.length <= MOST_DOUBTED_PAIRS,
    {
      message: `With radii at most ${MOST_DOUBTED_PAIRS} pairs at a time: ask in parts.`,
      path: ['destinations'],
      params: { zh: `填写半径时，一次至多 ${MOST_DOUBTED_PAIRS} 对起终点，请分批查询` },
    },
  )
export type OdMatrixInputs = z.infer<typeof OdMatrixInputs>

/**
 * Row per origin, null where there is no answer; `issues` says why, and of which ends, alone or in
 * pairs, one should doubt the way between place and road.
 */
const Matrix = z.array(z.array(z.number().nullable()))

export const OdMatrixResult = z.object({
  durationSeconds: Matrix,
  /** The outer bounds, which hold every draw; absent where no radius was given. */
  durationLowSeconds: Matrix.optional().describe('Outer bounds; only where radii are given'),
  durationHighSeconds: Matrix.optional(),
  /** Of nine in ten joint draws of places and speed. */
  durationLikelyLowSeconds: Matrix.optional().describe('Of nine in ten draws; with radii only'),
  durationLikelyHighSeconds: Matrix.optional(),
  doubt: DoubtTold.optional(),
  lengthMeters: Matrix,
  issues: z.array(
    z.object({
      kind: z.enum(['too-far', 'no-way', ...DoubtKind.options]),
      origin: z.number().int().optional(),
      destination: z.number().int().optional(),
      detail: Bilingual,
    }),
  ),
  basis: Basis,
})
export type OdMatrixResult = z.infer<typeof OdMatrixResult>
