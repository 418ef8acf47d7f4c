// What is said where the API gave no problem document of its own?
import type { Problem } from '#geodata/contract/problem.ts'

/** No answer came at all: the service has stopped, or the line is cut. */
export const NO_ANSWER: Problem = plain(
  0,
  'The service did not answer. Check that it is still running and try again. What you entered is kept.',
  '服务没有回答。请确认它还在运行，再算一次。你的输入都还在。',
)

/** An answer that is no problem document: another program stands in between, or something is broken. */
export function answerWithoutReason({
  status,
  statusText,
}: {
  status: number
  statusText: string
}): Problem {
  const problem = plain(
    status,
    `The server answered ${status} without a reason; try again later, or tell whoever runs it.`,
    `服务回答 ${status}，没有说明原因；请稍后再试，或告诉管理员。`,
  )
  const title = statusText || String(status)
  return { ...problem, title, titleZh: title }
}

function plain(status: number, detail: string, detailZh: string): Problem {
  return { type: 'about:blank', title: detail, titleZh: detailZh, status, detail, detailZh }
}
