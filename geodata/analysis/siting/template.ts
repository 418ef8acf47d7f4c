// A question that is asked often, with what such a product usually needs: a place to start from.
//
// Every number is a planning assumption that the user changes; `basis` says what it was read from.
import type { Logistics, NeedAsked } from '#geodata/contract/processes/siting.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

export type Template = {
  productId: string
  annualUnits: number
  needs: readonly NeedAsked[]
  logistics: Partial<Logistics>
  basis: Bilingual
}

export const must = (id: string, amount?: number): NeedAsked => need(id, true, amount)
export const wish = (id: string, amount?: number): NeedAsked => need(id, false, amount)

function need(id: string, isHard: boolean, amount?: number): NeedAsked {
  return amount === undefined ? { id, isHard } : { id, isHard, amount }
}
