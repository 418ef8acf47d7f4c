// What JSON did the request carry?
import type { Context } from 'hono'
import { ProblemError } from '#server/problem.ts'

/** The parsed body; a 400 that says where it stops being JSON. */
export async function readJson(c: Context): Promise<unknown> {
  const text = await c.req.text()
  try {
    return JSON.parse(text)
  } catch (error) {
    const why = error instanceof Error ? error.message : 'not JSON'
    throw new ProblemError(400, `The body is not JSON: ${why}`, `请求体不是合法的 JSON：${why}`, [
      { pointer: '', detail: why, detailZh: '不是合法的 JSON（NaN、Infinity 也不是）' },
    ])
  }
}
