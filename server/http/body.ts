// What JSON did the request carry?
import type { Context } from 'hono'
import { ProblemError } from '#server/http/problem.ts'

/** application/json, application/geo+json and the like; a form of another site is none of them. */
const JSON_TYPE = /^application\/([\w.-]+\+)?json\s*(;|$)/i

/** The parsed body; a 415 when it does not call itself JSON, a 400 that says where it stops being it. */
export async function readJson(c: Context): Promise<unknown> {
  const type = c.req.header('Content-Type') ?? ''
  if (!JSON_TYPE.test(type)) {
    throw new ProblemError(
      415,
      `Content-Type came as “${type}”; expected application/json or application/geo+json.`,
      `Content-Type 收到“${type}”；应为 application/json 或 application/geo+json。`,
    )
  }
  const text = await c.req.text()
  try {
    return JSON.parse(text)
  } catch (error) {
    const why = error instanceof Error ? error.message : 'not JSON'
    throw new ProblemError(
      400,
      'The body is not JSON; see errors.',
      '请求体不是合法的 JSON，见 errors。',
      [{ pointer: '', detail: why, detailZh: `不是合法的 JSON（NaN、Infinity 也不是）：${why}` }],
    )
  }
}
