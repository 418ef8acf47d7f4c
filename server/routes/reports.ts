// Reports that come back as the files they are: their figures are read and computed again.
import { Hono } from 'hono'
import {
  MOST_REPORT_BYTES,
  type ReadReport,
  readReport,
} from '#geodata/analysis/report/read-report.ts'
import { VerifyReportResult } from '#geodata/contract/processes/verify-report.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { Deps } from '#server/deps.ts'
import { inTime } from '#server/http/body.ts'
import { answered, json, ok, type Paths } from '#server/http/described.ts'
import { PDF_TYPE } from '#server/http/pdf-answer.ts'
import { ProblemError } from '#server/http/problem.ts'
import { answered as answeredBy } from '#server/processes/answered.ts'

export function reportRoutes(deps: Deps): Hono {
  const routes = new Hono()
  routes.post('/reports/verification', async (c) => {
    const read = await readReport(await inTime(c.req.blob()))
    if (read.kind !== 'report') throw unreadable(read.kind)
    const { saved } = read
    const inputs = { comparisonId: saved.comparisonId, saved }
    return c.json(await answeredBy(c, deps, 'verify-report', inputs))
  })
  return routes
}

type Unread = Exclude<ReadReport['kind'], 'report'>

const MEBIBYTES = MOST_REPORT_BYTES / 2 ** 20

const UNREADABLE: Record<Unread, Bilingual> = {
  'too-large': {
    zh: `文件超过 ${MEBIBYTES} MiB，不是园链图的报告。`,
    en: `The file is over ${MEBIBYTES} MiB: it is no report of Park Atlas.`,
  },
  'not-pdf': { zh: '所传文件不是 PDF。', en: 'The file is no PDF.' },
  none: {
    zh: '这份 PDF 不是园链图的报告：其中没有报告的数字。',
    en: 'This PDF is no report of Park Atlas: it holds no figures of one.',
  },
  damaged: {
    zh: '这份报告已损坏，其中的数字无法读取；可改用页脚的复算编号。',
    en: 'This report is damaged and its figures cannot be read; give the number at its foot instead.',
  },
}

function unreadable(kind: Unread): ProblemError {
  const { zh, en } = UNREADABLE[kind]
  return new ProblemError(kind === 'too-large' ? 413 : 422, en, zh)
}

export const reportPaths = (): Paths => ({
  '/reports/verification': {
    post: {
      summary: 'A report as its PDF: every figure that it carries is computed again',
      description: `The body is the file as it is, at most ${MEBIBYTES} MiB; the answer is that of verify-report.`,
      requestBody: {
        required: true,
        content: { [PDF_TYPE]: { schema: { type: 'string', format: 'binary' } } },
      },
      responses: ok(json(answered(VerifyReportResult))),
    },
  },
})
