// What share of what plants need is made within X minutes, today and with a new supplier?

import { answer, groundFor, requireNetwork, unknownId } from '#geodata/analysis/answering/asked.ts'
import { doubtTold } from '#geodata/analysis/doubt/assumptions.ts'
import { firmsAndParks } from '#geodata/analysis/facts.ts'
import { doubtfulEnds } from '#geodata/analysis/ground/access-doubt.ts'
import { withSupplier } from '#geodata/analysis/sourcing/drawn-cells.ts'
import { likelyRates } from '#geodata/analysis/sourcing/drawn-rates.ts'
import { sourcingRates } from '#geodata/analysis/sourcing/rates.ts'
import { drawnSourcing } from '#server/processes/drawn-sourcing.ts'
import { drawnSourcingWork, type Process } from '#server/processes/process.ts'

export const localSourcingProcess: Process<'local-sourcing'> = {
  title: '本地配套率 Local sourcing rate',
  description:
    'Shares of the products each vehicle plant takes in with one and two known suppliers within X truck minutes, as intervals, today and with a supplier that is not there yet.',
  work: (inputs, region) => drawnSourcingWork(region, inputs),
  run: (region, inputs) => {
    const network = requireNetwork(region, inputs)
    const ground = groundFor(network, inputs)
    const { known, drawn } = drawnSourcing(region, network, ground, inputs)
    const { added, withinMinutes } = inputs
    const park = known.parks.findIndex(({ id }) => id === added?.parkId)
    const product = known.products.findIndex(({ productId }) => productId === added?.productId)
    if (added && park < 0) throw unknownId(added.parkId, '/inputs/added/parkId')
    if (added && product < 0) throw unknownId(added.productId, '/inputs/added/productId')
    const supplier = added && {
      productId: added.productId,
      secondsTo: known.parks[park]?.secondsTo ?? [],
    }
    return answer(region, network, inputs, {
      today: likelyRates(sourcingRates(known, withinMinutes), known, drawn),
      withAdded: supplier
        ? likelyRates(
            sourcingRates(known, withinMinutes, supplier),
            known,
            withSupplier(drawn, product, park),
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
