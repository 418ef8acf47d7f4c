// Who makes what where, what is missing within X truck minutes, and what is planned twice?
//
// Rows are segments, each followed by its products. A firm of two segments stands in both rows, a
// firm of two products in both; every firm of a row stands in exactly one of its cells, so cells add
// up to rows. A product that no firm states may still be made by firms of which only the segment is
// known: they count in its highest number of suppliers, never in its lowest.
import { columnsOf } from '#geodata/analysis/coverage/columns.ts'
import {
  countReaches,
  coveredAt,
  type Reach,
  reachOf,
  suppliersOf,
  verdictOf,
} from '#geodata/analysis/coverage/reach.ts'
import type {
  CoverageCell,
  CoverageFirm,
  CoverageKnown,
  CoverageMatrix,
  CoveragePark,
  CoverageRow,
  CoverageSettings,
} from '#geodata/contract/processes/coverage.ts'

type RowOf = Pick<CoverageRow, 'id' | 'kind' | 'segmentId' | 'productId'> & {
  /** Firms counted in the row. */
  firms: CoverageFirm[]
  /** Firms that may belong to the row, too: what exactly they make is not recorded. */
  maybe: CoverageFirm[]
  states: (firm: CoverageFirm) => boolean
}

export function coverageOf(known: CoverageKnown, settings: CoverageSettings): CoverageMatrix {
  const { columns, indexOfFirm } = columnsOf(known, settings.grain)
  const destinations = destinationsOf(known, settings)
  const columnOf = new Map(known.firms.map((firm) => [firm, indexOfFirm(firm)]))
  const reach = new Map(
    known.firms.map((firm) => [firm, reachOf(firm, destinations, settings.withinMinutes)]),
  )
  const assignment = assignmentsOf(known, settings)
  const rows = rowsOf(known).map((row): CoverageRow => {
    const inColumn = Map.groupBy(row.firms, (firm) => columnOf.get(firm))
    const counts = reachesOf(row.firms, reach)
    const [suppliersLow, high] = suppliersOf(counts)
    const suppliersHigh = high + suppliersOf(reachesOf(row.maybe, reach))[1]
    const its = row.kind === 'segment' ? (assignment.get(row.segmentId) ?? null) : null
    return {
      id: row.id,
      kind: row.kind,
      segmentId: row.segmentId,
      productId: row.productId,
      firmIds: row.firms.map(({ id }) => id),
      cells: columns.flatMap(({ id, parkIds }, index): CoverageCell[] => {
        const firms = inColumn.get(index) ?? []
        const isAssigned = its !== null && parkIds.some((parkId) => its.parkIds.includes(parkId))
        if (firms.length === 0 && !isAssigned) return []
        return [
          {
            columnId: id,
            firmIds: firms.map((firm) => firm.id),
            stated: firms.filter(row.states).length,
            certified: firms.filter(({ isCertified }) => isCertified).length,
            isAssigned,
            reach: reachesOf(firms, reach),
          },
        ]
      }),
      reach: counts,
      suppliersLow,
      suppliersHigh,
      verdict: isNeed(row) ? verdictOf(suppliersLow, suppliersHigh, settings.thinFirms) : null,
      ...uncoveredBy(row, known, destinations, settings.withinMinutes),
      assignment: its,
    }
  })
  return {
    settings,
    columns,
    rows,
    columnFirms: countIn(columns.length, known.firms.filter(makesAny).map(indexOfFirm)),
    emptyParkIds: emptyParks(known.parks, rows),
    totals: totalsOf(known, rows, reach),
  }
}

/** Indexes of the destinations whose needs are asked: the named ones, else the plants, else the vehicle parks. */
function destinationsOf({ destinations }: CoverageKnown, { destinationIds }: CoverageSettings) {
  const indexesOf = (test: (one: CoverageKnown['destinations'][number]) => boolean) =>
    destinations.flatMap((one, index) => (test(one) ? [index] : []))
  if (destinationIds) return indexesOf(({ id }) => destinationIds.includes(id))
  const plants = indexesOf(({ kind }) => kind === 'plant')
  return plants.length > 0 ? plants : indexesOf(() => true)
}

