// What is kept of a saved question: how it was asked, and what the answer was then.
import { z } from 'zod'
import { maybeWords, NOWHERE, name, words } from '#geodata/contract/editable/draft-fields.ts'
import type { Editable } from '#geodata/contract/editable/shape.ts'
import { TITLES } from '#geodata/contract/editable/titles.ts'
import { SitingInputs } from '#geodata/contract/processes/siting.ts'
import { SavedAnswer } from '#geodata/contract/processes/verify.ts'
import { Confidence } from '#geodata/contract/shared.ts'

const TEXT_LIMIT = 400_000

/** JSON as text, which the store keeps as it came; what it holds is looked at here. */
const jsonOf = (schema: z.ZodType, en: string, zh: string) =>
  z
    .string()
    .max(TEXT_LIMIT)
    .refine(
      (text) => {
        try {
          return schema.safeParse(JSON.parse(text)).success
        } catch {
          return false
        }
      },
      { error: `A record of ${en} is expected`, params: { zh: `应为${zh}的记录` } },
    )

export const scenarios = {
  title: TITLES.scenarios,
  layer: null,
  geometry: NOWHERE,
  properties: z.strictObject({
    title: name,
    note: maybeWords,
    /** The query string that shows it again. */
    address: z.string().max(8000),
    /** Inputs of `siting`, as sent. */
    question: jsonOf(SitingInputs, 'the inputs of siting', '选址条件'),
    /** Of the answer then: network, dataset and parameters, the hash of all of it, and the ranking. */
    answer: jsonOf(SavedAnswer, 'a saved answer', '选址结果'),
    source: words,
    confidence: Confidence,
  }),
  derived: [],
  references: [],
  named: ['title', 'title'],
} as const satisfies Editable
