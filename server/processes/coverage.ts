// Which segments and products are covered within X truck minutes, and which are missing or doubled?

import { answer, groundFor, requireNetwork, unknownId } from '#geodata/analysis/answering/asked.ts'
import { cloudsOf } from '#geodata/analysis/answering/clouds-of.ts'
import { coverageOf } from '#geodata/analysis/coverage/coverage.ts'
import { coverageKnown, firmsAsked } from '#geodata/analysis/coverage/known.ts'
import { doubtTold } from '#geodata/analysis/doubt/assumptions.ts'
import { firmsAndParks } from '#geodata/analysis/facts.ts'
import { doubtfulEnds } from '#geodata/analysis/ground/access-doubt.ts'
import { doubtOf } from '#geodata/analysis/siting/doubt-of.ts'
import { drawnSourcingWork, type Process } from '#server/processes/process.ts'

export const coverageProcess: Process<'coverage'> = {
  title: '覆盖矩阵 Coverage',
  description:
    'Segments and products by park, district or city: known firms, assignments, suppliers within X truck minutes of a vehicle plant as an interval, gaps, thin spots and duplicated assignments.',
  work: (inputs, region) =>
    drawnSourcingWork(region, inputs, firmsAsked(region.facts, inputs).length),
  run: (region, inputs) => {
    const network = requireNetwork(region, inputs)
    const ground = groundFor(network, inputs)
    const outcome = coverageKnown(ground, region.facts, inputs, {
      clouds: cloudsOf(network, region.facts),
      doubt: doubtOf(inputs.doubt),
    })
    if (outcome.kind === 'unknown-id') throw unknownId(outcome.id, outcome.pointer)
    const { known } = outcome
    const asked = new Set(known.destinations.map(({ id }) => id))
    for (const [index, id] of (inputs.destinationIds ?? []).entries()) {
      if (!asked.has(id)) throw unknownId(id, `/inputs/destinationIds/${index}`)
    }
    const {
      vehicleParkIds,
      plantIds,
      firmFilters,
      network: _,
      conditions,
      profile,
      doubt,
      ...settings
    } = inputs
    return answer(region, network, inputs, {
      ...coverageOf(known, settings),
      known,
      doubtfulEnds: doubtfulEnds(
        ground,
        firmsAndParks(region.facts, known.firms, known.parks, known.destinations),
      ),
      doubt: doubtTold(doubt, ['place', 'speed']),
    })
  },
}