function rowsOf({ segments, firms }: CoverageKnown): RowOf[] {
  const made = firms.flatMap((firm) => firm.makes.map((make) => ({ firm, ...make })))
  const inSegment = Map.groupBy(made, ({ segmentId }) => segmentId)
  return segments.flatMap(({ segmentId, products }): RowOf[] => {
    const its = inSegment.get(segmentId) ?? []
    const onBasis = (basis: 'other' | 'segment') =>
      its.flatMap(({ firm, bases }) => (bases.includes(basis) ? [firm] : []))
    const vague = onBasis('segment')
    const vagueFirms = new Set(vague)
    const row = (kind: CoverageRow['kind'], rest: Partial<RowOf>): RowOf => ({
      id: `${segmentId}/${kind}`,
      kind,
      segmentId,
      productId: null,
      firms: [],
      maybe: [],
      states: (firm) => !vagueFirms.has(firm),
      ...rest,
    })
    return [
      row('segment', { id: segmentId, firms: its.map(({ firm }) => firm) }),
      ...products.map(({ productId }) =>
        row('product', {
          id: `${segmentId}/${productId}`,
          productId,
          firms: its.flatMap(({ firm, productIds }) =>
            productIds.includes(productId) ? [firm] : [],
          ),
          maybe: vague,
        }),
      ),
      row('other', { firms: onBasis('other') }),
      row('segment-only', { firms: vague }),
    ].filter(({ kind, firms: of }) => isNeed({ kind }) || of.length > 0)
  })
}

/** Segments and listed products are needed; the two rests only show where the other firms are. */
function isNeed({ kind }: Pick<CoverageRow, 'kind'>): boolean {
  return kind === 'segment' || kind === 'product'
}

function reachesOf(firms: readonly CoverageFirm[], reach: ReadonlyMap<CoverageFirm, Reach>) {
  return countReaches(firms.map((firm) => reach.get(firm) ?? 'unmeasured'))
}

function uncoveredBy(
  row: RowOf,
  { destinations }: CoverageKnown,
  asked: readonly number[],
  withinMinutes: number | null,
) {
  const uncoveredIds: string[] = []
  const perhapsUncoveredIds: string[] = []
  for (const index of isNeed(row) ? asked : []) {
    const state = coveredAt(index, row.firms, row.maybe, withinMinutes)
    const id = destinations[index]?.id ?? ''
    if (state === 'uncovered') uncoveredIds.push(id)
    if (state === 'perhaps') perhapsUncoveredIds.push(id)
  }
  return { uncoveredIds, perhapsUncoveredIds }
}

/** Where each segment is assigned, and whether too many districts hold it with no firm. */
function assignmentsOf(
  { segments, parks, firms }: CoverageKnown,
  { duplicatedParks, duplicatedShare }: CoverageSettings,
): Map<string, CoverageRow['assignment']> {
  const filled = new Set(
    firms.flatMap(({ parkId, makes }) => makes.map(({ segmentId }) => `${parkId}/${segmentId}`)),
  )
  return new Map(
    segments.map(({ segmentId }) => {
      const its = parks.filter(({ segmentIds }) => segmentIds.includes(segmentId))
      const empty = its.filter(({ id }) => !filled.has(`${id}/${segmentId}`))
      const districts = new Set(its.map(({ adcode }) => adcode)).size
      return [
        segmentId,
        {
          parkIds: its.map(({ id }) => id),
          emptyParkIds: empty.map(({ id }) => id),
          districts,
          isDuplicated:
            districts >= 2 &&
            empty.length >= duplicatedParks &&
            empty.length >= duplicatedShare * its.length,
        },
      ]
    }),
  )
}

function emptyParks(parks: readonly CoveragePark[], rows: readonly CoverageRow[]): string[] {
  const emptyOf = (id: string) => rows.filter((row) => row.assignment?.emptyParkIds.includes(id))
  const assignedOf = (id: string) => rows.filter((row) => row.assignment?.parkIds.includes(id))
  return parks
    .filter(({ id }) => assignedOf(id).length > 0 && emptyOf(id).length === assignedOf(id).length)
    .map(({ id }) => id)
}

/** How many of the indexes are 0, 1, 2 … */
function countIn(length: number, indexes: readonly number[]): number[] {
  const counts = new Array<number>(length).fill(0)
  for (const index of indexes) counts[index] = (counts[index] ?? 0) + 1
  return counts
}

function makesAny({ makes }: CoverageFirm): boolean {
  return makes.length > 0
}

function totalsOf(
  { firms }: CoverageKnown,
  rows: readonly CoverageRow[],
  reach: ReadonlyMap<CoverageFirm, Reach>,
): CoverageMatrix['totals'] {
  const sum = (key: 'parkIds' | 'emptyParkIds') =>
    rows.reduce((total, { assignment }) => total + (assignment?.[key].length ?? 0), 0)
  return {
    firms: firms.length,
    inSeveralSegments: firms.filter(({ makes }) => makes.length > 1).length,
    inNoSegment: firms.filter((firm) => !makesAny(firm)).length,
    unmeasured: firms.filter((firm) => makesAny(firm) && reach.get(firm) === 'unmeasured').length,
    assignments: sum('parkIds'),
    emptyAssignments: sum('emptyParkIds'),
  }
}
