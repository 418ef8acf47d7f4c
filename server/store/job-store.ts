// Long work that was asked for: what each job is, how far it is, how it ended and with what answer.
import type { BuildJob, Job } from '#geodata/contract/jobs.ts'
import type { Problem } from '#geodata/contract/problem.ts'
import type { RegionId } from '#server/store/region-id.ts'

/** The text of the result, or why there is none. */
export type JobAnswer =
  | { kind: 'done'; body: string }
  | { kind: 'refused'; problem: Problem; headers: Record<string, string> }

export type JobChange = Partial<
  Pick<Job, 'status' | 'progress' | 'message' | 'messageZh' | 'started' | 'finished'>
> & { answer?: JobAnswer }

export type JobStore = {
  /** The newest first. */
  all: (region: RegionId) => Promise<Job[]>
  find: (region: RegionId, jobId: string) => Promise<Job | null>
  /** Null: no such job, or none that has an answer. */
  answer: (region: RegionId, jobId: string) => Promise<JobAnswer | null>
  /** The oldest of its kind that is over is forgotten when there are too many. */
  add: (region: RegionId, job: Job) => Promise<void>
  /** The job as it then is; one that is over stays as it is. Null: no such job. */
  change: (region: RegionId, jobId: string, change: JobChange) => Promise<Job | null>
}

export function isOver({ status }: Pick<Job, 'status'>): boolean {
  return status !== 'accepted' && status !== 'running'
}

export function isBuild(job: Job): job is BuildJob {
  return 'order' in job
}
