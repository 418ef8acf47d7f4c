// Which park suits a product best, and why?
import { rankedSiting } from '#geodata/analysis/answering/siting.ts'
import { type Process, sitingWork } from '#server/processes/process.ts'

export const sitingProcess: Process<'siting'> = {
  title: '选址 Siting',
  description: 'Parks and pins ranked for a product, every term explained, unknowns as intervals.',
  work: (inputs, region) => sitingWork(region, inputs),
  run: (region, inputs) => rankedSiting(region, inputs),
}
