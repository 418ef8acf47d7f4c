// Where does a truck get in time from a place, or to it?
import { isochroneAnswer } from '#geodata/analysis/answering/isochrone.ts'
import { conditionsWork, type Process, ringsWork } from '#server/processes/process.ts'

export const isochroneProcess: Process<'isochrone'> = {
  title: '等时圈 Isochrone',
  description: 'The areas a truck reaches from a place (outward) or reaches it from (inward).',
  work: (inputs, region) => ringsWork(inputs.cutoffMinutes) + conditionsWork(region, inputs, 2),
  run: isochroneAnswer,
}
