// A report as the file that it is, under a name that says what it is.
import type { Context } from 'hono'
import type { ReportResult } from '#geodata/contract/processes/report.ts'

export const PDF_TYPE = 'application/pdf'

export function sendPdf(
  c: Context,
  { title, document }: Pick<ReportResult, 'title' | 'document'>,
): Response {
  const name = encodeURIComponent(`${title.replaceAll(/[/\\:*?"<>|]/g, ' ')}.pdf`)
  return c.body(Buffer.from(document.value, document.encoding), 200, {
    'Content-Type': PDF_TYPE,
    'Content-Disposition': `attachment; filename*=UTF-8''${name}`,
  })
}
