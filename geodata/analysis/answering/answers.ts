// The questions that are answered wherever facts and networks lie: on a server, on its threads, in a page.
import { isochroneAnswer } from '#geodata/analysis/answering/isochrone.ts'
import type { KnownRegion } from '#geodata/analysis/answering/known-region.ts'
import { nearestAnswer, odMatrixAnswer } from '#geodata/analysis/answering/nearest.ts'
import { rankedSiting } from '#geodata/analysis/answering/siting.ts'
import { surfaceAnswer } from '#geodata/analysis/answering/surface.ts'
import { parseOrProblem } from '#geodata/contract/problem-error.ts'
import type { ProcessResult } from '#geodata/contract/processes/index.ts'
import { IsochroneInputs } from '#geodata/contract/processes/isochrone.ts'
import { NearestInputs } from '#geodata/contract/processes/nearest.ts'
import { OdMatrixInputs } from '#geodata/contract/processes/od-matrix.ts'
import { SitingInputs } from '#geodata/contract/processes/siting.ts'
import { SurfaceInputs } from '#geodata/contract/processes/surface.ts'

type Report = (done: number, total: number) => void

const ANSWERS = {
  isochrone: (region: KnownRegion, given: unknown) =>
    isochroneAnswer(region, parseOrProblem(IsochroneInputs, given, '/inputs')),
  nearest: (region: KnownRegion, given: unknown) =>
    nearestAnswer(region, parseOrProblem(NearestInputs, given, '/inputs')),
  'od-matrix': (region: KnownRegion, given: unknown) =>
    odMatrixAnswer(region, parseOrProblem(OdMatrixInputs, given, '/inputs')),
  siting: (region: KnownRegion, given: unknown) =>
    rankedSiting(region, parseOrProblem(SitingInputs, given, '/inputs')),
  surface: (region: KnownRegion, given: unknown, report?: Report) =>
    surfaceAnswer(region, parseOrProblem(SurfaceInputs, given, '/inputs'), report),
}

/** What can be answered anywhere. */
export type AnsweredId = keyof typeof ANSWERS

/** The answer to inputs as they came, as the server gives it; a ProblemError says what is wrong with them. */
export function answerTo<Id extends AnsweredId>(
  id: Id,
  region: KnownRegion,
  given: unknown,
  report?: Report,
): ProcessResult<Id> {
  const run = ANSWERS[id] as (
    region: KnownRegion,
    given: unknown,
    report?: Report,
  ) => ProcessResult<Id>
  return run(region, given, report)
}
