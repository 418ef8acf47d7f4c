// What `what-would-win` takes and gives: what would have to be true for one of the compared to be first of them.
import { z } from 'zod'
import { COMPARED_STANDINGS, ComparedIds } from '#geodata/contract/processes/comparison.ts'
import {
  CRITERION_UNITS,
  CriterionId,
  NEED_UNITS,
  SitingInputs,
} from '#geodata/contract/processes/siting.ts'
import { Basis, Bilingual } from '#geodata/contract/shared.ts'

export const WhatWouldWinInputs = z.strictObject({
  /** The siting in question, as the process `comparison` takes it. */
  siting: SitingInputs,
  candidateIds: ComparedIds,
  winnerId: z.string().describe('The one of them that is to be first'),
})
export type WhatWouldWinInputs = z.infer<typeof WhatWouldWinInputs>

const Chance = z.number().min(0).max(1).nullable()

/** One thing that is otherwise; at `to` it is level with the best of the others, a little more and it is first. */
export const ChangeToWin = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('weight'),
    criterion: CriterionId,
    title: Bilingual,
    /** Shares of all weight; the others keep their proportions. */
    fromShare: z.number(),
    toShare: z.number(),
  }),
  z.object({
    kind: z.literal('fact'),
    criterion: CriterionId,
    title: Bilingual,
    unit: z.enum(CRITERION_UNITS),
    from: z.number().nullable().describe('The central amount; null: it is unknown'),
    to: z.number(),
    chance: Chance.describe('Share of the draws in which it is at least so good'),
  }),
  z.object({
    kind: z.literal('maker'),
    firmId: z.string(),
    firm: Bilingual,
    input: Bilingual.describe('What it would have to make'),
    fromMinutes: z.number().nullable().describe('Mean to the makers of the inputs'),
    toMinutes: z.number(),
    chance: Chance,
  }),
  z.object({
    kind: z.literal('need'),
    needId: z.string(),
    title: Bilingual,
    unit: z.enum(NEED_UNITS).nullable(),
    action: z
      .enum(['lower', 'raise', 'drop', 'proven', 'disproven'])
      .describe(
        'lower, raise: the amount asked (of a limit: loosened, tightened); drop: no longer asked; proven: found to be met; disproven: a rival is found to fail it',
      ),
    ofId: z.string().describe('The candidate of which it is to be so'),
    from: z.number().nullable(),
    to: z.number().nullable(),
    chance: Chance,
  }),
])
export type ChangeToWin = z.infer<typeof ChangeToWin>

export const WAY_VERDICTS = ['yours', 'to-find-out', 'impossible'] as const

const Way = z.object({
  changes: z.array(ChangeToWin).min(1).max(2),
  verdict: z
    .enum(WAY_VERDICTS)
    .describe(
      'yours: weights and needs are yours to decide; to-find-out: a fact within what is uncertain; impossible',
    ),
  why: Bilingual.nullable().describe('Why it is impossible'),
  size: z
    .number()
    .describe(
      'How much is otherwise: shares of weight, of a scale, of an amount, or of the doubt; the smallest first',
    ),
})
export type Way = z.infer<typeof Way>

export const WhatWouldWinResult = z.object({
  winnerId: z.string(),
  standing: z.enum(COMPARED_STANDINGS),
  /** Why it is not ranked; null: it is. */
  why: Bilingual.nullable(),
  isFirst: z.boolean().describe('It is first of the compared already, or level'),
  /** The best of the others, and by how many points the one is ahead of it now; null: there is none. */
  rivalId: z.string().nullable(),
  leadPoints: z.number().nullable(),
  chance: z.number().describe('Share of the draws in which it is first of the compared'),
  singles: z
    .array(Way)
    .describe('One change each, the smallest first; what is less likely than 5 % comes last'),
  pairs: z.array(Way).describe('Two changes, looked for only where no single one does it'),
  impossible: z.array(Way).describe('What could not make it first, and why'),
  basis: Basis,
})
export type WhatWouldWinResult = z.infer<typeof WhatWouldWinResult>
