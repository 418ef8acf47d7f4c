// What share of what plants need is made within X minutes, today and with a new supplier?

import { firmsAndParks } from '#geodata/analysis/facts.ts'
import { doubtfulEnds } from '#geodata/analysis/ground/access-doubt.ts'
import { sourcingKnown } from '#geodata/analysis/sourcing/known.ts'
import { sourcingRates } from '#geodata/analysis/sourcing/rates.ts'
import {
  answer,
  groundFor,
  type Process,
  requireNetwork,
  sourcingWork,
  unknownId,
} from '#server/processes/process.ts'

export const localSourcingProcess: Process<'local-sourcing'> = {
  title: '本地配套率 Local sourcing rate',
  description:
    'Shares of the products each vehicle plant takes in with one and two known suppliers within X truck minutes, as intervals, today and with a supplier that is not there yet.',
  work: (inputs, region) => sourcingWork(region, inputs),
  run: (region, inputs) => {
    const network = requireNetwork(region, inputs)
    const ground = groundFor(network, inputs)
    const outcome = sourcingKnown(ground, region.facts, inputs)
    if (outcome.kind === 'unknown-id') throw unknownId(outcome.id, outcome.pointer)
    const { known } = outcome
    const { added, withinMinutes } = inputs
    const park = added && known.parks.find(({ id }) => id === added.parkId)
    if (added && !park) throw unknownId(added.parkId, '/inputs/added/parkId')
    if (added && !known.products.some(({ productId }) => productId === added.productId)) {
      throw unknownId(added.productId, '/inputs/added/productId')
    }
    return answer(region, network, inputs, {
      today: sourcingRates(known, withinMinutes),
      withAdded:
        added && park
          ? sourcingRates(known, withinMinutes, {
              productId: added.productId,
              secondsTo: park.secondsTo,
            })
          : null,
      known,
      doubtfulEnds: doubtfulEnds(
        ground,
        firmsAndParks(region.facts, known.firms, known.parks, known.plants),
      ),
    })
  },
}
