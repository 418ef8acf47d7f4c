// Which factors of freight has the user set, and which routes are looked at?
import { signal } from '@preact/signals'
import type { LogisticsResult } from '#geodata/contract/processes/logistics.ts'
import { FREIGHT_FACTORS, type FreightFactorId } from '#geodata/model/freight-factors.ts'

export type FreightFactors = Readonly<
  Partial<Record<FreightFactorId, { low: number; high: number }>>
>

/** The routes of the open candidate, for the map; null: none is open, or they are on their way. */
export const routesShown = signal<Pick<LogisticsResult, 'customers' | 'suppliers'> | null>(null)

/** "price:5~6.8,return:1~1" */
export function encodeFactors(factors: FreightFactors): string {
  return FREIGHT_FACTORS.flatMap((id) => {
    const factor = factors[id]
    return factor ? [`${id}:${factor.low}~${factor.high}`] : []
  }).join(',')
}

/** What it does not understand is left at its default. */
export function decodeFactors(text: string | null): FreightFactors {
  return Object.fromEntries(
    (text ?? '').split(',').flatMap((word) => {
      const [, name, ...ends] = /^([a-z]+):([\d.]+)~([\d.]+)$/.exec(word) ?? []
      const id = FREIGHT_FACTORS.find((one) => one === name)
      const [low = Number.NaN, high = Number.NaN] = ends.map(Number)
      return id && low <= high && high <= 1e6 ? [[id, { low, high }]] : []
    }),
  )
}
