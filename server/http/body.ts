// What JSON did the request carry?
import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'
import { ProblemError } from '#server/http/problem.ts'

/** How long a body may take to come, an upload excepted: 1 MiB at 300 kbit/s. */
const PATIENCE_MILLISECONDS = 30_000
/** How long who was told that may take to hear it. */
const GRACE_MILLISECONDS = 5000
/** A drawn area is nested 6 deep. */
const MOST_DEPTH = 64

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
  const text = await inTime(c.req.text())
  refuseDeep(text)
  try {
    return JSON.parse(text)
  } catch (error) {
    const at = placeOf(error)
    throw new ProblemError(400, 'The body is not JSON.', '请求体不是合法的 JSON。', [
      {
        pointer: '',
        detail: at
          ? `It stops being JSON at character ${at}; NaN and Infinity are no JSON either.`
          : 'It ends before it is complete, or is empty.',
        detailZh: at
          ? `第 ${at} 个字符起不是合法的 JSON；NaN、Infinity 也不是。`
          : '内容为空，或没有写完。',
      },
    ])
  }
}

/** The character where the parser stopped, counted from one; null: it came to the end. */
function placeOf(error: unknown): number | null {
  const position = /at position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
  return position === undefined ? null : Number(position) + 1
}

/** Ends the connection of a body that still comes when all is said; an upload takes as long as it takes. */
export function cutSlow(incoming: IncomingMessage): void {
  const { headers, method, url = '' } = incoming
  const hasBody = 'content-length' in headers || 'transfer-encoding' in headers
  if (!hasBody || isUpload(method, url)) return
  const timer = setTimeout(
    () => incoming.socket.destroy(),
    PATIENCE_MILLISECONDS + GRACE_MILLISECONDS,
  )
  incoming.once('end', () => clearTimeout(timer))
  incoming.once('close', () => clearTimeout(timer))
}

/** An extract or a file that is brought in runs to the disk as it comes, under limits of its own. */
export function isUpload(method: string | undefined, path: string): boolean {
  return (
    (method === 'PUT' && path.includes('/api/extracts/')) ||
    (method === 'POST' && /\/api\/imports\/?(\?|$)/.test(path))
  )
}

/** The body, or a 408 when it does not come; the connection is of no more use then. */
export async function inTime<T>(coming: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(tooSlow()), PATIENCE_MILLISECONDS)
  try {
    return await Promise.race([coming, late])
  } finally {
    clearTimeout(timer)
    // Whatever becomes of the rest, nobody waits for it.
    coming.catch(() => {})
  }
}

function tooSlow(): ProblemError {
  const seconds = PATIENCE_MILLISECONDS / 1000
  return new ProblemError(
    408,
    `The body did not come within ${seconds} seconds; send it again.`,
    `请求体在 ${seconds} 秒内没有传完，请重新发送。`,
    undefined,
    { Connection: 'close' },
  )
}

/** Whoever walks through what is nested a million deep runs out of stack. */
function refuseDeep(text: string): void {
  let depth = 0
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (token === '[' || token === '{') depth++
    else if (token === ']' || token === '}') depth--
    if (depth > MOST_DEPTH) {
      const detail = `Nested more than ${MOST_DEPTH} deep.`
      const detailZh = `嵌套超过 ${MOST_DEPTH} 层。`
      throw new ProblemError(400, detail, detailZh, [{ pointer: '', detail, detailZh }])
    }
  }
}
