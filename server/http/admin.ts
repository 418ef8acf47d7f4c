// Is this asked by the operator of the server? Until accounts exist, one token says so.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Context, MiddlewareHandler } from 'hono'
import { clientOf, type Serving, THIS_MACHINE_ALONE } from '#server/http/address.ts'
import { guesses } from '#server/http/guesses.ts'
import { ProblemError } from '#server/http/problem.ts'

/** Passes what carries `Authorization: Bearer TOKEN`; a 401 for others. */
export type Admin = (c: Context) => Promise<void>

/** For one run of the server. */
export function newAdminToken(): string {
  return randomBytes(18).toString('base64url')
}

/** `wait` is lent: how the time passes that wrong guesses cost. */
export function adminBy(
  token: string,
  serving: Serving = THIS_MACHINE_ALONE,
  wait: (milliseconds: number) => Promise<unknown> = setTimeout,
): Admin {
  const expected = digest(token)
  const guessed = guesses()
  return async (c) => {
    const given = c.req.header('Authorization')?.match(/^Bearer +(\S+) *$/i)?.[1]
    if (given === undefined) throw refused(given)
    const client = clientOf(c, serving)
    const { milliseconds, over } = guessed.waitOf(client)
    if (milliseconds > 0) await wait(milliseconds)
    over()
    // Digests are of one length, and their comparison takes as long wherever they differ.
    if (timingSafeEqual(digest(given), expected)) return
    guessed.wrong(client)
    throw refused(given)
  }
}

export const only =
  (admin: Admin): MiddlewareHandler =>
  async (c, next) => {
    await admin(c)
    await next()
  }

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function refused(given: string | undefined): ProblemError {
  const realm = 'Bearer realm="Park Atlas"'
  if (given === undefined) {
    return new ProblemError(
      401,
      'This needs the admin token, which the server prints at start.',
      '此项需要管理口令；服务启动时会显示该口令。',
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
