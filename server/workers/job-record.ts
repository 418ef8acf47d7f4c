// A job that is worked on here: what it is now, and each step written to the store in its order.
import type { Job } from '#geodata/contract/jobs.ts'
import { ProblemError } from '#server/http/problem.ts'
import { isOver, type JobChange, type JobStore } from '#server/store/job-store.ts'
import type { RegionId } from '#server/store/region-id.ts'

export type JobRecord<J extends Job> = {
  job: J
  /** A job that is over stays as it is. */
  change: (change: JobChange) => void
  /** Settles when the store knows everything so far. */
  stored: () => Promise<void>
}

export function jobRecord<J extends Job>(
  jobs: JobStore,
  region: RegionId,
  job: J,
  log: (error: unknown) => void,
): JobRecord<J> {
  let stored = jobs.add(region, { ...job })
  stored.catch(log)
  return {
    job,
    change: (change) => {
      if (isOver(job)) return
      const { answer: _, ...shown } = change
      Object.assign(job, shown)
      stored = stored.then(async () => {
        await jobs.change(region, job.jobID, change)
      })
      stored.catch(log)
    },
    stored: () => stored,
  }
}

/** The text of the result; rejects with a ProblemError that says why there is none. Null: no answer yet. */
export async function resultOf(
  jobs: JobStore,
  region: RegionId,
  jobId: string,
): Promise<string | null> {
  const answer = await jobs.answer(region, jobId)
  if (answer?.kind === 'refused') throw ProblemError.from(answer.problem, answer.headers)
  return answer?.body ?? null
}
