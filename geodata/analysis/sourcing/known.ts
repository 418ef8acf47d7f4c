// What local sourcing stands on: products, plants, and the truck time of every firm to every plant.
import { coverageKnown } from '#geodata/analysis/coverage/known.ts'
import type { Named } from '#geodata/analysis/doubt/drawing.ts'
import { placeOf, type RegionFacts } from '#geodata/analysis/facts.ts'
import { endOf, type Ground, type Trip, tripsBetween } from '#geodata/analysis/ground/trips.ts'
import { type Doubted, type ToldPair, toldPairs } from '#geodata/analysis/siting/told-pairs.ts'
import type { SourcingPairs } from '#geodata/analysis/sourcing/drawn-cells.ts'
import { neededProducts } from '#geodata/analysis/sourcing/needed-products.ts'
import type { Company, Park } from '#geodata/contract/collections.ts'
import type { Seconds } from '#geodata/contract/processes/coverage.ts'
import type { SourcingKnown } from '#geodata/contract/processes/local-sourcing.ts'

type Asked = { plantIds?: string[] | undefined }
type Outcome =
  | { kind: 'known'; known: SourcingKnown; pairs: SourcingPairs | null }
  | { kind: 'unknown-id'; pointer: string; id: string }

/** `doubted`: what minutes are drawn from; without it, bounds are those of the radii, and nothing is likely. */
export function sourcingKnown(
  ground: Ground,
  facts: RegionFacts,
  { plantIds }: Asked,
  doubted: Doubted | null = null,
): Outcome {
  const outcome = coverageKnown(ground, facts, { vehicleParkIds: undefined, plantIds })
  if (outcome.kind === 'unknown-id') return outcome
  const { destinations, firms, plantsLeftOut } = outcome.known
  const plants = destinations.filter(({ kind }) => kind === 'plant')
  const { needed, leftOut } = neededProducts(facts)
  const capacityOf = new Map(
    facts.plants.map((row) => [row.companyId, row.designedCapacityVehiclesPerYear]),
  )
  const makers = firms.filter(({ makes }) => makes.length > 0)
  const places = placedOf(facts.companies)
  const there = plants.flatMap(({ id }) => places.get(id) ?? [])
  const parks = facts.parks.flatMap((park) => {
    const place = placeOf(park)
    const { id, stage } = park.properties
    return place && stage !== 'partner' ? [{ park, named: { id, place } }] : []
  })
  const sites = parks.map(({ named }) => named)
  const pairs = doubted && {
    firms: pairsOfFirms(ground, doubted, makers, places, there),
    parks: toldPairs(ground, doubted, sites, there, 'outward'),
  }
  const endsOf = (some: readonly Named[]) => some.map(({ place }) => endOf(ground, place))
  const trips = pairs ? [] : tripsBetween(ground, endsOf(sites), endsOf(there))
  return {
    kind: 'known',
    pairs,
    known: {
      products: needed,
      productsLeftOut: leftOut,
      plants: plants.map(({ id, nameZh, nameEn }) => ({
        id,
        nameZh,
        nameEn,
        capacity: capacityOf.get(id) ?? null,
      })),
      plantsLeftOut,
      firms: makers.map(({ id, nameZh, nameEn, parkId, makes, secondsTo }, firm) => ({
        id,
        nameZh,
        nameEn,
        parkId,
        productIds: makes.flatMap((one) => one.productIds),
        onlySegmentIds: makes
          .filter(({ bases }) => bases.includes('segment'))
          .map(({ segmentId }) => segmentId),
        ...toldTo(secondsTo.slice(0, plants.length), pairs?.firms[firm]),
      })),
      parks: parks.map(({ park }, row) => ({
        ...parkOf(park),
        ...toldTo(
          plants.map((_, plant) => secondsOf(trips[row]?.[plant])),
          pairs?.parks[row],
        ),
      })),
    },
  }
}

/** Firms by their ids, where their place is known. */
function placedOf(companies: readonly Company[]): Map<string, Named> {
  return new Map(
    companies.flatMap((company) => {
      const place = placeOf(company)
      const { id } = company.properties
      return place ? [[id, { id, place }] as const] : []
    }),
  )
}

/** From every maker to every plant; null: its place is unknown. */
function pairsOfFirms(
  ground: Ground,
  doubted: Doubted,
  makers: readonly { id: string }[],
  places: ReadonlyMap<string, Named>,
  plants: readonly Named[],
): SourcingPairs['firms'] {
  const placed = makers.flatMap(({ id }) => places.get(id) ?? [])
  const columns = new Map(placed.map(({ id }, column) => [id, column]))
  const toPlants = toldPairs(ground, doubted, plants, placed, 'inward')
  return makers.map(({ id }) => {
    const column = columns.get(id)
    return toPlants.map((row) => (column === undefined ? null : (row[column] ?? null)))
  })
}

/** Seconds with the bounds that hold every draw, and what is likely of them. */
function toldTo(
  ruled: readonly Seconds[],
  pairs: readonly (ToldPair | null)[] | undefined,
): Pick<SourcingKnown['firms'][number], 'secondsTo' | 'likelySecondsTo'> {
  return {
    secondsTo: ruled.map((seconds, plant) => {
      const duration = pairs?.[plant]?.duration
      return duration
        ? [duration.lowSeconds, duration.centralSeconds, duration.highSeconds]
        : seconds
    }),
    likelySecondsTo: ruled.map((_, plant) => {
      const likely = pairs?.[plant]?.likelyMinutes
      return likely ? [likely[0] * 60, likely[1] * 60] : null
    }),
  }
}

/** A park that could take a supplier. */
function parkOf({ properties }: Park) {
  const { id, labelZh, labelEn, segmentIds } = properties
  const planned = properties.plannedAreaSquareKilometers
  const developed = properties.developedAreaSquareKilometers
  return {
    id,
    nameZh: labelZh,
    nameEn: labelEn,
    segmentIds,
    undevelopedHectares:
      planned === null || developed === null ? null : 100 * (planned - developed),
  }
}

function secondsOf(trip: Trip | undefined): Seconds {
  if (trip?.kind !== 'reached') return null
  const { lowSeconds, centralSeconds, highSeconds } = trip.duration
  return [lowSeconds, centralSeconds, highSeconds]
}
