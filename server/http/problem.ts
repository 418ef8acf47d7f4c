// How do we send that something came which we cannot serve? (RFC 9457, in Chinese and English)
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Problem } from '#geodata/contract/problem.ts'
import { PROBLEM_KINDS } from '#geodata/contract/problem-error.ts'

export {
  badParameter,
  PROBLEM_KINDS,
  ProblemError,
  parseOrProblem,
  refusal,
} from '#geodata/contract/problem-error.ts'

export function answerProblem(
  c: Context,
  problem: Problem,
  headers: Record<string, string> = {},
): Response {
  const kind = PROBLEM_KINDS[problem.status]
  // The address says what problems of this kind are.
  const type = kind ? `${c.get('address') ?? ''}/api/problems/${kind.id}` : problem.type
  return c.body(JSON.stringify({ ...problem, type }), problem.status as ContentfulStatusCode, {
    ...headers,
    'Content-Type': 'application/problem+json; charset=utf-8',
  })
}
