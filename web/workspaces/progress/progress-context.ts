// What else is known that belongs beside the targets: output by year, output of places, local sourcing.
import type { District } from '#geodata/contract/collections.ts'
import type { TargetRow } from '#geodata/contract/documents.ts'
import { isOutputWorded } from '#geodata/model/target-wording.ts'
import { placeNamed } from '#web/state/region/district-figures.ts'

const YEAR = /^\d{4}$/

/** One series by year: rows of a context group that are dated to a year, oldest first. */
export function yearsOf(items: readonly TargetRow[], targetId: string): TargetRow[] {
  return items
    .filter((row) => row.targetId === targetId && YEAR.test(row.asOf ?? ''))
    .sort((a, b) => (a.asOf ?? '').localeCompare(b.asOf ?? ''))
}

/** Output values of parts of the city, the latest of each place; never to be added. */
export function outputsByPlace(
  items: readonly TargetRow[],
  districts: readonly District[],
): { place: string; row: TargetRow }[] {
  const latest = new Map<string, TargetRow>()
  for (const row of items) {
    const isOutput = row.rowType === 'progress' && isOutputWorded(row.metric.zh)
    const place = isOutput && placeNamed(row.metric.zh, districts)
    if (!place) continue
    if ((latest.get(place)?.asOf ?? '') < (row.asOf ?? '')) latest.set(place, row)
  }
  return [...latest]
    .map(([place, row]) => ({ place, row }))
    .sort((a, b) => bound(b.row) - bound(a.row))
}

/** The number a mark stands at: the lowest that is known, or else the highest. */
export function bound({ valueLow, valueHigh }: Pick<TargetRow, 'valueLow' | 'valueHigh'>): number {
  return valueLow ?? valueHigh ?? 0
}
