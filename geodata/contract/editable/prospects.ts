// What may people write of projects that are talked about, signed, built: the project pool (项目储备)?
import { z } from 'zod'
import {
  area,
  evidence,
  expects,
  ids,
  isNotBefore,
  maybeDate,
  maybeId,
  maybeName,
  maybeWords,
  NOWHERE,
  name,
} from '#geodata/contract/editable/draft-fields.ts'
import type { Editable } from '#geodata/contract/editable/shape.ts'
import { TITLES } from '#geodata/contract/editable/titles.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

/** talks 洽谈, signed 签约, building 开工, producing 投产; in this order. */
export const PROSPECT_STAGES = ['talks', 'signed', 'building', 'producing'] as const
export type ProspectStage = (typeof PROSPECT_STAGES)[number]

export const STAGE_WORDS = {
  talks: { zh: '洽谈', en: 'in talks' },
  signed: { zh: '签约', en: 'signed' },
  building: { zh: '开工', en: 'under construction' },
  producing: { zh: '投产', en: 'producing' },
} as const satisfies Record<ProspectStage, Bilingual>

/** The day, month or year in which a stage was reached, in the order of the stages. */
const REACHED = ['talksDate', 'signedDate', 'buildingDate', 'producingDate'] as const

export const prospects = {
  title: TITLES.prospects,
  layer: null,
  geometry: NOWHERE,
  properties: z
    .strictObject({
      nameZh: name,
      nameEn: maybeName,
      segmentIds: ids,
      productIds: ids,
      /** The investor, where it is a firm known here. */
      companyId: maybeId,
      investorName: maybeName,
      investmentTenThousandYuan: z.number().min(0).max(1e9).nullable().default(null),
      areaHectares: area,
      stage: z.enum(PROSPECT_STAGES),
      talksDate: maybeDate,
      signedDate: maybeDate,
      buildingDate: maybeDate,
      producingDate: maybeDate,
      /** Who sees to it. */
      responsibleSide: maybeName,
      /** The park that was agreed; null: none was. */
      parkId: maybeId,
      /** The piece of land that was agreed, where it is drawn here. */
      siteId: maybeId,
      note: maybeWords,
      ...evidence,
    })
    .check(({ value, issues }) => {
      const reached = REACHED.flatMap((field) => {
        const date = value[field]
        return date === null ? [] : [{ field, date }]
      })
      const { zh: stageZh, en: stageEn } = STAGE_WORDS[value.stage]
      for (const [at, { field, date }] of reached.entries()) {
        if (REACHED.indexOf(field) > PROSPECT_STAGES.indexOf(value.stage)) {
          const zh = `阶段为“${stageZh}”，后面的阶段尚未到达，应留空；已经到达的，请改阶段`
          const en = `With the stage “${stageEn}” no date of a later stage is expected; where it is reached, change the stage`
          issues.push(expects([field], date, zh, en))
          continue
        }
        // Each of them: one known by its year alone parts no two others.
        const before = reached.slice(0, at).find((earlier) => !isNotBefore(date, earlier.date))
        if (!before) continue
        const zh = `应不早于前面阶段的日期“${before.date}”`
        const en = `A date not before that of an earlier stage, “${before.date}”, is expected`
        issues.push(expects([field], date, zh, en))
      }
    }),
  derived: [],
  references: [
    {
      property: 'companyId',
      to: ['companies'],
      relation: { zh: '企业投资的项目', en: 'project of the firm' },
    },
    {
      property: 'parkId',
      to: ['parks'],
      relation: { zh: '拟落户园区的项目', en: 'project agreed for the park' },
    },
    {
      property: 'siteId',
      to: ['sites'],
      relation: { zh: '拟用地块的项目', en: 'project agreed for the site' },
    },
  ],
  named: ['nameZh', 'nameEn'],
} as const satisfies Editable
