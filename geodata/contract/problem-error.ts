// What is thrown where something came that cannot be answered, and what each status means? (RFC 9457, in Chinese and English)
import type { z } from 'zod'
import type { FieldError, Problem } from '#geodata/contract/problem.ts'
import { refusalsOf } from '#geodata/contract/refusal.ts'
import { withShortQuotes } from '#geodata/contract/repeated.ts'

/** Every status the API answers problems with: the name that its type ends with, and its titles. */
export const PROBLEM_KINDS: Record<number, { id: string; title: string; titleZh: string }> = {
  400: { id: 'bad-request', title: 'The request cannot be understood', titleZh: '请求无法理解' },
  401: { id: 'token-needed', title: 'The admin token is needed', titleZh: '需要管理口令' },
  403: {
    id: 'foreign-page',
    title: 'Only pages of this server may ask',
    titleZh: '只接受本服务页面的请求',
  },
  404: { id: 'not-found', title: 'Not found', titleZh: '没有找到' },
  405: { id: 'method-not-allowed', title: 'Method not allowed', titleZh: '不支持此方法' },
  408: { id: 'too-slow', title: 'The request came too slowly', titleZh: '请求传送过慢' },
  409: { id: 'conflict', title: 'In conflict with what is there', titleZh: '与现状冲突' },
  410: { id: 'gone', title: 'It counts no more', titleZh: '已经失效' },
  412: { id: 'changed-since', title: 'Somebody changed it first', titleZh: '已被他人修改' },
  413: { id: 'too-large', title: 'The body is too large', titleZh: '请求体过大' },
  415: { id: 'json-expected', title: 'JSON expected', titleZh: '需要 JSON' },
  421: { id: 'foreign-name', title: 'Not the name of this server', titleZh: '主机名不属于本服务' },
  422: { id: 'not-possible', title: 'The request cannot be carried out', titleZh: '请求无法执行' },
  428: { id: 'if-match-required', title: 'If-Match is required', titleZh: '需要 If-Match' },
  429: { id: 'too-often', title: 'Too many tries', titleZh: '尝试过于频繁' },
  500: { id: 'internal', title: 'Something went wrong here', titleZh: '服务内部出错' },
  502: {
    id: 'upstream',
    title: 'Another server did not do its part',
    titleZh: '上游服务没有正常回答',
  },
  503: { id: 'not-now', title: 'Not now', titleZh: '暂时无法处理' },
  504: { id: 'upstream-slow', title: 'Another server took too long', titleZh: '上游服务超时' },
  507: { id: 'disk-full', title: 'The disk is full', titleZh: '磁盘已满' },
}

/** Thrown by analyses and routes; whoever answers turns it into what is sent. */
export class ProblemError extends Error {
  readonly problem: Problem
  readonly headers: Record<string, string>
  constructor(
    status: number,
    detail: string,
    detailZh: string,
    errors?: FieldError[],
    headers: Record<string, string> = {},
    members: Pick<Problem, 'current' | 'dependents' | 'changedSince' | 'confirmedBy'> = {},
  ) {
    super(detail)
    this.headers = headers
    const { title, titleZh } = PROBLEM_KINDS[status] ?? { title: 'Problem', titleZh: '问题' }
    const told = readable({ detail, detailZh })
    this.problem = { type: 'about:blank', title, titleZh, status, ...told, ...members }
    if (errors) this.problem.errors = errors.map(readable)
  }

  /** A problem that arose in another thread, unchanged. */
  static from(problem: Problem, headers: Record<string, string>): ProblemError {
    const { status, detail, detailZh, errors, current, dependents, confirmedBy } = problem
    const members = {
      ...(current === undefined ? {} : { current }),
      ...(dependents === undefined ? {} : { dependents }),
      ...(confirmedBy === undefined ? {} : { confirmedBy }),
    }
    return new ProblemError(status, detail, detailZh, errors, headers, members)
  }
}

/** What somebody sent may be of any length. */
function readable<T extends { detail: string; detailZh: string }>(told: T): T {
  const { detail, detailZh } = told
  return { ...told, detail: withShortQuotes(detail), detailZh: withShortQuotes(detailZh) }
}

/** The value, or a 400 with one JSON Pointer per bad field below `root`. */
export function parseOrProblem<T>(schema: z.ZodType<T>, value: unknown, root: string): T {
  const result = schema.safeParse(value, { reportInput: true })
  if (result.success) return result.data
  throw refusal(refusalsOf(result.error, value, root))
}

/** A 400 that names each bad field. */
export function refusal(errors: FieldError[], status = 400): ProblemError {
  return new ProblemError(
    status,
    `${errors.length} field${errors.length > 1 ? 's are' : ' is'} not as expected.`,
    `${errors.length} 项不符合要求。`,
    errors,
  )
}

/** A 400 against one parameter of the address. */
export function badParameter(name: string, detail: string, detailZh: string): ProblemError {
  return new ProblemError(400, detail, detailZh, [{ pointer: `?${name}`, detail, detailZh }])
}
