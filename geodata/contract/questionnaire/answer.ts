// What does a park answer to one question, and what does a filled questionnaire say in all?
import { z } from 'zod'
import { publishedDate } from '#geodata/contract/editable/draft-fields.ts'
import { SitingInputs } from '#geodata/contract/processes/siting.ts'
import { Bilingual, LngLatShape } from '#geodata/contract/shared.ts'

const Id = z.string().trim().min(1).max(80)

export const Answer = z.strictObject({
  parkId: Id,
  questionId: Id.describe('As `questionnaire` names it'),
  value: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('amount'), amount: z.number().min(0).max(1_000_000_000) }),
    z.strictObject({ kind: z.literal('choice'), choice: z.string().min(1).max(40) }),
    z.strictObject({ kind: z.literal('place'), lngLat: LngLatShape }),
    z.strictObject({ kind: z.literal('notKnown') }),
  ]),
  source: z.string().trim().max(500).nullable().default(null),
  asOf: publishedDate.nullable().default(null),
  filledBy: z
    .string()
    .trim()
    .max(80)
    .nullable()
    .default(null)
    .describe('Who filled it in; no source of what is said'),
})
export type Answer = z.infer<typeof Answer>

/** More than any questionnaire asks. */
const MOST_ANSWERS = 200

export const Answers = z
  .array(Answer)
  .min(1)
  .max(MOST_ANSWERS)
  .superRefine((list, context) => {
    const keys = list.map(({ parkId, questionId }) => `${parkId}/${questionId}`)
    for (const [index, key] of keys.entries()) {
      if (keys.indexOf(key) === index) continue
      context.addIssue({
        code: 'custom',
        path: [index],
        message: 'It is answered before: keep one answer.',
        params: { zh: '前面已有答复，只保留一项' },
        input: key,
      })
    }
  })

/** A cell that cannot be taken: where it stands, what came, what fits. */
export const RefusedCell = z.object({
  sheet: z.string(),
  cell: z.string().describe('As spreadsheets name it: G9'),
  question: Bilingual.nullable(),
  column: Bilingual,
  came: z.string(),
  detail: Bilingual,
})
export type RefusedCell = z.infer<typeof RefusedCell>

const ProposedChange = z.object({
  answer: Answer,
  park: Bilingual,
  words: Bilingual,
  unit: Bilingual.nullable(),
  was: Bilingual,
  becomes: Bilingual,
  warning: Bilingual.nullable().describe(
    'Why it is to be looked at before it is taken; null: nothing',
  ),
  sheet: z.string(),
  cell: z.string(),
})
export type ProposedChange = z.infer<typeof ProposedChange>

/** What a filled questionnaire says; nothing of it is written yet. */
export const QuestionnaireReading = z.object({
  number: z.string(),
  askedOn: z.string(),
  siting: SitingInputs,
  parkIds: z.array(z.string()),
  changes: z.array(ProposedChange),
  refused: z.array(RefusedCell),
  notices: z.array(Bilingual),
  openCount: z.number().int().describe('Questions left without an answer'),
})
export type QuestionnaireReading = z.infer<typeof QuestionnaireReading>

/** Of one file, all or nothing. */
export const Acceptance = z.strictObject({
  number: z.string().regex(/^PA-Q-[0-9A-F]{8}$/),
  answers: Answers,
})

export const Accepted = z.object({
  changeId: z.string().nullable().describe('null: everything was so already'),
  rows: z.number().int(),
})
export type Accepted = z.infer<typeof Accepted>
