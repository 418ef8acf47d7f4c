// Jobs remembered for as long as this server runs.
import type { Job } from '#geodata/contract/jobs.ts'
import { isBuild, isOver, type JobAnswer, type JobChange } from '#server/store/job-store.ts'

/** Of each kind, builds and analyses. */
const MOST_JOBS = 40

export function jobsOfThisRun() {
  const kept = new Map<string, { job: Job; answer: JobAnswer | null }>()
  const jobs = () => [...kept.values()].map(({ job }) => job)
  return {
    all: () => jobs().reverse(),
    find: (jobId: string) => kept.get(jobId)?.job ?? null,
    answer: (jobId: string) => kept.get(jobId)?.answer ?? null,
    add: (job: Job) => {
      kept.set(job.jobID, { job: { ...job }, answer: null })
      const alike = jobs().filter((one) => isBuild(one) === isBuild(job))
      const oldest = alike.find(isOver)
      if (alike.length > MOST_JOBS && oldest) kept.delete(oldest.jobID)
    },
    change: (jobId: string, { answer, ...change }: JobChange) => {
      const known = kept.get(jobId)
      if (!known || isOver(known.job)) return known?.job ?? null
      const job = { ...known.job, ...change }
      kept.set(jobId, { job, answer: answer ?? known.answer })
      return job
    },
  }
}
