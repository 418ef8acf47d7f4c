// What lies nearest to a place by truck time?
import { nearest } from '#geodata/analysis/nearest/nearest.ts'
import {
  answer,
  conditionsWork,
  drawnPairWork,
  groundFor,
  type Process,
  requireAccess,
  requireNetwork,
  requireProduct,
  requireSegment,
} from '#server/processes/process.ts'
import { cloudsOf } from '#server/region/clouds.ts'

export const nearestProcess: Process<'nearest'> = {
  title: '最近 Nearest',
  description:
    'Parks, companies, hubs or platforms by truck time and by straight line from or to a place: both ranks, the detour, and where the straight line misleads.',
  work: (inputs, region) =>
    15 +
    region.facts[inputs.collection].length * drawnPairWork(inputs) +
    conditionsWork(region, inputs, 2),
  run: (region, inputs) => {
    requireSegment(region, inputs.segmentId)
    requireProduct(region, inputs.productId)
    const network = requireNetwork(region, inputs)
    const access = requireAccess(network, inputs.origin, '/inputs/origin')
    const clouds = cloudsOf(network, region.facts)
    const found = nearest(groundFor(network, inputs), region.facts, inputs, clouds)
    return answer(region, network, inputs, { ...found, access })
  },
}
