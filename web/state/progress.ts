// Which figures may be set against which target?
//
// Only a dated figure of the same wording and unit is progress towards a target. Figures of another
// definition (projects are not firms, all industries are not this one) stand beside it, marked so.
import type { TargetRow } from '#geodata/contract/documents.ts'

export type BoardRow = {
  target: TargetRow
  baseline: TargetRow | null
  /** The latest figure of the same definition that has a value. */
  same: TargetRow | null
  /** Figures of another definition, and dated "nothing found" rows; newest first. */
  others: TargetRow[]
  verdict: 'comparable' | 'other-definition' | 'unknown'
}

/** One row per target, in the order of the plan. */
export function boardOf(items: readonly TargetRow[]): BoardRow[] {
  return items
    .filter(({ rowType }) => rowType === 'target')
    .sort((a, b) => a.targetId.localeCompare(b.targetId))
    .map((target) => {
      const ofTarget = items.filter(({ targetId }) => targetId === target.targetId)
      const progress = ofTarget
        .filter(({ rowType }) => rowType === 'progress')
        .sort((a, b) => (b.asOf ?? '').localeCompare(a.asOf ?? ''))
      const same =
        progress.find((row) => isSameDefinition(row, target) && row.value !== null) ?? null
      const others = progress.filter((row) => row !== same)
      return {
        target,
        baseline: ofTarget.find(({ rowType }) => rowType === 'baseline') ?? null,
        same,
        others,
        verdict: same
          ? 'comparable'
          : others.some(({ value }) => value !== null)
            ? 'other-definition'
            : 'unknown',
      }
    })
}

function isSameDefinition(row: TargetRow, target: TargetRow): boolean {
  return row.metric.zh === target.metric.zh && row.unit === target.unit
}
