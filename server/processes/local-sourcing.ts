// What share of what plants need is made within X minutes, today and with new suppliers?

import { answer, groundFor, requireNetwork, unknownId } from '#geodata/analysis/answering/asked.ts'
import { doubtTold } from '#geodata/analysis/doubt/assumptions.ts'
import { firmsAndParks } from '#geodata/analysis/facts.ts'
import { doubtfulEnds } from '#geodata/analysis/ground/access-doubt.ts'
import { withSupplier } from '#geodata/analysis/sourcing/drawn-cells.ts'
import { likelyRates } from '#geodata/analysis/sourcing/drawn-rates.ts'
import { sourcingRates } from '#geodata/analysis/sourcing/rates.ts'
import type {
  LocalSourcingInputs,
  SourcingKnown,
} from '#geodata/contract/processes/local-sourcing.ts'
import { drawnSourcing } from '#server/processes/drawn-sourcing.ts'
import { drawnSourcingWork, type Process } from '#server/processes/process.ts'

export const localSourcingProcess: Process<'local-sourcing'> = {
  title: '本地配套率 Local sourcing rate',
  description:
    'Shares of the products each vehicle plant takes in with one and two known suppliers within X truck minutes, as intervals, today and with suppliers that are not there yet.',
  work: (inputs, region) => drawnSourcingWork(region, inputs),
  run: (region, inputs) => {
    const network = requireNetwork(region, inputs)
    const ground = groundFor(network, inputs)
    const { known, drawn } = drawnSourcing(region, network, ground, inputs)
    const { withinMinutes } = inputs
    const added = addedTo(known, inputs.added)
    return answer(region, network, inputs, {
      today: likelyRates(sourcingRates(known, withinMinutes), known, drawn),
      withAdded:
        added.length > 0
          ? likelyRates(
              sourcingRates(known, withinMinutes, added),
              known,
              added.reduce((cells, { product, park }) => withSupplier(cells, product, park), drawn),
            )
          : null,
      known,
      doubtfulEnds: doubtfulEnds(
        ground,
        firmsAndParks(region.facts, known.firms, known.parks, known.plants),
      ),
      doubt: doubtTold(inputs.doubt, ['place', 'speed', 'maker']),
    })
  },
}

/** Suppliers that are not there yet, by where their products and parks are in what is known. */
function addedTo({ products, parks }: SourcingKnown, asked: LocalSourcingInputs['added']) {
  const isList = Array.isArray(asked)
  return [asked ?? []].flat().map(({ productId, parkId }, index) => {
    const pointer = isList ? `/inputs/added/${index}` : '/inputs/added'
    const park = parks.findIndex(({ id }) => id === parkId)
    const product = products.findIndex((one) => one.productId === productId)
    if (park < 0) throw unknownId(parkId, `${pointer}/parkId`)
    if (product < 0) throw unknownId(productId, `${pointer}/productId`)
    return { productId, product, park, secondsTo: parks[park]?.secondsTo ?? [] }
  })
}
