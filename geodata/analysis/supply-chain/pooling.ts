// Which vehicle plants lie within one logistics radius, and who could serve all of them together?
//
// No source documents how much of a part a vehicle takes, so plants are counted, never volumes. A group
// is a plant and those surely within the radius of it; a group inside another is left out.
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import type { Ground } from '#geodata/analysis/ground/trips.ts'
import { reachOf, runningPlants, tripsOf } from '#geodata/analysis/supply-chain/transformation.ts'
import type { Company } from '#geodata/contract/collections.ts'
import type { PoolingInputs, PoolingResult } from '#geodata/contract/processes/transformation.ts'

export function pooling(
  ground: Ground,
  facts: RegionFacts,
  { withinMinutes }: Pick<PoolingInputs, 'withinMinutes'>,
): Omit<PoolingResult, 'basis' | 'doubtfulEnds' | 'withinMinutes'> {
  const limitSeconds = withinMinutes * 60
  const all = runningPlants(facts)
  const plants = all.filter(({ geometry }) => geometry !== null)
  const between = tripsOf(ground, plants, plants)
  const sets = plants.map((_, centre) =>
    plants.flatMap((_plant, other) =>
      other === centre || reachOf(between[centre]?.[other] ?? null, limitSeconds) === 'within'
        ? [other]
        : [],
    ),
  )
  const kept = sets
    .map((members, centre) => ({ members, centre }))
    .filter(({ members }) => members.length > 1)
    .filter(
      ({ members, centre }) =>
        !sets.some(
          (other, index) =>
            index !== centre &&
            members.every((one) => other.includes(one)) &&
            (other.length > members.length || index < centre),
        ),
    )
  const makers = facts.companies.filter(({ properties }) => properties.productIds.length > 0)
  const toPlants = tripsOf(ground, makers, plants)
  const capacityOf = new Map(facts.plants.map((plant) => [plant.companyId, plant]))
  return {
    groups: kept.map(({ members, centre }) => ({
      centreId: plants[centre]?.id ?? '',
      plants: members.flatMap((member) => {
        const plant = plants[member]
        const row = plant && capacityOf.get(plant.id)
        return plant && row
          ? [
              {
                ...named(plant),
                capacityVehiclesPerYear: row.designedCapacityVehiclesPerYear,
                source: row.source,
              },
            ]
          : []
      }),
      products: facts.taxonomy
        .filter(({ system }) => system !== null && system !== 'vehicle')
        .flatMap(({ segmentId, products }) =>
          products.flatMap(({ productId, name }) => {
            const reaching = (test: (reach: string) => boolean) =>
              makers.filter(
                (maker, row) =>
                  maker.properties.productIds.includes(productId) &&
                  members.every((member) =>
                    test(reachOf(toPlants[row]?.[member] ?? null, limitSeconds)),
                  ),
              )
            const serving = reaching((reach) => reach === 'within')
            const perhaps = reaching((reach) => reach === 'within' || reach === 'perhaps')
            if (perhaps.length === 0) return []
            return [
              {
                productId,
                product: name,
                segmentId,
                serving: serving.map(named),
                perhapsServing: perhaps.filter((maker) => !serving.includes(maker)).map(named),
              },
            ]
          }),
        ),
    })),
    unplaced: all.filter(({ geometry }) => geometry === null).map(named),
  }
}

function named({ properties: { id, nameZh, nameEn } }: Company) {
  return { id, nameZh, nameEn }
}
