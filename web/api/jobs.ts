// An analysis that takes long: started as a job, watched, fetched when it is done, cancelled when it is not wanted.
import type { AnalysisJob } from '#geodata/contract/jobs.ts'
import type { AskedInputs, ProcessId, ProcessResult } from '#geodata/contract/processes/index.ts'
import { ask } from '#web/api/client.ts'
import { reach } from '#web/api/reach.ts'
import { noteBasis } from '#web/api/stood-on.ts'

const POLL_MILLISECONDS = 250

/** Resolves with the result; `onProgress` receives 0 … 100. Aborting cancels the job and rejects. */
export async function executeAsJob<Id extends ProcessId>(
  id: Id,
  inputs: AskedInputs<Id>,
  signal: AbortSignal,
  onProgress: (percent: number) => void,
): Promise<ProcessResult<Id>> {
  const { jobID } = await ask<AnalysisJob>(`/api/processes/${id}/execution`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Prefer: 'respond-async' },
    body: JSON.stringify({ inputs }),
  })
  const address = `/api/jobs/${jobID}`
  const cancel = () => void reach(address, { method: 'DELETE' }).catch(() => {})
  // It may have been aborted while the job was started.
  if (signal.aborted) cancel()
  signal.addEventListener('abort', cancel)
  try {
    for (;;) {
      signal.throwIfAborted()
      const { status, progress } = await ask<AnalysisJob>(address, { signal })
      onProgress(progress)
      if (status !== 'accepted' && status !== 'running') break
      await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS))
    }
    return noteBasis(await ask<ProcessResult<Id>>(`${address}/results`, { signal }))
  } finally {
    signal.removeEventListener('abort', cancel)
  }
}
