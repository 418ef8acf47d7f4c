// What is known of one project of the pool?
import type { z } from 'zod'
import type { ProspectStage, prospects } from '#geodata/contract/editable/prospects.ts'

export type ProspectProperties = z.infer<typeof prospects.properties>
export type Prospect = { id: string; properties: ProspectProperties }

/** Which field holds when a stage was reached. */
export const STAGE_DATE = {
  talks: 'talksDate',
  signed: 'signedDate',
  building: 'buildingDate',
  producing: 'producingDate',
} as const satisfies Record<ProspectStage, keyof ProspectProperties>
