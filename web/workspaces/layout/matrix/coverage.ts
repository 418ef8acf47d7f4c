// What covers what under the filters, the minutes and the thresholds of the view?
import { computed } from '@preact/signals'
import { coverageOf } from '#geodata/analysis/coverage/coverage.ts'
import { fits, keep } from '#geodata/analysis/shown/filters.ts'
import type {
  CoverageFirm,
  CoverageInputs,
  CoverageKnown,
  CoverageMatrix,
  Seconds,
} from '#geodata/contract/processes/coverage.ts'
import { inSight } from '#web/api/asked.ts'
import { execute } from '#web/api/client.ts'
import { newestOnly } from '#web/api/newest-only.ts'
import { parks } from '#web/state/region/lists.ts'
import type { MatrixView } from '#web/state/view/matrix.ts'
import { changeView, view } from '#web/state/view/store.ts'

export const coverageQuestion = newestOnly((inputs: Partial<CoverageInputs>, signal) =>
  execute('coverage', inputs, signal),
)
export const coverage = coverageQuestion.asked

/** What the matrix stands on; an older answer stays until the new one is there. */
export const coverageInSight = computed(() => inSight(coverage.value))

const matrixView = computed(() => view.value.matrix)
const filters = computed(() => view.value.filters)

/** Segments choose rows here and hide no column: the other filters choose parks and firms. */
export const keptKnown = computed<CoverageKnown | null>(() => {
  const known = coverageInSight.value?.known
  if (!known) return null
  const { systems = [], segments = [], ...others } = filters.value
  const parkIds = new Set(
    keep('parks', parks.value, others).kept.map(({ properties }) => properties.id),
  )
  return {
    ...known,
    segments: known.segments.filter(
      ({ segmentId, system }) =>
        (systems.length === 0 || (system !== null && systems.includes(system))) &&
        (segments.length === 0 || segments.includes(segmentId)),
    ),
    parks: known.parks.filter(({ id }) => parkIds.has(id)),
    firms: known.firms.filter((firm) => fits('companies', firm, others)),
  }
})

/** Worked out here: the minutes came with the answer, so another limit asks no server. */
export const matrix = computed<CoverageMatrix | null>(() => {
  const known = keptKnown.value
  if (!known) return null
  const { destinationId, opened, cell, ...settings } = matrixView.value
  const isKnown = known.destinations.some(({ id }) => id === destinationId)
  return coverageOf(known, {
    ...settings,
    ...(isKnown && destinationId ? { destinationIds: [destinationId] } : {}),
  })
})

export function changeMatrix(change: Partial<MatrixView>): void {
  changeView({ matrix: { ...view.peek().matrix, ...change } })
}

/** Indexes of the destinations that are asked: the one that is named, else every plant. */
export function askedIndexes(
  { destinations }: CoverageKnown,
  destinationId: string | null,
): number[] {
  const isKnown = destinations.some(({ id }) => id === destinationId)
  return destinations.flatMap(({ id, kind }, index) =>
    (isKnown ? id === destinationId : kind === 'plant') ? [index] : [],
  )
}

type Nearest = { destination: CoverageKnown['destinations'][number]; seconds: NonNullable<Seconds> }

/** The asked destination that the firm reaches soonest; null: it has no measured way. */
export function nearestOf(
  known: CoverageKnown,
  { secondsTo }: CoverageFirm,
  destinationId: string | null,
): Nearest | null {
  let best: Nearest | null = null
  for (const index of askedIndexes(known, destinationId)) {
    const [destination, seconds] = [known.destinations[index], secondsTo[index]]
    if (!destination || !seconds || (best && best.seconds[1] <= seconds[1])) continue
    best = { destination, seconds }
  }
  return best
}
