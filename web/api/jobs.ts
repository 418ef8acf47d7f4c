// An analysis that takes long: started as a job, watched, fetched when it is done, cancelled when it is not wanted.
import type { AnalysisJob } from '#geodata/contract/jobs.ts'
import { ask } from '#web/api/client.ts'

const POLL_MILLISECONDS = 250

/** Resolves with the result; `onProgress` hears 0 … 100. Aborting cancels the job and rejects. */
export async function executeAsJob<T>(
  id: string,
  inputs: object,
  signal: AbortSignal,
  onProgress: (percent: number) => void,
): Promise<T> {
  const { jobID } = await ask<AnalysisJob>(`/api/processes/${id}/execution`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Prefer: 'respond-async' },
    body: JSON.stringify({ inputs }),
  })
  const address = `/api/jobs/${jobID}`
  signal.addEventListener('abort', () => void fetch(address, { method: 'DELETE' }))
  for (;;) {
    signal.throwIfAborted()
    const { status, progress } = await ask<AnalysisJob>(address)
    onProgress(progress)
    if (status !== 'accepted' && status !== 'running') break
    await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS))
  }
  return ask<T>(`${address}/results`)
}
