// Where should k suppliers of a product stand?

import { locationAllocation } from '#geodata/analysis/allocation/location-allocation.ts'
import { answer, groundFor, requireNetwork, unknownId } from '#geodata/analysis/answering/asked.ts'
import { firmsAndParks } from '#geodata/analysis/facts.ts'
import { doubtfulEnds } from '#geodata/analysis/ground/access-doubt.ts'
import { sourcingKnown } from '#geodata/analysis/sourcing/known.ts'
import { PROOF_MILLISECONDS, type Process, sourcingWork } from '#server/processes/process.ts'
import { solve } from '#server/processes/solver.ts'

export const locationAllocationProcess: Process<'location-allocation'> = {
  title: '区位配置 Location-allocation',
  description:
    'k parks for a product: most vehicle plants within X truck minutes, or least weighted minutes, with existing suppliers fixed; greedy with exchanges at once, exact with proof.',
  work: (inputs, region) => sourcingWork(region, inputs) + (inputs.exact ? PROOF_MILLISECONDS : 0),
  run: (region, inputs) => {
    const network = requireNetwork(region, inputs)
    const ground = groundFor(network, inputs)
    const isProduct = region.facts.taxonomy.some(({ products }) =>
      products.some(({ productId }) => productId === inputs.productId),
    )
    if (!isProduct) throw unknownId(inputs.productId, '/inputs/productId')
    const outcome = sourcingKnown(ground, region.facts, inputs)
    if (outcome.kind === 'unknown-id') throw unknownId(outcome.id, outcome.pointer)
    const { known } = outcome
    for (const [index, id] of (inputs.parkIds ?? []).entries()) {
      if (!known.parks.some((park) => park.id === id)) {
        throw unknownId(id, `/inputs/parkIds/${index}`)
      }
    }
    const prove = inputs.exact ? { solve, limitSeconds: inputs.limitSeconds } : null
    const { plantIds, network: _, conditions, profile, ...settings } = inputs
    return answer(region, network, inputs, {
      ...locationAllocation(known, settings, prove),
      doubtfulEnds: doubtfulEnds(
        ground,
        firmsAndParks(region.facts, known.firms, known.parks, known.plants),
      ),
    })
  },
}
