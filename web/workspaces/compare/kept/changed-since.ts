// What has changed since a comparison was kept: the data, the roads, points of a place, what it is called?
import type { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import { say, t } from '#web/messages/index.ts'
import type { Kept } from '#web/state/answers/kept-comparison.ts'
import type { Column } from '#web/workspaces/compare/column.ts'

/** A sentence each; empty: all is as it was. */
export function changedSince(
  { found, names }: Pick<Kept, 'found' | 'names'>,
  columns: readonly Column[],
  { basis }: Pick<ComparisonResult, 'basis'>,
): string[] {
  const renamed = columns.flatMap((column) => {
    const before = names[column.id]
    return before && say(before) !== column.name
      ? [t('share.renamed', { letter: column.letter, before: say(before), now: column.name })]
      : []
  })
  if (!found) return [t('share.foundUnknown'), ...renamed]
  const isSameData = found.datasetHash === basis.dataset.hash
  const isSameRoads = found.networkHash === basis.network.hash
  if (isSameData && isSameRoads) return renamed
  const moved = columns.flatMap((column) => movedPoints(column, found.scores[column.id]))
  const what = isSameData ? 'roads' : isSameRoads ? 'data' : 'both'
  return [
    t(`share.changed.${what}`, {
      points: moved.join(t('common.listSeparator')) || t('share.samePoints'),
    }),
    ...renamed,
  ]
}

function movedPoints({ letter, name, candidate }: Column, before: number | undefined): string[] {
  const now = candidate?.ranked?.score.central
  const points = (score: number | undefined) =>
    score === undefined ? t('compare.notRanked') : String(Math.round(score))
  return points(before) === points(now)
    ? []
    : [t('share.moved', { letter, name, before: points(before), now: points(now) })]
}
