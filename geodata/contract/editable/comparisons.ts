// What is kept of a comparison that somebody shares: all that its link restores, once and for all.
import { z } from 'zod'
import { Comparison } from '#geodata/contract/comparisons.ts'
import { jsonOf, NOWHERE, name, words } from '#geodata/contract/editable/draft-fields.ts'
import type { Editable } from '#geodata/contract/editable/shape.ts'
import { TITLES } from '#geodata/contract/editable/titles.ts'
import { Confidence } from '#geodata/contract/shared.ts'

export const comparisons = {
  title: TITLES.comparisons,
  layer: null,
  geometry: NOWHERE,
  properties: z.strictObject({
    title: name,
    /** The comparison as JSON, with its version. */
    content: jsonOf(Comparison, 'a comparison', '比选'),
    source: words,
    confidence: Confidence,
  }),
  derived: [],
  references: [],
  named: ['title', 'title'],
  isWrittenOnce: true,
} as const satisfies Editable
