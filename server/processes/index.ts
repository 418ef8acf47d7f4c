// Every analysis the API offers; a new one is a new file and a line here.
import { coverageProcess } from '#server/processes/coverage.ts'
import { disruptionProcess } from '#server/processes/disruption.ts'
import { gapFillingProcess } from '#server/processes/gap-filling.ts'
import { isochroneProcess } from '#server/processes/isochrone.ts'
import { isodistanceProcess } from '#server/processes/isodistance.ts'
import { jitWindowProcess } from '#server/processes/jit-window.ts'
import { localSourcingProcess } from '#server/processes/local-sourcing.ts'
import { locationAllocationProcess } from '#server/processes/location-allocation.ts'
import { logisticsProcess } from '#server/processes/logistics.ts'
import { nearestProcess } from '#server/processes/nearest.ts'
import { odMatrixProcess } from '#server/processes/od-matrix.ts'
import { parkIndexProcess } from '#server/processes/park-index.ts'
import { poolingProcess } from '#server/processes/pooling.ts'
import type { Process } from '#server/processes/process.ts'
import { routeProcess } from '#server/processes/route.ts'
import { sensitivityProcess } from '#server/processes/sensitivity.ts'
import { sitingProcess } from '#server/processes/siting.ts'
import { supplyChainProcess } from '#server/processes/supply-chain.ts'
import { surfaceProcess } from '#server/processes/surface.ts'
import { transformationProcess } from '#server/processes/transformation.ts'
import { vehicleParkProcess } from '#server/processes/vehicle-park.ts'
import { verifyProcess } from '#server/processes/verify.ts'

export const PROCESSES: Record<string, Process> = {
  nearest: nearestProcess,
  isochrone: isochroneProcess,
  isodistance: isodistanceProcess,
  'od-matrix': odMatrixProcess,
  route: routeProcess,
  siting: sitingProcess,
  verify: verifyProcess,
  surface: surfaceProcess,
  logistics: logisticsProcess,
  sensitivity: sensitivityProcess,
  coverage: coverageProcess,
  'local-sourcing': localSourcingProcess,
  'gap-filling': gapFillingProcess,
  'location-allocation': locationAllocationProcess,
  disruption: disruptionProcess,
  'vehicle-park': vehicleParkProcess,
  transformation: transformationProcess,
  pooling: poolingProcess,
  'park-index': parkIndexProcess,
  'supply-chain': supplyChainProcess,
  'jit-window': jitWindowProcess,
}
