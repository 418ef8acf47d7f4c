// What is asked of siting for a project of the pool?
import type { ProspectProperties } from '#geodata/analysis/prospects/prospect.ts'
import type { NeedAsked } from '#geodata/contract/processes/siting.ts'

/** Siting takes one of them at a time. */
export type ProspectMade = { kind: 'product' | 'segment'; id: string }

/** What the project makes: its products, else its segments; empty where neither is recorded. */
export function madeBy({
  productIds,
  segmentIds,
}: Pick<ProspectProperties, 'productIds' | 'segmentIds'>): ProspectMade[] {
  return productIds.length > 0
    ? productIds.map((id) => ({ kind: 'product', id }))
    : segmentIds.map((id) => ({ kind: 'segment', id }))
}

/** The land it wants is asked as a must; where no area is stated none is asked. */
export function needsOf({ areaHectares }: Pick<ProspectProperties, 'areaHectares'>): NeedAsked[] {
  return areaHectares === null ? [] : [{ id: 'landHectares', amount: areaHectares, isHard: true }]
}
