// What `comparison` takes and gives: two to six candidates of a siting side by side, and what decides between them.
import { z } from 'zod'
import { Range } from '#geodata/contract/processes/doubt.ts'
import {
  CRITERION_UNITS,
  CriterionId,
  eachOnce,
  NEED_STANDINGS,
  NEED_UNITS,
  SitingInputs,
  SitingResult,
  SitingTerm,
} from '#geodata/contract/processes/siting.ts'
import { Basis, Bilingual, LngLatShape } from '#geodata/contract/shared.ts'

export const MOST_COMPARED = 6

/** Candidates that stand side by side, by their ids in the question. */
export const ComparedIds = z
  .array(z.string().min(1).max(80))
  .min(2)
  .max(MOST_COMPARED)
  .superRefine(eachOnce((id) => id))
  .describe(
    'Two to six candidates of the question, in the order of the columns: parks, own sites, pins',
  )

export const TriangleAsked = z
  .strictObject({
    criteria: z
      .array(CriterionId)
      .length(3)
      .superRefine(eachOnce((id) => id))
      .optional()
      .describe('Absent: the three of the greatest weight'),
    share: z
      .number()
      .gt(0)
      .max(1)
      .optional()
      .describe('What the three have together of all weight; absent: as now'),
    steps: z.number().int().min(2).max(40).default(20).describe('Parts of a side of the triangle'),
  })
  .describe('The three criteria over whose weights the winners are mapped')

export const ComparisonInputs = z.strictObject({
  /** The siting in question, as the process `siting` takes it: its candidates, needs and weights. */
  siting: SitingInputs,
  candidateIds: ComparedIds,
  referenceId: z
    .string()
    .optional()
    .describe('The candidate that others are set against (`delta`); absent: none'),
  triangle: TriangleAsked.prefault({}),
})
export type ComparisonInputs = z.infer<typeof ComparisonInputs>

export const ROW_GROUPS = [
  'market',
  'suppliers',
  'logistics',
  'landAndUtilities',
  'cost',
  'peopleAndInnovation',
  'policy',
  'risk',
] as const
export type RowGroup = (typeof ROW_GROUPS)[number]

export const ROW_UNITS = [
  ...new Set([...CRITERION_UNITS, ...NEED_UNITS]),
  'platforms',
  'needs',
  'criteria',
  'yuanPerSquareMeter',
  'yuanPerSquareMeterMonth',
] as const
export type RowUnit = (typeof ROW_UNITS)[number]

const Mark = z.enum(['best', 'worst']).nullable()
const Told = {
  source: z.string(),
  /** The oldest and the newest date of what it stands on; null: no date is known. */
  asOf: z.object({ oldest: z.string(), newest: z.string() }).nullable(),
}
const Bounds = { low: z.number().nullable(), high: z.number().nullable() }

export const Cell = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('amount'),
    amount: z.number().describe('Central value in the unit of the row'),
    likely: Range.nullable().describe('Nine in ten draws; null: nothing of it is drawn'),
    ...Bounds,
    mark: Mark.describe('Best or worst whatever the likely ranges turn out to be; else null'),
    delta: z
      .object({ amount: z.number(), likely: Range.nullable() })
      .nullable()
      .describe('Against the reference, draw by draw; null: no reference, or it is the reference'),
    told: Bilingual.nullable().describe('Of whom the amount is, where cells differ in that'),
    ...Told,
  }),
  z.object({
    kind: z.literal('unknown'),
    /** Why it is unknown. */
    told: Bilingual,
    likely: Range.nullable(),
    ...Bounds,
    mark: Mark,
    ...Told,
  }),
  z.object({
    kind: z.literal('need'),
    standing: z.enum(NEED_STANDINGS),
    /** What the place has, in the unit of the need; null as in the siting. */
    likely: Range.nullable(),
    ...Bounds,
    chance: z
      .number()
      .nullable()
      .describe('Share of the draws in which it is met; null: nothing of it is drawn'),
    told: Bilingual,
    ...Told,
  }),
  z.object({ kind: z.literal('words'), told: Bilingual, ...Told }),
  z.object({
    kind: z.literal('code'),
    code: z.string().describe('A value of the records as it stands there, such as a level'),
    ...Told,
  }),
  z.object({
    kind: z.literal('none'),
    told: Bilingual.describe('Why the row has no meaning here: a pin is no park'),
  }),
])
export type Cell = z.infer<typeof Cell>

export const Row = z.object({
  id: z
    .string()
    .describe('criterion, plant, hub, input, need or record, a space, and of what it is'),
  group: z.enum(ROW_GROUPS),
  title: Bilingual,
  unit: z.enum(ROW_UNITS).nullable(),
  better: z.enum(['more', 'less']).nullable().describe('null: neither is'),
  /** Share of all weight; null: no criterion of the question. */
  weight: z.number().nullable(),
  /** Of a need: how much was asked, and whether it is hard. */
  asked: z.object({ amount: z.number().nullable(), isHard: z.boolean() }).nullable(),
  differs: z.boolean().describe('Not all cells read the same'),
  cells: z.array(Cell).describe('In the order of the candidates'),
})
export type Row = z.infer<typeof Row>

