// Every chart that is drawn as a file; a new one is a new file and a line here, as in the contract.
import type { ChartId } from '#geodata/contract/processes/map.ts'
import type { Chart } from '#server/maps/charts/chart.ts'
import { radarChart } from '#server/maps/charts/radar.ts'
import { roadTimesChart } from '#server/maps/charts/road-times.ts'
import { weightsChart } from '#server/maps/charts/weights.ts'
import { winnersChart } from '#server/maps/charts/winners.ts'

export const CHARTS: Readonly<Record<ChartId, Chart>> = {
  radar: radarChart,
  weights: weightsChart,
  winners: winnersChart,
  'road-times': roadTimesChart,
}
