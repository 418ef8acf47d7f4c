// What may people write of work that a row still asks for: who mends what of it, until when?
import { z } from 'zod'
import {
  day,
  id,
  maybeWords,
  NOWHERE,
  name,
  words,
} from '#geodata/contract/editable/draft-fields.ts'
import type { Editable } from '#geodata/contract/editable/shape.ts'
import { TITLES } from '#geodata/contract/editable/titles.ts'
import { Confidence } from '#geodata/contract/shared.ts'

/** Tables whose rows may ask for work: all that tell of the region. */
export const TASK_TABLES = [
  'parks',
  'companies',
  'hubs',
  'links',
  'platforms',
  'park-areas',
  'sites',
  'targets',
  'stage-criteria',
  'stage-evidence',
  'transformations',
  'jit-practice',
  'product-inputs',
  'park-answers',
  'firm-products',
  'certificates',
  'supply-relations',
  'prospects',
] as const satisfies readonly (keyof typeof TITLES)[]

/** What a row wants: a source, a newer one, a firmer place, one truth of two, an address that answers. */
export const TASK_KINDS = [
  'unsourced',
  'old',
  'imprecise',
  'contradictory',
  'address-lost',
] as const
export type TaskKind = (typeof TASK_KINDS)[number]

export const tasks = {
  title: TITLES.tasks,
  layer: null,
  geometry: NOWHERE,
  properties: z.strictObject({
    collection: z.enum(TASK_TABLES),
    /** Of which row there. */
    rowId: id,
    kind: z.enum(TASK_KINDS),
    /** The side that does it. */
    assignedTo: name,
    dueDate: day,
    /** Null: not done yet. */
    doneDate: day.nullable().default(null),
    note: maybeWords,
    source: words,
    confidence: Confidence,
  }),
  derived: [],
  references: [
    {
      property: 'rowId',
      to: TASK_TABLES,
      tableIn: 'collection',
      relation: { zh: '为它布置的补证任务', en: 'task to mend it' },
    },
  ],
  named: ['note', 'note'],
} as const satisfies Editable
