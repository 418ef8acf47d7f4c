// Who makes traditional parts, what could each turn to, and who would buy that within X truck minutes?
//
// Buyers of a product are the running vehicle plants and the firms one of whose products is recorded
// to need it. A trip is within if even its high end is in time, perhaps if only its low end is.
import { placeOf, type RegionFacts } from '#geodata/analysis/facts.ts'
import { endOf, type Ground, type Trip, tripsBetween } from '#geodata/analysis/ground/trips.ts'
import type { Company } from '#geodata/contract/collections.ts'
import type {
  TransformationFirm,
  TransformationInputs,
  TransformationPath,
} from '#geodata/contract/processes/transformation.ts'

type Known = { trip: Trip | null; buyer: Company; kind: 'plant' | 'firm' }
const NEAREST = 5

export function transformation(
  ground: Ground,
  facts: RegionFacts,
  { withinMinutes }: Pick<TransformationInputs, 'withinMinutes'>,
): TransformationFirm[] {
  const firms = traditionalFirms(facts)
  const plants = runningPlants(facts)
  const others = facts.companies.filter((company) => !plants.includes(company))
  const trips = tripsOf(ground, firms, [...plants, ...others])
  return firms.map((firm, row) => {
    const { id, nameZh, nameEn, products, source } = firm.properties
    const known = [...plants, ...others].map(
      (buyer, column): Known => ({
        buyer,
        kind: column < plants.length ? 'plant' : 'firm',
        trip: trips[row]?.[column] ?? null,
      }),
    )
    return {
      id,
      nameZh,
      nameEn,
      products,
      source,
      isPlaced: firm.geometry !== null,
      paths: pathsOf(firm, facts, known, withinMinutes * 60),
    }
  })
}

/** Firms of the traditional segment or with a product of it. */
export function traditionalFirms({ companies, taxonomy }: RegionFacts): Company[] {
  const traditional = taxonomy.filter(({ system }) => system === 'traditional')
  const segments = new Set(traditional.map(({ segmentId }) => segmentId))
  const products = new Set(
    traditional.flatMap((segment) => segment.products.map(({ productId }) => productId)),
  )
  return companies.filter(
    ({ properties: { kind, segmentIds, productIds } }) =>
      kind !== 'oem' &&
      (segmentIds.some((id) => segments.has(id)) || productIds.some((id) => products.has(id))),
  )
}

export function runningPlants({ companies, plants }: RegionFacts): Company[] {
  const running = new Set(
    plants.flatMap(({ rowType, status, companyId }) =>
      rowType === 'plant' && status === 'running' ? [companyId] : [],
    ),
  )
  return companies.filter(({ properties }) => running.has(properties.id))
}

/** Row per origin, column per destination; null where either has no place. */
export function tripsOf(
  ground: Ground,
  origins: readonly Company[],
  destinations: readonly Company[],
): (Trip | null)[][] {
  const ended = (features: readonly Company[]) =>
    features.flatMap((feature, index) => {
      const place = placeOf(feature)
      return place ? [{ index, end: endOf(ground, place) }] : []
    })
  const [from, to] = [ended(origins), ended(destinations)]
  const measured = tripsBetween(
    ground,
    from.map(({ end }) => end),
    to.map(({ end }) => end),
  )
  const rows: (Trip | null)[][] = origins.map(() => destinations.map(() => null))
  from.forEach((origin, row) => {
    to.forEach((destination, column) => {
      const cells = rows[origin.index]
      if (cells) cells[destination.index] = measured[row]?.[column] ?? null
    })
  })
  return rows
}

export function reachOf(trip: Trip | null, limitSeconds: number) {
  if (trip?.kind !== 'reached') return 'unmeasured' as const
  if (trip.duration.highSeconds <= limitSeconds) return 'within' as const
  return trip.duration.lowSeconds <= limitSeconds ? ('perhaps' as const) : ('beyond' as const)
}

function pathsOf(
  firm: Company,
  facts: RegionFacts,
  known: readonly Known[],
  limitSeconds: number,
): TransformationPath[] {
  const products = new Map(
    facts.taxonomy.flatMap(({ segmentId, products: its }) =>
      its.map(({ productId, name }) => [productId, { segmentId, name }] as const),
    ),
  )
  return facts.transformationPaths.flatMap((row) => {
    const [from, to] = [products.get(row.fromProductId), products.get(row.toProductId)]
    if (!from || !to || !firm.properties.productIds.includes(row.fromProductId)) return []
    const needing = new Set(
      facts.productInputs
        .filter(({ inputProductId }) => inputProductId === row.toProductId)
        .map(({ productId }) => productId),
    )
    const buyers = known.filter(
      ({ kind, buyer: { id, properties } }) =>
        id !== firm.id &&
        (kind === 'plant' || properties.productIds.some((product) => needing.has(product))),
    )
    const counts = { within: 0, perhaps: 0, beyond: 0, unmeasured: 0 }
    for (const { trip } of buyers) counts[reachOf(trip, limitSeconds)] += 1
    return [
      {
        fromProduct: from.name,
        toSegmentId: to.segmentId,
        toProductId: row.toProductId,
        toProduct: to.name,
        reason: { zh: row.reasonZh, en: row.reasonEn },
        isOurReading: row.basis === 'our_reading',
        source: row.source,
        isThere: firm.properties.segmentIds.includes(to.segmentId),
        buyers: counts,
        nearest: nearestOf(buyers, limitSeconds),
      },
    ]
  })
}

function nearestOf(buyers: readonly Known[], limitSeconds: number): TransformationPath['nearest'] {
  return buyers
    .flatMap(({ trip, kind, buyer: { properties } }) =>
      trip?.kind === 'reached' && trip.duration.lowSeconds <= limitSeconds
        ? [
            {
              id: properties.id,
              nameZh: properties.nameZh,
              nameEn: properties.nameEn,
              kind,
              duration: trip.duration,
            },
          ]
        : [],
    )
    .sort(
      (a, b) => a.duration.centralSeconds - b.duration.centralSeconds || a.id.localeCompare(b.id),
    )
    .slice(0, NEAREST)
}
