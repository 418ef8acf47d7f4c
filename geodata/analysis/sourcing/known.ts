// What local sourcing stands on: products, plants, and the truck time of every firm to every plant.
import { coverageKnown } from '#geodata/analysis/coverage/known.ts'
import { placeOf, type RegionFacts } from '#geodata/analysis/facts.ts'
import { endOf, type Ground, tripsBetween } from '#geodata/analysis/ground/trips.ts'
import { neededProducts } from '#geodata/analysis/sourcing/needed-products.ts'
import type { Seconds } from '#geodata/contract/processes/coverage.ts'
import type { SourcingKnown } from '#geodata/contract/processes/local-sourcing.ts'

type Asked = { plantIds?: string[] | undefined }
type Outcome =
  | { kind: 'known'; known: SourcingKnown }
  | { kind: 'unknown-id'; pointer: string; id: string }

export function sourcingKnown(ground: Ground, facts: RegionFacts, { plantIds }: Asked): Outcome {
  const outcome = coverageKnown(ground, facts, { vehicleParkIds: undefined, plantIds })
  if (outcome.kind === 'unknown-id') return outcome
  const { destinations, firms, plantsLeftOut } = outcome.known
  const plantCount = destinations.filter(({ kind }) => kind === 'plant').length
  const plants = destinations.slice(0, plantCount)
  const { needed, leftOut } = neededProducts(facts)
  const capacityOf = new Map(
    facts.plants.map((row) => [row.companyId, row.designedCapacityVehiclesPerYear]),
  )
  return {
    kind: 'known',
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
      firms: firms
        .filter(({ makes }) => makes.length > 0)
        .map(({ id, nameZh, nameEn, parkId, makes, secondsTo }) => ({
          id,
          nameZh,
          nameEn,
          parkId,
          productIds: makes.flatMap((one) => one.productIds),
          onlySegmentIds: makes
            .filter(({ bases }) => bases.includes('segment'))
            .map(({ segmentId }) => segmentId),
          secondsTo: secondsTo.slice(0, plantCount),
        })),
      parks: parksOf(
        ground,
        facts,
        plants.map(({ id }) => id),
      ),
    },
  }
}

/** The parks that could take a supplier, with their times to the plants. */
function parksOf(
  ground: Ground,
  facts: RegionFacts,
  plantIds: readonly string[],
): SourcingKnown['parks'] {
  const firmOf = new Map(facts.companies.map((firm) => [firm.properties.id, firm]))
  const ends = plantIds.flatMap((id) => {
    const firm = firmOf.get(id)
    const place = firm && placeOf(firm)
    return place ? [endOf(ground, place)] : []
  })
  const parks = facts.parks.flatMap((park) => {
    const place = placeOf(park)
    return place && park.properties.stage !== 'partner' ? [{ park, end: endOf(ground, place) }] : []
  })
  const trips = tripsBetween(
    ground,
    parks.map(({ end }) => end),
    ends,
  )
  return parks.map(({ park: { properties } }, row) => {
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
      secondsTo: (trips[row] ?? []).map((trip): Seconds => {
        if (trip.kind !== 'reached') return null
        const { lowSeconds, centralSeconds, highSeconds } = trip.duration
        return [lowSeconds, centralSeconds, highSeconds]
      }),
    }
  })
}
