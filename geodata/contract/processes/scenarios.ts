// What `scenarios` takes and gives: the candidates of a comparison under named sets of changes over the data.
import { z } from 'zod'
import { COMPARED_STANDINGS, ComparedIds } from '#geodata/contract/processes/comparison.ts'
import { Range } from '#geodata/contract/processes/doubt.ts'
import { CriterionId, eachOnce, SitingInputs } from '#geodata/contract/processes/siting.ts'
import { Basis, Bilingual, LngLatShape } from '#geodata/contract/shared.ts'

const Id = z.string().min(1).max(80)
const Percent = z.number().min(-100).max(1000)

/** One thing that is otherwise than in the data. */
export const ScenarioChange = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('volume'),
    plantId: Id.describe('The company of a vehicle plant'),
    percent: Percent.describe('More (or, below zero, less) than it makes or takes'),
  }),
  z.strictObject({
    kind: z.literal('vehiclePlant'),
    id: Id.describe('A name of its own, in no other change'),
    name: z.string().trim().min(1).max(80),
    lngLat: LngLatShape,
    annualUnits: z.number().positive().max(1e9).optional(),
  }),
  z.strictObject({
    kind: z.literal('land'),
    parkId: Id,
    hectares: z
      .number()
      .min(0)
      .max(1_000_000)
      .describe('Undeveloped land that is known to be there'),
  }),
  z.strictObject({
    kind: z.literal('closed'),
    near: LngLatShape.describe('The street nearest to it is closed, in both directions'),
  }),
  z.strictObject({
    kind: z.literal('opened'),
    from: LngLatShape,
    to: LngLatShape,
    roadClass: z.enum(['motorway', 'trunk']).default('motorway'),
  }),
  z.strictObject({ kind: z.literal('freightRate'), percent: Percent }),
  z.strictObject({
    kind: z.literal('speed'),
    timeFactor: z.number().min(0.2).max(10).describe('Driving time over that in the data'),
  }),
])
export type ScenarioChange = z.infer<typeof ScenarioChange>

export const Scenario = z.strictObject({
  id: z.string().min(1).max(40),
  name: z.string().trim().min(1).max(80),
  changes: z.array(ScenarioChange).min(1).max(20),
})
export type Scenario = z.infer<typeof Scenario>

export const MOST_SCENARIOS = 6

export const ScenarioList = z
  .array(Scenario)
  .max(MOST_SCENARIOS)
  .superRefine(eachOnce(({ id }) => id, 'id'))

export const ScenariosInputs = z.strictObject({
  /** The siting in question, as the process `comparison` takes it. */
  siting: SitingInputs,
  candidateIds: ComparedIds,
  scenarios: ScenarioList,
  combined: z
    .array(z.array(z.string()).min(2).max(MOST_SCENARIOS))
    .max(MOST_SCENARIOS)
    .default([])
    .describe('Scenarios to be true at once, by their ids; each is one more column'),
})
export type ScenariosInputs = z.infer<typeof ScenariosInputs>

const Cell = z.object({
  id: z.string(),
  standing: z.enum(COMPARED_STANDINGS),
  why: Bilingual.nullable(),
  raws: z
    .record(CriterionId, z.number().nullable())
    .describe('What is measured of each criterion; null: unknown'),
  /** Among all that the question ranks; null: it is not ranked. */
  ranked: z
    .object({
      rank: z.number().int(),
      rankLikely: Range,
      score: z.number(),
      scoreLikely: Range,
      chanceFirst: z.number(),
      /** Against the base; null: it is not ranked there. */
      rankChange: z.number().int().nullable(),
      scoreChange: z.number().nullable(),
    })
    .nullable(),
})

export const ScenariosResult = z.object({
  columns: z
    .array(
      z.object({
        /** Empty: the base. */
        scenarioIds: z.array(z.string()),
        name: Bilingual,
        differs: z
          .array(Bilingual)
          .describe('What is otherwise than in the base, change by change'),
        notices: z.array(Bilingual).describe('Changes that the question does not look at'),
        refused: z
          .array(z.object({ pointer: z.string(), detail: z.string(), detailZh: z.string() }))
          .describe(
            'What of it is gone or contradicts another: the column is not answered, the others are',
          ),
        cells: z.array(Cell).describe('In the order of the candidates; empty where refused'),
        firstId: z.string().nullable().describe('The first of the compared'),
      }),
    )
    .describe('The base first, then the scenarios, then those combined'),
  basis: Basis,
})
export type ScenariosResult = z.infer<typeof ScenariosResult>
