// What covers what under the filters, the minutes and the thresholds of the view?
import { computed, signal } from '@preact/signals'
import { coverageOf } from '#geodata/analysis/coverage/coverage.ts'
import type { Problem } from '#geodata/contract/problem.ts'
import type {
  CoverageFirm,
  CoverageKnown,
  CoverageMatrix,
  Seconds,
} from '#geodata/contract/processes/coverage.ts'
import type { Basis } from '#geodata/contract/shared.ts'
import { companies, parks } from '#web/state/region/lists.ts'
import { keep } from '#web/state/view/filters.ts'
import type { MatrixView } from '#web/state/view/matrix.ts'
import { changeView, view } from '#web/state/view/store.ts'

export type Coverage =
  | { kind: 'asking' }
  | { kind: 'known'; known: CoverageKnown; basis: Basis }
  | { kind: 'failed'; problem: Problem }

export const coverage = signal<Coverage>({ kind: 'asking' })

const matrixView = computed(() => view.value.matrix)
const filters = computed(() => view.value.filters)

/** Segments choose rows here and hide no column: the other filters choose parks and firms. */
export const keptKnown = computed<CoverageKnown | null>(() => {
  if (coverage.value.kind !== 'known') return null
  const { known } = coverage.value
  const { systems = [], segments = [], ...others } = filters.value
  const idsOf = (features: { properties: { id: string } }[]) =>
    new Set(features.map(({ properties }) => properties.id))
  const parkIds = idsOf(keep('parks', parks.value, others).kept)
  const firmIds = idsOf(keep('companies', companies.value, others).kept)
  return {
    ...known,
    segments: known.segments.filter(
      ({ segmentId, system }) =>
        (systems.length === 0 || (system !== null && systems.includes(system))) &&
        (segments.length === 0 || segments.includes(segmentId)),
    ),
    parks: known.parks.filter(({ id }) => parkIds.has(id)),
    firms: known.firms.filter(({ id }) => firmIds.has(id)),
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
