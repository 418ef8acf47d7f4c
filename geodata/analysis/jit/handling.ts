// How long do loading, the gate and unloading take, by the way a part is delivered?
//
// In sequence (JIS) racks are swapped as wholes; anything else is forked pallet by pallet. Where a row
// allows both, both ends count. The minutes are rows of freight_costs; without them nothing is known.
import type { FreightCostRow } from '#geodata/analysis/facts.ts'
import type { Span } from '#geodata/analysis/jit/on-time.ts'

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
  const minutes = (id: HandlingId) => spanOf(costs.find((row) => row.id === HANDLING_ROWS[id]))
  const words = practice.split('/').map((word) => word.trim())
  const sequenced = words.filter((word) => word.startsWith('JIS')).length
  const isMixed = words.length > sequenced || practice.includes('或')
  const swap = sequenced > 0 ? minutes('rackSwap') : null
  const pallets = sequenced === 0 || isMixed
  const gate = minutes('gate')
  const loading = either(swap, pallets ? minutes('palletLoading') : null)
  const unloading = either(swap, pallets ? minutes('palletUnloading') : null)
  if (!gate || !loading || !unloading) return null
  return {
    loading,
    dock: { low: gate.low + unloading.low, high: gate.high + unloading.high },
  }
}

function spanOf(row: FreightCostRow | undefined): Span | null {
  if (row?.valueLow == null || row.valueHigh === null) return null
  return { low: row.valueLow, high: row.valueHigh }
}

function either(one: Span | null, other: Span | null): Span | null {
  if (!one || !other) return one ?? other
  return { low: Math.min(one.low, other.low), high: Math.max(one.high, other.high) }
}
