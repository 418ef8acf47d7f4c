// Is this asked by the operator of the server? Until accounts exist, one token says so.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { ProblemError } from '#server/http/problem.ts'

/** For one run of the server. */
export function newAdminToken(): string {
  return randomBytes(18).toString('base64url')
}

/** Lets through what carries `Authorization: Bearer TOKEN`; a 401 for others. */
export function adminOnly(token: string): MiddlewareHandler {
  const expected = digest(token)
  return async (c, next) => {
    const given = c.req.header('Authorization')?.match(/^Bearer +(\S+) *$/i)?.[1]
    // Digests are of one length, and their comparison takes as long wherever they differ.
    if (given === undefined || !timingSafeEqual(digest(given), expected)) throw refused(given)
    await next()
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function refused(given: string | undefined): ProblemError {
  const realm = 'Bearer realm="Park Atlas"'
  if (given === undefined) {
    return new ProblemError(
      401,
      'Send the admin token, which the server prints at start, as “Authorization: Bearer TOKEN”.',
      '请以“Authorization: Bearer 口令”带上管理口令；服务启动时会显示该口令。',
      undefined,
      { 'WWW-Authenticate': realm },
    )
  }
  return new ProblemError(
    401,
    'This is not the admin token; the server prints it at start.',
    '管理口令不符；服务启动时会显示该口令。',
    undefined,
    { 'WWW-Authenticate': `${realm}, error="invalid_token"` },
  )
}
