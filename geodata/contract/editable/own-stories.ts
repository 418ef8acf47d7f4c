// What is kept of a story that somebody wrote: the whole of it, so that a change of it can be taken back.
import { z } from 'zod'
import { jsonOf, NOWHERE, name, words } from '#geodata/contract/editable/draft-fields.ts'
import type { Editable } from '#geodata/contract/editable/shape.ts'
import { TITLES } from '#geodata/contract/editable/titles.ts'
import { Confidence } from '#geodata/contract/shared.ts'
import { Story } from '#geodata/contract/stories.ts'

export const ownStories = {
  title: TITLES['own-stories'],
  layer: null,
  geometry: NOWHERE,
  properties: z.strictObject({
    title: name,
    /** The story as JSON, with its version; the id in it is that of the row. */
    content: jsonOf(Story, 'a story', '讲解'),
    source: words,
    confidence: Confidence,
  }),
  derived: [],
  references: [],
  named: ['title', 'title'],
} as const satisfies Editable
