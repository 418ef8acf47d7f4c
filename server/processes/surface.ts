// How does every place of the city score for a product?
import { cellsAbout, surfaceAnswer } from '#geodata/analysis/answering/surface.ts'
import { conditionsWork, type Process } from '#server/processes/process.ts'

const CELL_MILLISECONDS = 0.03
/** One cell in one of the joint draws. */
const DRAW_MILLISECONDS = 0.0003
export const surfaceProcess: Process<'surface'> = {
  title: '全域面 Surface',
  description:
    'The criteria of siting that stand on truck time, measured at every cell of the H3 grid of the city and named by the nearest place, with the likely range of its score in the joint draws of siting; the parks by the same criteria alone.',
  work: (inputs, region) =>
    40 +
    (CELL_MILLISECONDS + DRAW_MILLISECONDS * inputs.rangeDraws) * cellsAbout(inputs) +
    conditionsWork(region, inputs.siting, region.facts.companies.length),
  run: surfaceAnswer,
}
