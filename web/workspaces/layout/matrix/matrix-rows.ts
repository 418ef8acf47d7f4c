// Which rows of the matrix are shown, of which system, and how does a segment open?
import type {
  CoverageKnown,
  CoverageMatrix,
  CoverageRow,
} from '#geodata/contract/processes/coverage.ts'
import type { System } from '#geodata/model/system.ts'
import { view } from '#web/state/view/store.ts'
import { changeMatrix } from '#web/workspaces/layout/matrix/coverage.ts'

export type MatrixProps = { matrix: CoverageMatrix; known: CoverageKnown }

/** Segments, and the products of those that are opened. */
export function shownRows({ rows }: CoverageMatrix, opened: readonly string[]): CoverageRow[] {
  return rows.filter(({ kind, segmentId }) => kind === 'segment' || opened.includes(segmentId))
}

export function systemOf({ segments }: CoverageKnown, { segmentId }: CoverageRow): System {
  return segments.find((one) => one.segmentId === segmentId)?.system ?? 'traditional'
}

export function toggleSegment(segmentId: string): void {
  const { opened } = view.peek().matrix
  changeMatrix({
    opened: opened.includes(segmentId)
      ? opened.filter((id) => id !== segmentId)
      : [...opened, segmentId],
  })
}
