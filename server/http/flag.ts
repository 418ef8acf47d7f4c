// Is something switched on in the query?
import type { Context } from 'hono'
import { ProblemError } from '#server/http/problem.ts'

/** Absent is false; a 400 for anything but true and false. */
export function flag(c: Context, name: string): boolean {
  const text = c.req.query(name)
  if (text === undefined || text === 'false') return false
  if (text === 'true') return true
  const detail = `${name} came as “${text}”; expected true or false.`
  const detailZh = `${name} 收到“${text}”；应为 true 或 false。`
  throw new ProblemError(400, detail, detailZh, [{ pointer: `?${name}`, detail, detailZh }])
}
