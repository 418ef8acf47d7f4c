// What went wrong, in the reader's language?
import type { Problem } from '#geodata/contract/problem.ts'
import { ProblemError } from '#web/api/client.ts'
import { say, t } from '#web/messages/index.ts'

/** The problem behind a failed request: the server's words, or that no answer came at all. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem
  return {
    type: 'about:blank',
    title: t('site.noAnswer'),
    titleZh: t('site.noAnswer'),
    status: 0,
    detail: t('site.noAnswer'),
    detailZh: t('site.noAnswer'),
  }
}

/** The problem as sentences: what came, then each bad field; nothing is said twice. */
export function problemText(problem: Problem): string {
  const fields = (problem.errors ?? []).map(({ detail, detailZh }) =>
    say({ zh: detailZh, en: detail }),
  )
  return [...new Set([say({ zh: problem.detailZh, en: problem.detail }), ...fields])].join(' ')
}
