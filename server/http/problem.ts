// How do we say that something came which we cannot serve? (RFC 9457, in Chinese and English)
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { z } from 'zod'
import type { FieldError, Problem } from '#geodata/contract/problem.ts'

const TITLES: Record<number, [en: string, zh: string]> = {
  400: ['The request cannot be understood', '请求无法理解'],
  401: ['The admin token is needed', '需要管理口令'],
  404: ['Not found', '没有找到'],
  405: ['Method not allowed', '不支持此方法'],
  409: ['In conflict with what is there', '与现状冲突'],
  412: ['Somebody changed it first', '已被他人修改'],
  413: ['The body is too large', '请求体过大'],
  415: ['JSON expected', '需要 JSON'],
  422: ['The request cannot be carried out', '请求无法执行'],
  428: ['If-Match is required', '需要 If-Match'],
  500: ['Something went wrong here', '服务内部出错'],
  502: ['Another server did not do its part', '上游服务没有正常回答'],
  504: ['Another server took too long', '上游服务超时'],
  507: ['The disk is full', '磁盘已满'],
}

const IN_CHINESE = z.locales.zhCN().localeError

/** Thrown by routes; the app turns it into an answer. */
export class ProblemError extends Error {
  readonly problem: Problem
  readonly headers: Record<string, string>
  constructor(
    status: number,
    detail: string,
    detailZh: string,
    errors?: FieldError[],
    headers: Record<string, string> = {},
    members: Pick<Problem, 'current' | 'dependents'> = {},
  ) {
    super(detail)
    this.headers = headers
    const [title = 'Problem', titleZh = '问题'] = TITLES[status] ?? []
    this.problem = { type: 'about:blank', title, titleZh, status, detail, detailZh, ...members }
    if (errors) this.problem.errors = errors
  }

  /** A problem that arose in another thread, unchanged. */
  static from(problem: Problem, headers: Record<string, string>): ProblemError {
    const { status, detail, detailZh, errors, current, dependents } = problem
    const members = {
      ...(current === undefined ? {} : { current }),
      ...(dependents === undefined ? {} : { dependents }),
    }
    return new ProblemError(status, detail, detailZh, errors, headers, members)
  }
}

export function answerProblem(
  c: Context,
  problem: Problem,
  headers: Record<string, string> = {},
): Response {
  return c.body(JSON.stringify(problem), problem.status as ContentfulStatusCode, {
    ...headers,
    'Content-Type': 'application/problem+json; charset=utf-8',
  })
}

/** The value, or a 400 with one JSON Pointer per bad field below `root`. */
export function parseOrProblem<T>(schema: z.ZodType<T>, value: unknown, root: string): T {
  const result = schema.safeParse(value, { reportInput: true })
  if (result.success) return result.data
  const errors = result.error.issues.map((issue) => {
    const { path } = issue
    const pointer =
      root +
      path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
    const swapped = looksSwapped(value, path)
    return {
      pointer,
      detail: `${english(issue)}${swapped ? '. Longitude comes first: they look swapped.' : ''}`,
      detailZh: `${chinese(issue)}${swapped ? '。经度在前、纬度在后：看来写反了。' : ''}`,
    }
  })
  throw new ProblemError(
    400,
    `${errors.length} field${errors.length > 1 ? 's are' : ' is'} not as expected; see errors.`,
    `${errors.length} 个字段不符合要求，见 errors。`,
    errors,
  )
}

function english({ message, input }: z.core.$ZodIssue): string {
  return isPlain(input) ? `${message}; came as ${shown(input)}` : message
}

/** Zod's own Chinese, or the words a check of ours brings in `params.zh`. */
function chinese(issue: z.core.$ZodIssue): string {
  const ours = issue.code === 'custom' ? issue.params?.zh : undefined
  const chinese = IN_CHINESE(issue as z.core.$ZodRawIssue)
  const message = ours ?? (typeof chinese === 'string' ? chinese : chinese?.message) ?? '不符合要求'
  return isPlain(issue.input) ? `${message}；收到 ${shown(issue.input)}` : String(message)
}

const isPlain = (value: unknown) =>
  value !== undefined && (value === null || typeof value !== 'object')

function shown(value: unknown): string {
  const text = JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

/** A latitude beyond ±90 whose neighbour would be a latitude: [30, 120]. */
function looksSwapped(value: unknown, path: PropertyKey[]): boolean {
  if (path.at(-1) !== 1) return false
  const pair = path
    .slice(0, -1)
    .reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown>)?.[key], value)
  return Array.isArray(pair) && Math.abs(Number(pair[1])) > 90 && Math.abs(Number(pair[0])) <= 90
}
