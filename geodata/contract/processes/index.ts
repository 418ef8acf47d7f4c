// What does each analysis take and give? Server, page and the description of the API follow from this table.
import type { z } from 'zod'
import { ComparisonInputs, ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import { CoverageInputs, CoverageResult } from '#geodata/contract/processes/coverage.ts'
import { DisruptionInputs, DisruptionResult } from '#geodata/contract/processes/disruption.ts'
import { GapFillingInputs, GapFillingResult } from '#geodata/contract/processes/gap-filling.ts'
import { HandoutInputs, HandoutResult } from '#geodata/contract/processes/handout.ts'
import { IsochroneInputs, IsochroneResult } from '#geodata/contract/processes/isochrone.ts'
import { IsodistanceInputs, IsodistanceResult } from '#geodata/contract/processes/isodistance.ts'
import { JitWindowInputs, JitWindowResult } from '#geodata/contract/processes/jit-window.ts'
import {
  LocalSourcingInputs,
  LocalSourcingResult,
} from '#geodata/contract/processes/local-sourcing.ts'
import {
  LocationAllocationInputs,
  LocationAllocationResult,
} from '#geodata/contract/processes/location-allocation.ts'
import { LogisticsInputs, LogisticsResult } from '#geodata/contract/processes/logistics.ts'
import { MapInputs, MapResult } from '#geodata/contract/processes/map.ts'
import { NearestInputs, NearestResult } from '#geodata/contract/processes/nearest.ts'
import { OdMatrixInputs, OdMatrixResult } from '#geodata/contract/processes/od-matrix.ts'
import { ParkIndexInputs, ParkIndexResult } from '#geodata/contract/processes/park-index.ts'
import { ProvenanceInputs, ProvenanceResult } from '#geodata/contract/processes/provenance.ts'
import {
  QuestionnaireInputs,
  QuestionnaireResult,
} from '#geodata/contract/processes/questionnaire.ts'
import {
  QuestionnaireAnswersInputs,
  QuestionnaireAnswersResult,
} from '#geodata/contract/processes/questionnaire-answers.ts'
import { ReportInputs, ReportResult } from '#geodata/contract/processes/report.ts'
import { RouteInputs, RouteResult } from '#geodata/contract/processes/route.ts'
import { ScenariosInputs, ScenariosResult } from '#geodata/contract/processes/scenarios.ts'
import { SensitivityInputs, SensitivityResult } from '#geodata/contract/processes/sensitivity.ts'
import { SitingInputs, SitingResult } from '#geodata/contract/processes/siting.ts'
import { SupplyChainInputs, SupplyChainResult } from '#geodata/contract/processes/supply-chain.ts'
import { SurfaceInputs, SurfaceResult } from '#geodata/contract/processes/surface.ts'
import {
  PoolingInputs,
  PoolingResult,
  TransformationInputs,
  TransformationResult,
} from '#geodata/contract/processes/transformation.ts'
import { VehicleParkInputs, VehicleParkResult } from '#geodata/contract/processes/vehicle-park.ts'
import { VerifyInputs, VerifyResult } from '#geodata/contract/processes/verify.ts'
import {
  VerifyReportInputs,
  VerifyReportResult,
} from '#geodata/contract/processes/verify-report.ts'
import {
  WhatWouldWinInputs,
  WhatWouldWinResult,
} from '#geodata/contract/processes/what-would-win.ts'

export const PROCESS_SHAPES = {
  nearest: { inputs: NearestInputs, result: NearestResult },
  isochrone: { inputs: IsochroneInputs, result: IsochroneResult },
  isodistance: { inputs: IsodistanceInputs, result: IsodistanceResult },
  'od-matrix': { inputs: OdMatrixInputs, result: OdMatrixResult },
  route: { inputs: RouteInputs, result: RouteResult },
  siting: { inputs: SitingInputs, result: SitingResult },
  verify: { inputs: VerifyInputs, result: VerifyResult },
  surface: { inputs: SurfaceInputs, result: SurfaceResult },
  logistics: { inputs: LogisticsInputs, result: LogisticsResult },
  sensitivity: { inputs: SensitivityInputs, result: SensitivityResult },
  comparison: { inputs: ComparisonInputs, result: ComparisonResult },
  provenance: { inputs: ProvenanceInputs, result: ProvenanceResult },
  questionnaire: { inputs: QuestionnaireInputs, result: QuestionnaireResult },
  'questionnaire-answers': {
    inputs: QuestionnaireAnswersInputs,
    result: QuestionnaireAnswersResult,
  },
  scenarios: { inputs: ScenariosInputs, result: ScenariosResult },
  'what-would-win': { inputs: WhatWouldWinInputs, result: WhatWouldWinResult },
  report: { inputs: ReportInputs, result: ReportResult },
  handout: { inputs: HandoutInputs, result: HandoutResult },
  map: { inputs: MapInputs, result: MapResult },
  'verify-report': { inputs: VerifyReportInputs, result: VerifyReportResult },
  coverage: { inputs: CoverageInputs, result: CoverageResult },
  'local-sourcing': { inputs: LocalSourcingInputs, result: LocalSourcingResult },
  'gap-filling': { inputs: GapFillingInputs, result: GapFillingResult },
  'location-allocation': { inputs: LocationAllocationInputs, result: LocationAllocationResult },
  disruption: { inputs: DisruptionInputs, result: DisruptionResult },
  'vehicle-park': { inputs: VehicleParkInputs, result: VehicleParkResult },
  transformation: { inputs: TransformationInputs, result: TransformationResult },
  pooling: { inputs: PoolingInputs, result: PoolingResult },
  'park-index': { inputs: ParkIndexInputs, result: ParkIndexResult },
  'supply-chain': { inputs: SupplyChainInputs, result: SupplyChainResult },
  'jit-window': { inputs: JitWindowInputs, result: JitWindowResult },
} as const satisfies Record<string, { inputs: z.ZodType; result: z.ZodType }>

export type ProcessId = keyof typeof PROCESS_SHAPES
/** What a client sends: what it leaves out takes the defaults. */
export type AskedInputs<Id extends ProcessId> = z.input<(typeof PROCESS_SHAPES)[Id]['inputs']>
/** What the analysis is given: every default is filled in. */
export type ProcessInputs<Id extends ProcessId> = z.output<(typeof PROCESS_SHAPES)[Id]['inputs']>
export type ProcessResult<Id extends ProcessId> = z.output<(typeof PROCESS_SHAPES)[Id]['result']>
