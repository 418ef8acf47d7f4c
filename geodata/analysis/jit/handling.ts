// How long do loading, the gate and unloading take, by the way a part is delivered?
//
// In sequence (JIS) racks are swapped as wholes; anything else is forked pallet by pallet. Where a row
// allows both, both ends count. The minutes are rows of freight_costs; without them nothing is known.
import type { FreightCostRow } from '#geodata/analysis/facts.ts'
import type { Span } from '#geodata/analysis/jit/on-time.ts'
import type { Delivery } from '#geodata/contract/processes/siting.ts'

/** Rows of freight_costs.csv. */
export const HANDLING_ROWS = {
  palletLoading: 'F20',
  palletUnloading: 'F21',
  rackSwap: 'F22',
  gate: 'F23',
} as const
type HandlingId = keyof typeof HANDLING_ROWS

export type Handling = { loading: Span; dock: Span }

export function handlingOf(costs: readonly FreightCostRow[], practice: string): Handling | null {
  const ways = waysOf(practice)
  const gate = minutesOf(costs, 'gate')
  const loading = covering(ways.map((way) => minutesOf(costs, LOADING[way])))
  const unloading = covering(ways.map((way) => minutesOf(costs, UNLOADING[way])))
  if (!gate || !loading || !unloading) return null
  return {
    loading,
    dock: { low: gate.low + unloading.low, high: gate.high + unloading.high },
  }
}

/** As rows of jit_practice word it. */
const PRACTICES: Record<Delivery, string> = { jis: 'JIS', jit: 'JIT', daily: '日配' }

/** The same of a way that a customer is said to be delivered. */
export function handlingBy(costs: readonly FreightCostRow[], delivery: Delivery): Handling | null {
  return handlingOf(costs, PRACTICES[delivery])
}

type Way = 'racks' | 'pallets'
const LOADING = { racks: 'rackSwap', pallets: 'palletLoading' } as const
const UNLOADING = { racks: 'rackSwap', pallets: 'palletUnloading' } as const

/** "JIS" is racks, "JIT" pallets; "JIT/JIS" and "JIS…或日配" (or daily) may be either. */
function waysOf(practice: string): Way[] {
  const words = practice.split('/').flatMap((word) => word.split('或'))
  const isSequenced = (word: string) => word.trim().startsWith('JIS')
  return [
    ...(words.some(isSequenced) ? (['racks'] as const) : []),
    ...(words.every(isSequenced) ? [] : (['pallets'] as const)),
  ]
}

function minutesOf(costs: readonly FreightCostRow[], id: HandlingId): Span | null {
  const row = costs.find((one) => one.id === HANDLING_ROWS[id])
  if (row?.valueLow == null || row.valueHigh === null) return null
  return { low: row.valueLow, high: row.valueHigh }
}

/** The span that holds all; one unknown leaves it unknown. */
function covering(spans: readonly (Span | null)[]): Span | null {
  const known = spans.filter((one) => one !== null)
  if (known.length < spans.length || known.length === 0) return null
  return {
    low: Math.min(...known.map(({ low }) => low)),
    high: Math.max(...known.map(({ high }) => high)),
  }
}
