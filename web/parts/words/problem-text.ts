// What went wrong, in the reader's language?
import type { Problem } from '#geodata/contract/problem.ts'
import { say } from '#web/messages/index.ts'

/** The problem as sentences: what came, then each bad field; nothing is said twice. */
export function problemText(problem: Problem): string {
  const fields = (problem.errors ?? []).map(({ detail, detailZh }) =>
    say({ zh: detailZh, en: detail }),
  )
  return [...new Set([say({ zh: problem.detailZh, en: problem.detail }), ...fields])].join(' ')
}
