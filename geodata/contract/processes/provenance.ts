// What `provenance` takes and gives: what is weak in what is recorded, as work that somebody does by a day.
import { z } from 'zod'
import { TASK_KINDS } from '#geodata/contract/editable/tasks.ts'
import { SitingInputs, SitingResult } from '#geodata/contract/processes/siting.ts'
import { Basis, Bilingual } from '#geodata/contract/shared.ts'

const Kind = z.enum(TASK_KINDS)

/** How much mending matters, the most first: lists are in this order. */
export const EFFECT_KINDS = ['chance', 'must', 'unsure', 'unknown', 'outside'] as const
export type EffectKind = (typeof EFFECT_KINDS)[number]

/** What has been agreed of it. */
export const WORK_STANDINGS = ['open', 'unassigned', 'assigned', 'overdue', 'done'] as const
export type WorkStanding = (typeof WORK_STANDINGS)[number]

export const ProvenanceInputs = z.strictObject({
  siting: SitingInputs.optional().describe(
    'The question whose first place counts, as the process `siting` takes it; absent: a product of the segment that most parks name as theirs',
  ),
  oldAfterMonths: z
    .number()
    .int()
    .min(1)
    .max(600)
    .default(24)
    .describe('What was published longer ago than so many months is old'),
  kinds: z.array(Kind).min(1).optional().describe('Only these kinds; absent: all'),
  effects: z
    .array(z.enum(EFFECT_KINDS))
    .min(1)
    .optional()
    .describe('Only work of these effects; absent: all'),
  side: z
    .string()
    .trim()
    .min(1)
    .max(120)
    .optional()
    .describe('Only what is assigned to this side; absent: all'),
  standing: z
    .enum(WORK_STANDINGS)
    .optional()
    .describe(
      'open: not done; unassigned: to nobody; overdue: the day has passed and it is not done',
    ),
  limit: z.number().int().min(1).max(1000).default(100),
  offset: z.number().int().min(0).max(1_000_000).default(0),
})
export type ProvenanceInputs = z.infer<typeof ProvenanceInputs>

const Chance = z.number().min(0).max(1)

export const Effect = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('chance'),
      chanceOther: Chance.describe('Chance that another is first once this is known'),
      chanceGained: Chance.describe('By how much the chance that the choice is right rises'),
    })
    .describe('Counted in the joint draws, as `sensitivity` counts what is worth knowing'),
  z.object({ kind: z.literal('must') }).describe('A hard need hangs on it: the park may drop out'),
  z
    .object({ kind: z.literal('unsure') })
    .describe(
      'It is drawn, and to know it alone would change the first place in no way that is sure',
    ),
  z
    .object({ kind: z.literal('unknown'), why: Bilingual })
    .describe('It feeds the question, but nothing is drawn of it: not worked out'),
  z.object({ kind: z.literal('outside') }).describe('The question does not look at it'),
])
export type Effect = z.infer<typeof Effect>

export const WeakPart = z.object({
  field: z.string().describe('The property of the row, or the item asked about'),
  name: Bilingual.describe('What the field is called'),
  known: Bilingual.describe('What is known of it'),
  mend: Bilingual.describe('What would mend it'),
  effect: Effect,
})
export type WeakPart = z.infer<typeof WeakPart>

export const WorkTask = z.object({
  id: z.string(),
  collection: z.string(),
  rowId: z.string(),
  kind: Kind,
  assignedTo: z.string(),
  dueDate: z.string(),
  doneDate: z.string().nullable(),
  note: z.string().nullable(),
  isOverdue: z.boolean().describe('Its day is before today, and it is not done'),
})
export type WorkTask = z.infer<typeof WorkTask>

export const WeakRow = z.object({
  id: z.string().describe('collection/row/kind'),
  collection: z.string(),
  rowId: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  kind: Kind,
  effect: Effect.describe('The greatest of its parts'),
  parts: z.array(WeakPart),
  canBeAsked: z
    .boolean()
    .describe('The questionnaire of the question has it: a park among the candidates'),
  task: WorkTask.nullable(),
})
export type WeakRow = z.infer<typeof WeakRow>

const Counts = z.object({
  total: z.number().int(),
  assigned: z.number().int(),
  overdue: z.number().int(),
  done: z.number().int().describe('Said to be done, and still found weak'),
})

export const ProvenanceResult = z.object({
  today: z.string().describe('The day of the answer, YYYY-MM-DD'),
  question: SitingResult.shape.question,
  isDefaultQuestion: z.boolean(),
  first: z
    .object({ id: z.string(), nameZh: z.string(), nameEn: z.string() })
    .nullable()
    .describe('First in most of the joint draws now; null: nothing is ranked'),
  chanceNow: Chance.describe('In which share of them'),
  draws: z.number().int(),
  counts: Counts.extend({
    byKind: z.record(Kind, z.number().int()),
    byEffect: z.record(z.enum(EFFECT_KINDS), z.number().int()),
    sides: z.array(Counts.extend({ side: z.string() })).describe('Most work first'),
  }).describe('Of all, whatever is asked for'),
  matched: z.number().int().describe('How many are of the kinds, side and standing asked for'),
  matchedByEffect: z.record(z.enum(EFFECT_KINDS), z.number().int()).describe('Of these'),
  items: z
    .array(WeakRow)
    .describe('The greatest effect first, then by kind, then by name; limit and offset apply'),
  mended: z
    .array(WorkTask.extend({ nameZh: z.string().nullable(), nameEn: z.string().nullable() }))
    .max(200)
    .describe('Tasks whose weakness is no longer found; a name is null where the row is gone'),
  basis: Basis,
})
export type ProvenanceResult = z.infer<typeof ProvenanceResult>
