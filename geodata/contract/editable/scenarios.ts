// What is kept of a saved question: how it was asked, and what the answer was then.
import { z } from 'zod'
import {
  jsonOf,
  maybeWords,
  NOWHERE,
  name,
  words,
} from '#geodata/contract/editable/draft-fields.ts'
import type { Editable } from '#geodata/contract/editable/shape.ts'
import { TITLES } from '#geodata/contract/editable/titles.ts'
import { SitingInputs } from '#geodata/contract/processes/siting.ts'
import { SavedAnswer } from '#geodata/contract/processes/verify.ts'
import { Confidence } from '#geodata/contract/shared.ts'

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
