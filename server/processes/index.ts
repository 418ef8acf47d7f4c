// Every analysis the API offers; a new one is a new file and a line here, as in the contract.
import type { z } from 'zod'
import {
  PROCESS_SHAPES,
  type ProcessId,
  type ProcessInputs,
  type ProcessResult,
} from '#geodata/contract/processes/index.ts'
import { parseOrProblem } from '#server/http/problem.ts'
import { comparisonProcess } from '#server/processes/comparison.ts'
import { coverageProcess } from '#server/processes/coverage.ts'
import { disruptionProcess } from '#server/processes/disruption.ts'
import { gapFillingProcess } from '#server/processes/gap-filling.ts'
import { handoutProcess } from '#server/processes/handout.ts'
import { isochroneProcess } from '#server/processes/isochrone.ts'
import { isodistanceProcess } from '#server/processes/isodistance.ts'
import { jitWindowProcess } from '#server/processes/jit-window.ts'
import { localSourcingProcess } from '#server/processes/local-sourcing.ts'
import { locationAllocationProcess } from '#server/processes/location-allocation.ts'
import { logisticsProcess } from '#server/processes/logistics.ts'
import { mapProcess } from '#server/processes/map.ts'
import { nearestProcess } from '#server/processes/nearest.ts'
import { odMatrixProcess } from '#server/processes/od-matrix.ts'
import { parkIndexProcess } from '#server/processes/park-index.ts'
import { poolingProcess } from '#server/processes/pooling.ts'
import type {
  Gathered,
  GatheringDeps,
  KeepingDeps,
  KeptRow,
  Process,
  Report,
} from '#server/processes/process.ts'
import { provenanceProcess } from '#server/processes/provenance.ts'
import { questionnaireProcess } from '#server/processes/questionnaire.ts'
import { questionnaireAnswersProcess } from '#server/processes/questionnaire-answers.ts'
import { reportProcess } from '#server/processes/report.ts'
import { routeProcess } from '#server/processes/route.ts'
import { scenariosProcess } from '#server/processes/scenarios.ts'
import { sensitivityProcess } from '#server/processes/sensitivity.ts'
import { sitingProcess } from '#server/processes/siting.ts'
import { supplyChainProcess } from '#server/processes/supply-chain.ts'
import { surfaceProcess } from '#server/processes/surface.ts'
import { transformationProcess } from '#server/processes/transformation.ts'
import { vehicleParkProcess } from '#server/processes/vehicle-park.ts'
import { verifyProcess } from '#server/processes/verify.ts'
import { verifyReportProcess } from '#server/processes/verify-report.ts'
import { whatWouldWinProcess } from '#server/processes/what-would-win.ts'
import type { Region } from '#server/region/region.ts'

export const PROCESSES: { readonly [Id in ProcessId]: Process<Id> } = {
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
  comparison: comparisonProcess,
  provenance: provenanceProcess,
  questionnaire: questionnaireProcess,
  'questionnaire-answers': questionnaireAnswersProcess,
  scenarios: scenariosProcess,
  'what-would-win': whatWouldWinProcess,
  report: reportProcess,
  handout: handoutProcess,
  map: mapProcess,
  'verify-report': verifyReportProcess,
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

/** Inputs as they came, with the defaults filled in; a ProblemError says what is wrong with them. */
export function inputsOf<Id extends ProcessId>(id: Id, given: unknown): ProcessInputs<Id> {
  const shape: z.ZodType = PROCESS_SHAPES[id].inputs
  // The compiler does not see that the shape of an id parses to the inputs of that id.
  return parseOrProblem(shape, given, '/inputs') as ProcessInputs<Id>
}

/** Runs an analysis over inputs as they came. */
export function runProcess<Id extends ProcessId>(
  id: Id,
  region: Region,
  given: unknown,
  report?: Report,
  gathered?: Gathered,
): ProcessResult<Id> {
  return PROCESSES[id].run(region, inputsOf(id, given), report, gathered)
}

/** What only the server knows of what an analysis needs; a ProblemError says what it does not have. */
export async function gatheredFor(
  id: ProcessId,
  deps: GatheringDeps,
  given: unknown,
): Promise<Gathered | undefined> {
  const { gather } = PROCESSES[id] as Process<typeof id>
  return gather?.(deps, inputsOf(id, given) as never)
}

/** Keeps what must be found again of a result; undefined where nothing must. */
export function keeperOf(
  id: ProcessId,
  deps: KeepingDeps,
  gathered: Gathered | undefined,
): ((result: ProcessResult<ProcessId>) => Promise<KeptRow | null>) | undefined {
  const { keep } = PROCESSES[id] as Process<typeof id>
  return keep && ((result) => keep(deps, result as never, gathered))
}

/** About how many milliseconds of the processor these inputs take. */
export function workOf<Id extends ProcessId>(id: Id, region: Region, given: unknown): number {
  return PROCESSES[id].work(inputsOf(id, given), region)
}

export function isProcess(id: string): id is ProcessId {
  return Object.hasOwn(PROCESSES, id)
}
