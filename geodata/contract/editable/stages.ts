// What may people write of the stage of a park: the criteria, and the evidence by them?
import { z } from 'zod'
import {
  evidence,
  maybeWords,
  NOWHERE,
  name,
  publishedDate,
  words,
} from '#geodata/contract/editable/draft-fields.ts'
import type { Editable } from '#geodata/contract/editable/shape.ts'
import { TITLES } from '#geodata/contract/editable/titles.ts'
import { STAGE_BASES, STAGES_SHOWN, VERDICTS } from '#geodata/model/stage.ts'

export const stageCriteria = {
  title: TITLES['stage-criteria'],
  layer: null,
  geometry: NOWHERE,
  properties: z.strictObject({
    titleZh: name,
    titleEn: name,
    /** How it is decided. */
    testZh: words,
    testEn: words,
    stage: z.enum(STAGES_SHOWN),
    basis: z.enum(STAGE_BASES),
    clauseZh: maybeWords,
    note: maybeWords,
    ...evidence,
  }),
  derived: [],
  references: [],
  named: ['titleZh', 'titleEn'],
} as const satisfies Editable

export const stageEvidence = {
  title: TITLES['stage-evidence'],
  layer: null,
  geometry: NOWHERE,
  properties: z.strictObject({
    parkId: z.string().trim().min(1).max(80),
    criterionId: z.string().trim().min(1).max(80),
    verdict: z.enum(VERDICTS),
    evidenceZh: words,
    asOf: publishedDate.nullable().default(null),
    note: maybeWords,
    ...evidence,
  }),
  derived: [],
  references: [
    {
      property: 'parkId',
      to: ['parks'],
      relation: { zh: '园区的创建依据', en: 'evidence for the stage of the park' },
    },
    {
      property: 'criterionId',
      to: ['stage-criteria'],
      relation: { zh: '按此条件的依据', en: 'evidence by the criterion' },
    },
  ],
  named: ['evidenceZh', 'evidenceZh'],
} as const satisfies Editable
