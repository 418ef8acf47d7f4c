// What `sensitivity` asks and answers: how firm is the first place of a siting?
import { z } from 'zod'
import { CriterionId, SitingInputs } from '#geodata/contract/processes/siting.ts'
import { Basis, Bilingual } from '#geodata/contract/shared.ts'

export const SensitivityInputs = z.strictObject({
  /** The siting in question, as the process `siting` takes it. */
  siting: SitingInputs,
  concentration: z
    .number()
    .min(1)
    .max(10_000)
    .default(50)
    .describe(
      'How near random weights keep to the given ones: their Dirichlet parameters sum to this',
    ),
  draws: z
    .number()
    .int()
    .min(100)
    .max(100_000)
    .default(2500)
    .describe(
      'Random mixes of weights; 2,500 keep the standard error of a chance within a percentage point. Values are those of the joint draws, siting.doubt.draws.',
    ),
})
export type SensitivityInputs = z.infer<typeof SensitivityInputs>

const Share = z.number().min(0).max(1)
const OneWeightChange = z.object({
  criterion: CriterionId,
  /** Share of all weight, 0 … 1, now and when the rival draws level; the others keep their proportions. */
  fromShare: Share,
  toShare: Share,
  rivalId: z.string(),
})

/** A fact that somebody could be asked for. */
export const FactToFind = z.object({
  kind: z
    .enum(['place', 'maker', 'criterion'])
    .describe(
      'place: where it lies; maker: whether it makes the input; criterion: what is unknown of a candidate',
    ),
  subjectId: z.string().describe('A candidate, a firm or a hub: whoever is there is asked'),
  subject: Bilingual,
  isCandidate: z
    .boolean()
    .describe('Whether it is a candidate of the question; else a firm or a hub'),
  what: Bilingual.nullable().describe('The input, or the criterion'),
  chanceKnowing: Share.describe('Chance that the choice is right once this is known'),
})
export type FactToFind = z.infer<typeof FactToFind>

export const SensitivityResult = z.object({
  /** null: nothing was ranked. */
  firstId: z.string().nullable(),
  /** For each criterion that can do it alone, its smallest change that dethrones the first. */
  ofEach: z.array(OneWeightChange),
  ofOne: OneWeightChange.nullable(),
  /** The least weight moved in all that dethrones the first, and the weights then. */
  ofAll: z
    .object({
      movedShare: Share,
      weights: z.array(z.object({ criterion: CriterionId, share: z.number() })),
      rivalId: z.string(),
    })
    .nullable(),
  /** Criteria whose weight alone never changes who is first. */
  neverDecide: z.array(CriterionId),
  /** Of these, the ones in which all candidates have the same value. */
  sameForAll: z.array(CriterionId),
  worthKnowing: z
    .object({
      nowId: z.string().nullable().describe('Who is first in most of the joint draws now'),
      chanceNow: Share.describe('In which share of them'),
      facts: z.array(FactToFind),
      uncertainCount: z
        .number()
        .int()
        .describe('Uncertain facts in all, those that would raise nothing among them'),
    })
    .describe(
      'What is worth finding out, the most worth first: every uncertain fact that would raise the chance by more than 3.5 standard errors',
    ),
  before: z
    .array(z.array(Share))
    .describe(
      'before[a][b]: share of the joint draws in which the a-th of the ranking is ahead of the b-th; level ones count half',
    ),
  /** Chance of being first per candidate, in the order of the ranking. */
  chances: z.array(
    z.object({
      id: z.string(),
      anyWeights: Share.describe('Under any mix of weights, with the central values'),
      nearWeights: Share.describe('Under mixes near the given ones, with the central values'),
      doubtfulInputs: Share.describe('In the joint draws, with the given weights'),
      nearWeightsAndDoubtfulInputs: Share.describe(
        'In the joint draws, under mixes near the given',
      ),
    }),
  ),
  standardError: z.number().describe('Of a chance under drawn weights, at most: 0.5 ÷ √draws'),
  /** A second opinion over the criteria that are known for all candidates. */
  topsis: z.object({
    criteria: z.array(CriterionId),
    /** Best first; empty where nothing known distinguishes the candidates. */
    ranking: z.array(z.object({ id: z.string(), closeness: z.number() })),
    agreesOnFirst: z.boolean().nullable(),
  }),
  basis: Basis,
})
export type SensitivityResult = z.infer<typeof SensitivityResult>
