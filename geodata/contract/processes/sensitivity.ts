// What `sensitivity` asks and answers: how firm is the first place of a siting?
import { z } from 'zod'
import { CriterionId, SitingInputs } from '#geodata/contract/processes/siting.ts'
import { Basis } from '#geodata/contract/shared.ts'

export const SensitivityInputs = z.strictObject({
  /** The siting in question, as the process `siting` takes it. */
  siting: SitingInputs,
  /** How near random weights keep to the given ones: their Dirichlet parameters sum to this. */
  concentration: z.number().min(1).max(10_000).default(50),
  /** Random draws for each of the chances; 2,500 keep its standard error within a percentage point. */
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
  /** Inputs that carry weight and are unknown or imprecise, whether they decide or not. */
  doubtfulCount: z.number().int(),
  /** Of these, the ones that alone can change who is first; the most worth knowing come first. */
  decidingInputs: z.array(
    z.object({
      id: z.string(),
      criterion: CriterionId,
      /** false: nothing is known of it; true: it is known, but not exactly. */
      known: z.boolean(),
      /** The value function's answer 0 … 1 within which the first stays first. */
      holdsLow: z.number(),
      holdsHigh: z.number(),
      /** The amount, in the criterion's unit, at which the two are level. */
      levelRaw: z.number(),
      /** Who leads beyond. */
      rivalId: z.string(),
      /** Scores 0 … 100 with the input at the end where the rival leads most. */
      firstScore: z.number(),
      rivalScore: z.number(),
      /** Points that choosing the first without knowing this input loses on average. */
      expectedLossPoints: z.number(),
    }),
  ),
  /** Chance of being first per candidate, in the order of the ranking. */
  chances: z.array(
    z.object({
      id: z.string(),
      /** Under any mix of weights; under mixes near the given ones; with unknown inputs anywhere in their intervals; with both. */
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
