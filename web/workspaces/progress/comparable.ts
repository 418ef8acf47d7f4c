// Which figures may be set against which target?
//
// Only a dated figure of the same wording and unit is progress towards a target. Figures of another
// definition (projects are not firms, all industries are not this one) stand beside it, marked so.
import type { TargetRow } from '#geodata/contract/documents.ts'
import { isGoalWorded, sideWorded } from '#geodata/model/target-wording.ts'

export type BoardRow = {
  target: TargetRow
  /** Shares of the target that the plan lays on one side: T01a, T01b. */
  shares: { side: Side; row: TargetRow }[]
  baseline: TargetRow | null
  /** The latest figure of the same definition that has a value. */
  same: TargetRow | null
  /** Every figure of the same definition that has a value, oldest first. */
  comparable: TargetRow[]
  /** Figures of another definition, and dated "nothing found" rows; newest first. */
  others: TargetRow[]
  /** What other documents aim at later; no progress. */
  goals: TargetRow[]
  verdict: 'comparable' | 'other-definition' | 'unknown'
}

export type Side = NonNullable<ReturnType<typeof sideWorded>>

/** One row per target, in the order of the plan; a share stands with the target it is part of. */
export function boardOf(items: readonly TargetRow[]): BoardRow[] {
  const targets = items
    .filter(({ rowType }) => rowType === 'target')
    .sort((a, b) => a.targetId.localeCompare(b.targetId))
  const ids = new Set(targets.map(({ targetId }) => targetId))
  const wholeOf = ({ targetId }: TargetRow) => targetId.replace(/[a-z]$/, '')
  const isShare = (row: TargetRow) => wholeOf(row) !== row.targetId && ids.has(wholeOf(row))
  return targets
    .filter((row) => !isShare(row))
    .map((target) => {
      const ofTarget = items.filter(({ targetId }) => targetId === target.targetId)
      const figures = ofTarget
        .filter((row) => ['progress', 'context'].includes(row.rowType) && !isGoal(row))
        .sort((a, b) => (b.asOf ?? '').localeCompare(a.asOf ?? ''))
      const comparable = figures.filter(
        (row) => isSameDefinition(row, target) && row.value !== null,
      )
      const others = figures.filter((row) => !comparable.includes(row))
      return {
        target,
        shares: targets.flatMap((row) => {
          const side = sideWorded(row.metric.zh)
          return side && row !== target && wholeOf(row) === target.targetId ? [{ side, row }] : []
        }),
        baseline: ofTarget.find(({ rowType }) => rowType === 'baseline') ?? null,
        same: comparable[0] ?? null,
        comparable: comparable.toReversed(),
        others,
        goals: ofTarget.filter(isGoal),
        verdict:
          comparable.length > 0
            ? 'comparable'
            : others.some(({ value }) => value !== null)
              ? 'other-definition'
              : 'unknown',
      }
    })
}

function isGoal({ rowType, metric }: TargetRow): boolean {
  return rowType === 'context' && isGoalWorded(metric.zh)
}

function isSameDefinition(row: TargetRow, target: TargetRow): boolean {
  return (
    row.rowType === 'progress' && row.metric.zh === target.metric.zh && row.unit === target.unit
  )
}

/** Why a figure is not progress: it counts something else, or it has another unit, or no value. */
export type Difference = 'wording' | 'unit' | 'no-value'

export function differenceOf(row: TargetRow, target: TargetRow): Difference {
  if (row.value === null) return 'no-value'
  return row.unit !== null && row.unit !== target.unit ? 'unit' : 'wording'
}
