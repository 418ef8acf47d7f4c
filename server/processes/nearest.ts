// What lies nearest to a place by truck time?
import { nearestAnswer } from '#geodata/analysis/answering/nearest.ts'
import { conditionsWork, drawnPairWork, type Process } from '#server/processes/process.ts'

export const nearestProcess: Process<'nearest'> = {
  title: '最近 Nearest',
  description:
    'Parks, companies, hubs or platforms by truck time and by straight line from or to a place: both ranks, the detour, and where the straight line misleads.',
  work: (inputs, region) =>
    15 +
    region.facts[inputs.collection].length * drawnPairWork(inputs) +
    conditionsWork(region, inputs, 2),
  run: nearestAnswer,
}
