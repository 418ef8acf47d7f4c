// What is answered where a comparison gives a chart nothing to draw?
import { ProblemError } from '#geodata/contract/problem-error.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

export function nothingToDraw({ zh, en }: Bilingual): ProblemError {
  return new ProblemError(422, `There is nothing to draw: ${en}.`, `没有可画的内容：${zh}。`)
}
