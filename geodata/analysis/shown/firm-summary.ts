// How many firms do the filters keep, and how are they spread? The same count for a page that holds every
// firm and for a server that is asked by one that does not.
import { type Choices, keep } from '#geodata/analysis/shown/filters.ts'
import type { Company } from '#geodata/contract/collections.ts'
import type { FirmSummary } from '#geodata/contract/firm-summary.ts'

export function summaryOfFirms(firms: readonly Company[], choices: Choices): FirmSummary {
  const { kept, counts, drop } = keep('companies', firms, choices)
  const bySystem: Record<string, number> = {}
  const byDistrict = new Map<string, { count: number; segments: Set<string> }>()
  let unplaced = 0
  let placed = 0
  let coded = 0
  for (const { properties, geometry } of kept) {
    if (geometry !== null) placed++
    if (properties.coordPrecision === 'unknown') unplaced++
    if (properties.unifiedCode) coded++
    for (const system of properties.systems) bySystem[system] = (bySystem[system] ?? 0) + 1
    const adcode = properties.adcode ?? ''
    const district = byDistrict.get(adcode) ?? { count: 0, segments: new Set() }
    byDistrict.set(adcode, district)
    district.count++
    for (const segment of properties.segmentIds) district.segments.add(segment)
  }
  return {
    total: firms.length,
    kept: kept.length,
    unplaced,
    placed,
    coded,
    counts: Object.fromEntries([...counts].map(([id, values]) => [id, Object.fromEntries(values)])),
    drop,
    bySystem,
    byDistrict: Object.fromEntries(
      [...byDistrict].map(([adcode, { count, segments }]) => [
        adcode,
        { count, segmentIds: [...segments] },
      ]),
    ),
  }
}
