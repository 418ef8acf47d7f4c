// What `questionnaire-answers` takes and gives: what answers of parks would do to the ranking, before they are accepted.
import { z } from 'zod'
import { Range } from '#geodata/contract/processes/doubt.ts'
import { SitingInputs } from '#geodata/contract/processes/siting.ts'
import { Answers } from '#geodata/contract/questionnaire/answer.ts'
import { Basis } from '#geodata/contract/shared.ts'

export const QuestionnaireAnswersInputs = z.strictObject({
  siting: SitingInputs,
  answers: Answers,
})
export type QuestionnaireAnswersInputs = z.infer<typeof QuestionnaireAnswersInputs>

const Stood = z.object({
  rank: z.number().int(),
  rankLikely: Range,
  score: z.number(),
  scoreLikely: Range,
  chanceFirst: z.number(),
})

export const QuestionnaireAnswersResult = z.object({
  /** Whoever is answered about, and the first three before and after; by their rank before. */
  candidates: z.array(
    z.object({
      id: z.string(),
      nameZh: z.string(),
      nameEn: z.string(),
      before: Stood.nullable().describe('null: it is left out by a hard need'),
      after: Stood.nullable(),
    }),
  ),
  basis: Basis,
})
export type QuestionnaireAnswersResult = z.infer<typeof QuestionnaireAnswersResult>
