// What `sensitivity` asks and answers: how firm is the first place of a siting?
import { z } from 'zod'
import { CriterionId, SitingInputs } from '#geodata/contract/processes/siting.ts'
import { Basis, Bilingual } from '#geodata/contract/shared.ts'

export const SensitivityInputs = z.strictObject({
  /** The siting in question, as the process `siting` takes it. */
  siting: SitingInputs,
  /** How near random weights keep to the given ones: their Dirichlet parameters sum to this. */
  concentration: z.number().min(1).max(10_000).default(50),
  /** Random mixes of weights; 2,500 keep its standard error within a percentage point. */
  draws: z.number().int().min(100).max(100_000).default(2500),
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
  /** place: where it lies; maker: whether it makes the input; criterion: what is unknown of a candidate. */
  kind: z.enum(['place', 'maker', 'criterion']),
  /** A candidate, a firm or a hub: whoever is there is asked. */
  subjectId: z.string(),
  subject: Bilingual,
  /** Whether it is a candidate of the question; else a firm or a hub. */
  isCandidate: z.boolean(),
  /** The input, or the criterion. */
  what: Bilingual.nullable(),
  /** Chance that the choice is right once this is known. */
  chanceKnowing: Share,
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
  /** What is worth finding out, the most worth first: every uncertain fact that would raise the chance. */
  worthKnowing: z.object({
    /** Who wins most of the draws now, and their share. */
    nowId: z.string().nullable(),
    chanceNow: Share,
    facts: z.array(FactToFind),
    /** Uncertain facts in all, those that would raise nothing among them. */
    uncertainCount: z.number().int(),
  }),
  /** `before[a][b]`: share of the draws in which the a-th of the ranking is ahead of the b-th. */
  before: z.array(z.array(Share)),
  /** Chance of being first per candidate, in the order of the ranking. */
  chances: z.array(
    z.object({
      id: z.string(),
      /** Under any mix of weights; under mixes near the given ones; in the joint draws of the siting; with both. */
      anyWeights: Share,
      nearWeights: Share,
      doubtfulInputs: Share,
      nearWeightsAndDoubtfulInputs: Share,
    }),
  ),
  /** Of a chance, at most; from the number of draws. */
  standardError: z.number(),
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
