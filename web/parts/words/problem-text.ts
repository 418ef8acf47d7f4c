// What went wrong, in the reader's language?
import type { Problem } from '#geodata/contract/problem.ts'
import { say } from '#web/messages/index.ts'
import { QUESTION_WORDS, refusalText } from '#web/parts/words/refusal-text.ts'

/** `waiting` where no answer came: that the server is away is said of the whole page, here what waits for it. */
export function problemOrWait(problem: Problem, waiting: string): string {
  return problem.status === 0 ? waiting : problemText(problem)
}

/** The problem as sentences: what came, then each bad field by its label; nothing is said twice. */
export function problemText(problem: Problem, words = QUESTION_WORDS): string {
  const errors = problem.errors ?? []
  const whole = say({ zh: problem.detailZh, en: problem.detail })
  const fields = errors.map((error) => refusalText(error, words))
  const isOfOne = errors.some((error) => say({ zh: error.detailZh, en: error.detail }) === whole)
  return [...new Set(isOfOne ? fields : [whole, ...fields])].join(' ')
}