/** ranked; excluded by a hard need; outside the question; gone: there is no such park or site now. */
export const COMPARED_STANDINGS = ['ranked', 'excluded', 'outside', 'gone'] as const

const Score = z.object({
  central: z.number(),
  likely: Range,
  low: z.number(),
  high: z.number(),
})

export const ComparedCandidate = z.object({
  id: z.string(),
  standing: z.enum(COMPARED_STANDINGS),
  /** Why it is not ranked. */
  why: Bilingual.nullable(),
  kind: z.enum(['park', 'pin', 'site']).nullable(),
  nameZh: z.string(),
  nameEn: z.string(),
  lngLat: LngLatShape.nullable(),
  /** Hard needs that it surely fails, and those not proven. */
  failedNeeds: z.array(z.string()),
  unprovenNeeds: z.array(z.string()),
  /** Among all that the question ranks; null: it is not ranked. */
  ranked: z
    .object({
      rank: z.number().int(),
      rankLikely: Range,
      rankLow: z.number().int(),
      rankHigh: z.number().int(),
      score: Score,
      chanceFirst: z.number(),
      group: z.number().int(),
    })
    .nullable(),
  /** As in the siting, by criterion; empty where nothing is measured. */
  terms: z.array(SitingTerm),
})
export type ComparedCandidate = z.infer<typeof ComparedCandidate>

const WeightLine = z.object({
  criterion: CriterionId,
  /** Its share of all weight now. */
  share: z.number(),
  ends: z
    .array(z.object({ none: Score.omit({ likely: true }), all: Score.omit({ likely: true }) }))
    .describe(
      'Scores with none and with all of the weight, by candidate: straight lines between, the others in proportion',
    ),
  likely: z
    .array(z.object({ share: z.number(), ranges: z.array(Range) }))
    .describe('Likely scores at some shares, by candidate'),
  crossings: z.array(
    z.object({
      share: z.number(),
      score: z.number(),
      /** Below the share the first of the two is ahead, above it the second. */
      ids: z.tuple([z.string(), z.string()]),
    }),
  ),
  leaders: z
    .array(z.object({ fromShare: z.number(), toShare: z.number(), ids: z.array(z.string()) }))
    .describe('Who is first between which shares; several are level'),
})
export type WeightLine = z.infer<typeof WeightLine>

const Triangle = z.object({
  criteria: z.tuple([CriterionId, CriterionId, CriterionId]),
  /** What the three have together; the others keep their proportions. */
  share: z.number(),
  steps: z.number().int(),
  points: z.array(
    z.object({
      shares: z.tuple([z.number(), z.number(), z.number()]).describe('Of all weight'),
      firstIds: z.array(z.string()).describe('By central values; several are level'),
      chances: z
        .array(z.number())
        .describe('Share of the draws in which each is first, by candidate'),
    }),
  ),
})
export type Triangle = z.infer<typeof Triangle>

const Regret = z.object({
  chosenId: z.string(),
  meanPoints: z.number().describe('Points of the score lost on average over all draws'),
  ninetyPoints: z.number().describe('Nine in ten draws lose no more'),
  against: z.array(
    z.object({
      winnerId: z.string(),
      chance: z.number().describe('Share of the draws that it wins'),
      /** Points lost in those draws; null: it wins none. */
      meanPoints: z.number().nullable(),
      ninetyPoints: z.number().nullable(),
    }),
  ),
})
export type Regret = z.infer<typeof Regret>

export const ComparisonResult = z.object({
  question: SitingResult.shape.question,
  criteria: SitingResult.shape.criteria,
  needs: SitingResult.shape.needs,
  rankedCount: z.number().int(),
  excludedCount: z.number().int(),
  candidates: z.array(ComparedCandidate).describe('In the order asked'),
  rows: z.array(Row).describe('Group by group'),
  decides: z
    .object({
      /** Those of the candidates that are ranked, in the order asked; what follows is in this order. */
      ids: z.array(z.string()),
      chances: z
        .array(z.number())
        .describe('Share of the draws in which each is first among these; level ones share'),
      chanceOther: z
        .number()
        .describe('Share of the draws in which one that is not compared is first of all'),
      before: z
        .array(z.array(z.number()))
        .describe('before[a][b]: share of the draws in which a is ahead of b; level ones half'),
      regrets: z.array(Regret),
      lines: z.array(WeightLine),
      triangle: Triangle.nullable().describe('null: the question has fewer than three criteria'),
    })
    .nullable()
    .describe('null: fewer than two of the candidates are ranked'),
  doubt: SitingResult.shape.doubt,
  basis: Basis,
})
export type ComparisonResult = z.infer<typeof ComparisonResult>
