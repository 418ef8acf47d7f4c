// What `questionnaire` takes and gives: what the parks among the candidates of a siting are to be asked.
import { z } from 'zod'
import { MOST_COMPARED } from '#geodata/contract/processes/comparison.ts'
import { Range } from '#geodata/contract/processes/doubt.ts'
import { eachOnce, SitingInputs, SitingResult } from '#geodata/contract/processes/siting.ts'
import { Basis, Bilingual } from '#geodata/contract/shared.ts'

/** Of the form of the file; a file of an older form is refused. */
export const QUESTIONNAIRE_VERSION = 1

/** How many of the ranked are asked where none are named. */
const FIRST_ASKED = 3

export const QuestionnaireInputs = z.strictObject({
  /** The siting in question, as the process `siting` takes it. */
  siting: SitingInputs,
  candidateIds: z
    .array(z.string().min(1).max(80))
    .min(1)
    .max(MOST_COMPARED)
    .superRefine(eachOnce((id) => id))
    .optional()
    .describe(
      `Whom to ask; absent: the first ${FIRST_ASKED} of the ranking. Only parks can be asked`,
    ),
})
export type QuestionnaireInputs = z.infer<typeof QuestionnaireInputs>

/** amount: a number from zero; choice: one of `choices`; place: longitude, latitude and their datum. */
export const QUESTION_KINDS = ['amount', 'choice', 'place'] as const

const Choice = z.object({ id: z.string(), words: Bilingual })

const Question = z.object({
  id: z.string().describe('The same in every questionnaire: what is asked'),
  kind: z.enum(QUESTION_KINDS),
  words: Bilingual,
  why: Bilingual,
  unit: Bilingual.nullable(),
  choices: z.array(Choice),
  now: Bilingual.describe('What is known of it now'),
  chanceGained: z
    .number()
    .nullable()
    .describe(
      'By how much the chance that the choice is right rises once it is known (see `sensitivity`); null: by nothing that is sure',
    ),
  isMust: z.boolean().describe('A hard need hangs on it: without it the park is left out'),
})
export type Question = z.infer<typeof Question>

const AskedPark = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  rank: z.number().int().nullable().describe('null: it is left out by a hard need'),
  rankLikely: Range.nullable(),
  questions: z
    .array(Question)
    .describe('Those that can change the ranking first, the most worth first'),
  minutes: z.number().int().describe('About how long it takes to fill in: two a question'),
})
export type AskedPark = z.infer<typeof AskedPark>

export const QuestionnaireResult = z.object({
  number: z.string().describe('Made from what is asked: the same questions have the same number'),
  version: z.number().int(),
  question: SitingResult.shape.question,
  needs: SitingResult.shape.needs,
  chanceNow: z.number().describe('Chance that the choice is right now'),
  parks: z.array(AskedPark),
  /** Candidates that nobody can be asked about. */
  withoutIds: z.array(z.string()),
  basis: Basis,
})
export type QuestionnaireResult = z.infer<typeof QuestionnaireResult>
