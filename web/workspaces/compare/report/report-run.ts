// The report that is being made: it goes on where its panel is closed meanwhile.
import { signal } from '@preact/signals'
import type { Problem } from '#geodata/contract/problem.ts'
import type { ReportInputs } from '#geodata/contract/processes/report.ts'
import { problemOf } from '#web/api/client.ts'
import { executeAsJob } from '#web/api/jobs.ts'

export type ReportRun =
  | { kind: 'none' | 'cancelled' }
  | { kind: 'making'; percent: number; cancel: () => void }
  | { kind: 'failed'; problem: Problem }
  | { kind: 'done'; pages: number; name: string; file: Blob }

export const reportRun = signal<ReportRun>({ kind: 'none' })

/** `numbered` gives the number of the comparison, having stored it where it is not. */
export async function makeReport(
  numbered: () => Promise<string>,
  asked: Omit<ReportInputs, 'comparisonId'>,
): Promise<void> {
  const abort = new AbortController()
  const cancel = () => abort.abort()
  const tell = (percent: number) => {
    if (!abort.signal.aborted) reportRun.value = { kind: 'making', percent, cancel }
  }
  tell(0)
  try {
    const comparisonId = await numbered()
    abort.signal.throwIfAborted()
    const inputs = { comparisonId, ...asked }
    const { title, pageCount, document } = await executeAsJob('report', inputs, abort.signal, tell)
    const bytes = Uint8Array.from(atob(document.value), (sign) => sign.charCodeAt(0))
    const file = new Blob([bytes], { type: document.mediaType })
    reportRun.value = { kind: 'done', pages: pageCount, name: title, file }
  } catch (error) {
    reportRun.value = abort.signal.aborted
      ? { kind: 'cancelled' }
      : { kind: 'failed', problem: problemOf(error) }
  }
}
